package noroshi.desk;

import java.util.List;
import java.util.UUID;
import noroshi.membership.LeftBehind;
import noroshi.membership.Withdrawal;
import noroshi.shared.Actor;
import org.springframework.stereotype.Component;

/** Matters that an organisation reported and that are open when it withdraws: the desk brings them to an end. */
@Component
class LeftMatters implements LeftBehind {
    private final CountStore counts;

    LeftMatters(CountStore counts) {
        this.counts = counts;
    }

    @Override
    public List<Entry> of(UUID organisation, Actor actor) {
        return List.of(new Entry("desk.left", counts.leftBy(organisation), "/desk"));
    }

    /** What happened stays the desk's to close. */
    @Override
    public void end(Withdrawal withdrawal, Actor actor) {}
}
