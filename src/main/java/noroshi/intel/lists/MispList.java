package noroshi.intel.lists;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.intel.IndicatorType;
import noroshi.intel.OwnStix;
import noroshi.intel.life.Saying;
import noroshi.shared.Tlp;
import tools.jackson.databind.json.JsonMapper;

/**
 * The list as a feed of MISP: an event for each topic, and one for each label of what the library says. What was taken back
 * lately stands in its event as deleted; MISP fetches an event anew when its moment has moved.
 */
final class MispList {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String site;
    private final Map<UUID, Event> events = new LinkedHashMap<>();

    private MispList(String site) {
        this.site = site;
    }

    /** What is said of one value in one event, or was until lately; whoever says it in the library, MISP takes it once. */
    private record Entry(Line line, boolean deleted, List<Saying> sayings) {
        Tlp tlp() {
            return sayings.stream().map(Saying::tlp).reduce(Tlp.CLEAR, Tlp::strictest);
        }

        Instant firstAt() {
            return sayings.stream()
                    .map(Saying::firstAt)
                    .min(Comparator.naturalOrder())
                    .orElse(Instant.EPOCH);
        }

        Instant lastAt() {
            return sayings.stream()
                    .map(MispList::moment)
                    .max(Comparator.naturalOrder())
                    .orElse(Instant.EPOCH);
        }

        String role() {
            return sayings.stream()
                    .map(Saying::role)
                    .filter(role -> !role.isBlank())
                    .distinct()
                    .collect(Collectors.joining(" / "));
        }
    }

    private static final class Event {
        private final String title;
        private Tlp tlp = Tlp.CLEAR;
        private Instant at = Instant.EPOCH;
        private final Map<UUID, Entry> entries = new LinkedHashMap<>();

        Event(String title) {
            this.title = title;
        }

        void add(Line line, Saying saying) {
            var entry = entries.computeIfAbsent(
                    line.value(), id -> new Entry(line, saying.withdrawal().isPresent(), new ArrayList<>()));
            tlp = tlp.strictest(saying.tlp());
            at = moment(saying).isAfter(at) ? moment(saying) : at;
            if (entry.deleted() == saying.withdrawal().isPresent()) {
                entry.sayings().add(saying);
            }
        }
    }

    static MispList of(Selection selection, String site) {
        var feed = new MispList(site);
        for (var line : selection.lines()) {
            line.sayings().stream()
                    .filter(saying -> saying.withdrawal().isEmpty() && !line.revoked())
                    .forEach(saying -> feed.add(line, saying));
            line.gone().forEach(saying -> feed.add(line, saying));
        }
        return feed;
    }

    /** Feeds count in seconds: what was taken back counts as the next, so that it is later than what it takes back. */
    private static Instant moment(Saying saying) {
        return saying.withdrawal()
                .map(Saying.Withdrawal::at)
                .map(at -> at.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1))
                .filter(at -> at.isAfter(saying.lastAt()))
                .orElse(saying.lastAt());
    }

    private void add(Line line, Saying saying) {
        var name = switch (saying.place()) {
            case Saying.Place.InTopic(var topic) -> "topic " + topic;
            case Saying.Place.InLibrary _, Saying.Place.InCollection _ -> "library " + saying.tlp();
        };
        var title = saying.title().isBlank() ? "Threat library, " + saying.tlp().label() : saying.title();
        events.computeIfAbsent(OwnStix.name(site + " event " + name), id -> new Event(title))
                .add(line, saying);
    }

    byte[] manifest() {
        var manifest = new LinkedHashMap<String, Object>();
        events.forEach((id, event) -> manifest.put(id.toString(), head(event)));
        return JSON.writeValueAsBytes(manifest);
    }

    private Map<String, Object> head(Event event) {
        var head = new LinkedHashMap<String, Object>();
        head.put("info", event.title);
        head.put(
                "Orgc",
                Map.of("name", site, "uuid", OwnStix.name("identity " + site).toString()));
        head.put("analysis", "2");
        head.put("threat_level_id", "2");
        head.put("date", event.at.atOffset(ZoneOffset.UTC).toLocalDate().toString());
        head.put("timestamp", Long.toString(event.at.getEpochSecond()));
        head.put("Tag", List.of(Map.of("name", tag(event.tlp), "colour", "#ffffff")));
        return head;
    }

    private static String tag(Tlp tlp) {
        return tlp.label().toLowerCase(Locale.ROOT);
    }

    Optional<byte[]> event(UUID id) {
        return Optional.ofNullable(events.get(id)).map(event -> {
            var whole = new LinkedHashMap<>(head(event));
            whole.put("uuid", id.toString());
            whole.put("published", true);
            whole.put("publish_timestamp", Long.toString(event.at.getEpochSecond()));
            whole.put(
                    "Attribute",
                    event.entries.values().stream()
                            .sorted(Comparator.comparing(
                                            (Entry entry) -> entry.line().type())
                                    .thenComparing(entry -> entry.line().text()))
                            .map(entry -> attribute(id, entry))
                            .toList());
            return JSON.writeValueAsBytes(Map.of("Event", whole));
        });
    }

    private static Map<String, Object> attribute(UUID event, Entry entry) {
        var attribute = new LinkedHashMap<String, Object>();
        var line = entry.line();
        attribute.put(
                "uuid",
                OwnStix.name(event + " " + line.type() + " " + line.text()).toString());
        attribute.put("type", type(line.type()));
        attribute.put("category", hash(line.type()) ? "Payload delivery" : "Network activity");
        attribute.put("to_ids", true);
        attribute.put("value", line.text());
        attribute.put("comment", entry.role());
        if (entry.deleted()) {
            attribute.put("deleted", true);
        }
        attribute.put("timestamp", Long.toString(entry.lastAt().getEpochSecond()));
        attribute.put("first_seen", entry.firstAt().toString());
        attribute.put("distribution", "5");
        attribute.put("Tag", List.of(Map.of("name", tag(entry.tlp()), "colour", "#ffffff")));
        return attribute;
    }

    private static boolean hash(IndicatorType type) {
        return switch (type) {
            case SHA256, SHA1, MD5, FILE_NAME, EMAIL -> true;
            default -> false;
        };
    }

    private static String type(IndicatorType type) {
        return switch (type) {
            case DOMAIN -> "domain";
            case IPV4, IPV6 -> "ip-dst";
            case URL -> "url";
            case SHA256 -> "sha256";
            case SHA1 -> "sha1";
            case MD5 -> "md5";
            case EMAIL -> "email-src";
            case FILE_NAME -> "filename";
            case OTHER -> "other";
        };
    }

    /** MD5 of each value with the event it stands in; so MISP looks values up without fetching events. */
    String hashes() {
        var text = new StringBuilder();
        events.forEach((id, event) -> event.entries.values().stream()
                .filter(entry -> !entry.deleted())
                .forEach(entry -> text.append(md5(entry.line().text()))
                        .append(',')
                        .append(id)
                        .append('\n')));
        return text.toString();
    }

    private static String md5(String text) {
        try {
            var digest = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
