package noroshi.home;

import java.util.List;
import noroshi.community.Admissions;
import noroshi.shared.Actor;
import org.springframework.stereotype.Component;

/** Gathers what waits for a decision of the reader. */
@Component
class Duties {
    private final Admissions admissions;

    Duties(Admissions admissions) {
        this.admissions = admissions;
    }

    List<Duty> of(Actor actor) {
        return List.of(new Duty("home.duty.requests", admissions.waiting(actor), "/communities")).stream()
                .filter(duty -> duty.count() > 0)
                .toList();
    }
}
