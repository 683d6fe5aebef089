package noroshi.topic;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** A place in a list of topics, between one and the next; opaque in addresses. */
public record TopicCursor(Instant at, UUID topic) {
    private static final int LENGTH = Long.BYTES + Integer.BYTES + 2 * Long.BYTES;

    /** As it stands in an address. */
    public String text() {
        var bytes = ByteBuffer.allocate(LENGTH)
                .putLong(at.getEpochSecond())
                .putInt(at.getNano())
                .putLong(topic.getMostSignificantBits())
                .putLong(topic.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Whatever is no cursor is the beginning of the list. */
    public static Optional<TopicCursor> parse(String text) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() != LENGTH) {
                return Optional.empty();
            }
            var at = Instant.ofEpochSecond(bytes.getLong(), bytes.getInt());
            return at.isBefore(Instant.EPOCH) || at.isAfter(ListStore.END)
                    ? Optional.empty()
                    : Optional.of(new TopicCursor(at, new UUID(bytes.getLong(), bytes.getLong())));
        } catch (IllegalArgumentException | DateTimeException tampered) {
            return Optional.empty();
        }
    }
}
