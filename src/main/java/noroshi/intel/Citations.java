package noroshi.intel;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The front door for modules whose topics name values: what the topic's newest version names is what it says. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Citations {
    private final CitationStore store;
    private final Clock clock;

    Citations(CitationStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * A value that a topic names.
     *
     * @param confidence from 0 to 100, where the author states one
     */
    public record Cited(IndicatorType type, String value, String role, Optional<Integer> confidence) {}

    /** In the transaction that publishes a version: these values it names, and no others any more. */
    public void cite(UUID topic, List<Cited> cited, Actor actor) {
        store.cite(topic, cited, clock.instant());
    }

    /** The values that a topic named and that somebody has taken back since. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public Set<Spelling.Form> withdrawn(UUID topic, Actor actor) {
        return store.withdrawn(topic);
    }
}
