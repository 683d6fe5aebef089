package noroshi.topic;

import java.time.Instant;
import java.util.List;
import noroshi.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a member gave and got: for themselves alone. There is no list of members to compare with. */
@Service
@Transactional(readOnly = true)
public class Contributions {
    private final ContributionStore store;

    Contributions(ContributionStore store) {
        this.store = store;
    }

    public GiveAndTake mine(Instant since, Instant before, Actor actor) {
        return store.giveAndTake(since, before);
    }

    /** What stands behind one of those numbers. */
    public List<Contribution> of(Contribution.What what, Instant since, Instant before, Actor actor) {
        return store.parts(what, since, before);
    }
}
