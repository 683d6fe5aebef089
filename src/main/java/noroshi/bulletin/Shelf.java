package noroshi.bulletin;

import java.time.Instant;
import java.util.Optional;
import noroshi.topic.Importance;
import noroshi.topic.InformationKind;
import noroshi.topic.Level;

/**
 * Which bulletins to list, and in whose words.
 *
 * @param unread only those whose current version the reader has not opened
 * @param unconfirmed only those of others whose current version the reader has not confirmed
 * @param since only those published or revised from this moment on
 */
public record Shelf(
        Level level,
        Optional<Importance> importance,
        Optional<InformationKind> information,
        boolean unread,
        boolean unconfirmed,
        Optional<Instant> since) {}
