package noroshi.intel.lists;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.IndicatorType;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door to what machines of one's own organisation got, by lists and from collections, and what of it was withdrawn. */
@Service
@Transactional(readOnly = true)
public class Holdings {
    private final HoldingStore store;

    Holdings(HoldingStore store) {
        this.store = store;
    }

    /**
     * What a machine gets by one way.
     *
     * @param got how many values the list holds now, or how many objects the collection has given so far
     * @param tlp the strictest label in it; none for a collection, whose objects have their own
     */
    public record Feed(
            UUID account,
            Way way,
            Instant firstAt,
            Instant lastAt,
            Optional<Instant> changedAt,
            long asked,
            long got,
            Optional<Tlp> tlp) {}

    /** How it gets it. */
    public sealed interface Way {
        record ByList(String list) implements Way {}

        record FromCollection(UUID collection, String title) implements Way {}
    }

    /**
     * A value that machines got and that nobody says to the organisation any more.
     *
     * @param againAt when somebody said it again
     * @param holders machines that held it when they loaded their list last
     */
    public record TakenBack(
            UUID value, IndicatorType type, String text, Instant at, Optional<Instant> againAt, List<UUID> holders) {
        public TakenBack {
            holders = List.copyOf(holders);
        }

        public String harmless() {
            return type.harmless(text);
        }
    }

    /** When a machine fetched the stretch of a collection in which a value stands. */
    public record Fetched(UUID account, UUID collection, String title, Instant at, boolean heldBack) {}

    /** Every way of every machine, the one that asked last first. */
    public List<Feed> feeds(Actor actor) {
        return store.feeds(actor.organisation());
    }

    /** The latest first. */
    public List<TakenBack> takenBack(Window window, Actor actor) {
        return store.takenBack(actor.organisation(), window);
    }

    /** How many of all of them stand withdrawn while a machine had them when it loaded last. */
    public long stillHeld(Actor actor) {
        return store.stillHeld(actor.organisation());
    }

    public List<Fetched> fetched(UUID value, Actor actor) {
        return store.fetched(value);
    }
}
