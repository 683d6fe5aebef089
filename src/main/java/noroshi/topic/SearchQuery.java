package noroshi.topic;

import java.time.Instant;
import java.util.Optional;
import noroshi.shared.Tlp;
import noroshi.shared.Window;

/** What somebody looks for. Every part of it stands in the page's address. */
public record SearchQuery(
        String words,
        Optional<Kind> kind,
        Optional<InformationKind> information,
        Optional<Tlp> tlp,
        Optional<Instant> since,
        Sort sort,
        Window window) {

    /** In which order results stand. */
    public enum Sort {
        DATE,
        RANK
    }
}
