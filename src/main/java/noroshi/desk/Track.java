package noroshi.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What one police organisation does beside a matter, as far as its reader may know of it.
 *
 * @param reporter the reporter's side sees it
 * @param named who else was chosen, told of the matter or not; empty for readers who may not know
 * @param words the latest first; never empty
 */
public record Track(
        UUID id,
        UUID organisation,
        UUID office,
        TrackTask task,
        boolean reporter,
        List<UUID> named,
        Instant openedAt,
        List<Word> words) {

    public Track {
        named = List.copyOf(named);
        words = List.copyOf(words);
    }

    /** Where it stood from a moment on, and what was said about it. */
    public record Word(Instant at, TrackState state, String body) {}

    public TrackState state() {
        return words.getFirst().state();
    }

    /** What a page shows of it that the next word may change: whoever has seen something older is told so. */
    public String seen() {
        return "%s %s %s"
                .formatted(
                        reporter,
                        named.stream().sorted().toList(),
                        words.getFirst().at());
    }
}
