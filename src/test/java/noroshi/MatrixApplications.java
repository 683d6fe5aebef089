package noroshi;

import static noroshi.testing.Cast.ADA;

import java.util.UUID;
import noroshi.membership.Applications;
import noroshi.membership.NewApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** Organisations that ask to take part. */
@TestComponent
class MatrixApplications {
    @Autowired
    Applications applications;

    UUID fresh() {
        decideOld();
        var name = UUID.randomUUID().toString();
        applications.apply(new NewApplication(name, name, "", "申込者", name + "@apply.example", "", "理由"));
        return applications.waiting(ADA).stream()
                .filter(each -> each.organisation().nameEn().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** The list of what waits ends somewhere; the first ones belong to the standing things. */
    private void decideOld() {
        var waiting = applications.waiting(ADA);
        if (waiting.size() > 100) {
            waiting.stream().skip(10).forEach(old -> applications.decline(old.id(), "済", ADA));
        }
    }
}
