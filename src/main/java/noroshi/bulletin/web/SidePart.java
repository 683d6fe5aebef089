package noroshi.bulletin.web;

import java.util.Optional;
import java.util.UUID;
import noroshi.bulletin.Edition;
import noroshi.bulletin.Release;

/**
 * What stands beside a bulletin: where it comes from, how sure that is, and for the newsroom what can be done.
 *
 * @param mayRevise whether the reader may open it for its next version
 */
public record SidePart(UUID topic, Edition edition, boolean mayRevise) {

    /** An urgent release that still waits for its second review. */
    public Optional<Release.Urgent> unreviewed() {
        return edition.release() instanceof Release.Urgent urgent
                        && urgent.review().isEmpty()
                ? Optional.of(urgent)
                : Optional.empty();
    }
}
