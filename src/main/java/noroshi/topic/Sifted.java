package noroshi.topic;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The topics that fulfil a filter, the newest first.
 *
 * @param next where to look on; empty at the end
 */
public record Sifted(List<Line> lines, Optional<TopicCursor> next) {
    /** One of them: its current version, and whether it is still to be opened by the reader. */
    public record Line(UUID topic, Instant revisedAt, int version, boolean unread) {}

    public List<UUID> topics() {
        return lines.stream().map(Line::topic).toList();
    }

    /** The first of them. */
    public Sifted first(int atMost) {
        return of(lines, next, atMost);
    }

    static Sifted of(List<Line> matches, Optional<TopicCursor> looked, int size) {
        if (matches.size() <= size) {
            return new Sifted(matches, looked);
        }
        var shown = List.copyOf(matches.subList(0, size));
        return new Sifted(
                shown,
                Optional.of(new TopicCursor(
                        shown.getLast().revisedAt(), shown.getLast().topic())));
    }
}
