package noroshi.intel.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door: how the mailbox fares, for those who look through what came. */
@Service
@Transactional(readOnly = true)
public class Mailbox {
    private final MailboxSettings settings;
    private final MailboxStore store;

    Mailbox(MailboxSettings settings, MailboxStore store) {
        this.settings = settings;
        this.store = store;
    }

    /**
     * How the mailbox was last read.
     *
     * @param read when that was last done without trouble
     * @param words what the server said to it
     */
    public record Visit(Instant tried, Optional<Instant> read, Optional<Trouble> trouble, String words) {}

    /** A mail of which nothing waits; {@code subject} is empty when it may be for named people alone. */
    public record Returned(String sender, String subject, Refused why, Instant at) {}

    /**
     * What there is to say of it.
     *
     * @param on whether it is read
     * @param last none before the first visit
     */
    public record State(boolean on, Optional<Visit> last, List<Returned> refused) {
        public State {
            refused = List.copyOf(refused);
        }

        /** Whether there is or was a mailbox. */
        public boolean known() {
            return on || last.isPresent();
        }
    }

    public State state(Actor actor) {
        actor.require(Role.EDITOR, Role.ADMINISTRATOR);
        return new State(settings.on(), store.last(), store.refused());
    }
}
