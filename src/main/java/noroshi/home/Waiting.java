package noroshi.home;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import noroshi.topic.Sifted;
import noroshi.topic.TopicRow;

/**
 * What waits for one reader, the newest first.
 *
 * @param rows the first of them
 * @param all how many, counted up to a limit
 * @param unread how many of them the reader has not opened in their current version
 * @param revised how many of those are a new version of something older
 * @param oldest since when the oldest waits that was opened already
 */
public record Waiting(List<TopicRow> rows, int all, int unread, int revised, Optional<Instant> oldest) {
    static Waiting of(Sifted found, List<TopicRow> rows) {
        var lines = found.lines();
        var unread = lines.stream().filter(Sifted.Line::unread).toList();
        return new Waiting(
                rows,
                lines.size(),
                unread.size(),
                (int) unread.stream().filter(line -> line.version() > 1).count(),
                lines.reversed().stream()
                        .filter(line -> !line.unread())
                        .map(Sifted.Line::revisedAt)
                        .findFirst());
    }

    /** Those that were opened and still wait. */
    public int opened() {
        return all - unread;
    }
}
