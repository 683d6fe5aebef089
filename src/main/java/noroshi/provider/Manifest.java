package noroshi.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What the manifest of a feed lists, the oldest first. It is read line by line and never stands in memory as a tree: that
 * would be many times as large as the largest answer.
 *
 * @param refused lines that say nothing we could follow
 */
record Manifest(List<Listed> listed, List<Refused> refused) {
    private static final int MOST_LINES = 100_000;
    private static final int MOST_REFUSED = 200;
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final Pattern EVENT = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");
    private static final JsonFactory JSON = new JsonFactory();

    Manifest {
        listed = List.copyOf(listed);
        refused = List.copyOf(refused);
    }

    /** An event as it was changed last; its name stands as the feed writes it. */
    record Listed(Instant at, String name) {
        private static final Comparator<Listed> ORDER =
                Comparator.comparing(Listed::at).thenComparing(Listed::name);

        boolean follows(Listed other) {
            return ORDER.compare(this, other) > 0;
        }

        UUID event() {
            return UUID.fromString(name);
        }
    }

    /** A line, and why it is not followed. */
    record Refused(String name, String reason, List<String> arguments) {}

    /** What lies a little ahead waits for its time, as clocks differ; what lies further ahead is refused. */
    static Manifest read(byte[] body, Instant now) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Fault("not-feed");
            }
            return read(parser, now);
        } catch (JacksonException malformed) {
            throw new Fault("not-feed");
        }
    }

    private static Manifest read(JsonParser parser, Instant now) {
        Map<UUID, Listed> listed = new LinkedHashMap<>();
        var refused = new ArrayList<Refused>();
        var lines = 0;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var seconds = seconds(parser);
            if (!EVENT.matcher(name).matches() || !SECONDS.matcher(seconds).matches()) {
                refused.add(new Refused(name, "provider.feed.entry", List.of()));
            } else {
                var each = new Listed(Instant.ofEpochSecond(Long.parseLong(seconds)), name);
                if (each.at().isAfter(now.plus(AHEAD))) {
                    refused.add(new Refused(
                            name, "provider.feed.future", List.of(each.at().toString())));
                } else if (!each.at().isAfter(now)) {
                    listed.put(each.event(), each);
                }
            }
            if (++lines > MOST_LINES || refused.size() > MOST_REFUSED) {
                throw new Fault("manifest", MOST_LINES, MOST_REFUSED);
            }
        }
        if (parser.currentToken() != JsonToken.END_OBJECT) {
            throw new Fault("not-feed");
        }
        return new Manifest(listed.values().stream().sorted(Listed.ORDER).toList(), refused);
    }

    /** Of the line that begins; the parser stands behind it afterwards. */
    private static String seconds(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return "";
        }
        var seconds = "";
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var timed = parser.currentName().equals("timestamp");
            var value = parser.nextToken();
            if (timed && (value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NUMBER_INT)) {
                seconds = parser.getString();
            }
            parser.skipChildren();
        }
        return seconds;
    }
}
