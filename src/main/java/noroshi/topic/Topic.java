package noroshi.topic;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;

/**
 * One matter that people share, as its reader sees it.
 *
 * @param confidentiality 1 or 2, the government's 機密性 mark; it stands beside the TLP label and does not replace it
 * @param version number of the current version, from 1
 * @param title the current title; the levels may word it differently
 * @param accepted the comment that the asker marked as the answer
 */
public record Topic(
        UUID id,
        Kind kind,
        InformationKind information,
        Optional<UUID> parent,
        Author author,
        Tlp tlp,
        int confidentiality,
        Optional<Importance> importance,
        State state,
        int version,
        String title,
        Optional<UUID> accepted,
        Instant publishedAt,
        Instant revisedAt) {

    /** Where the topic stands. */
    public sealed interface State {
        /** Readers read it. */
        record Published() implements State {}

        /** Readers find only why it went. */
        record Withdrawn(String reason) implements State {}
    }

    public boolean withdrawn() {
        return state instanceof State.Withdrawn;
    }

    public boolean hidden() {
        return author instanceof Author.Hidden;
    }
}
