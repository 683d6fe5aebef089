package noroshi.intel.lists;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.intel.IndicatorType;
import noroshi.shared.Tlp;

/**
 * An event of a feed.
 *
 * @param tlp the strictest label in it
 * @param at when it changed last
 * @param attributes by the value
 */
record MispEvent(String title, Tlp tlp, Instant at, Map<UUID, Attribute> attributes) {
    MispEvent {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** What is said of one value, or was until lately. */
    record Attribute(
            IndicatorType type, String text, boolean deleted, String comment, Tlp tlp, Instant firstAt, Instant at) {
        Attribute moved(Instant moment) {
            return new Attribute(type, text, deleted, comment, tlp, firstAt, moment);
        }

        String state() {
            return digest(
                    type + "\n" + text + "\n" + deleted + "\n" + comment + "\n" + tlp + "\n" + firstAt + "\n" + at);
        }
    }

    String head() {
        return digest(tlp + "\n" + title);
    }

    /** When something was said in it last, whenever it reached whom. */
    Instant said() {
        return attributes.values().stream()
                .map(Attribute::at)
                .max(Comparator.naturalOrder())
                .orElse(at);
    }

    /** The values that were not taken back. */
    Set<UUID> standing() {
        return attributes.entrySet().stream()
                .filter(each -> !each.getValue().deleted())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
