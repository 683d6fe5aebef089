package noroshi.topic;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;
import noroshi.shared.Window;

/**
 * What somebody looks for. Every part of it stands in the page's address.
 *
 * @param community only what came to the reader through it; where they do not sit nothing is found
 */
public record SearchQuery(
        String words,
        Optional<Kind> kind,
        Optional<InformationKind> information,
        Optional<Tlp> tlp,
        Optional<UUID> community,
        Optional<Instant> since,
        Sort sort,
        Window window) {

    /** Whatever it came through. */
    public SearchQuery(
            String words,
            Optional<Kind> kind,
            Optional<InformationKind> information,
            Optional<Tlp> tlp,
            Optional<Instant> since,
            Sort sort,
            Window window) {
        this(words, kind, information, tlp, Optional.empty(), since, sort, window);
    }

    /** In which order results stand. */
    public enum Sort {
        DATE,
        RANK
    }
}
