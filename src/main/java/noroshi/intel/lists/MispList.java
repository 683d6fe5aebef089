package noroshi.intel.lists;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.intel.IndicatorType;
import noroshi.intel.OwnStix;
import noroshi.intel.life.Saying;
import noroshi.shared.Tlp;
import tools.jackson.databind.json.JsonMapper;

/**
 * The list as a feed of MISP: an event for each topic, and one for each label of what the library says. What was taken back
 * lately stands in its event as deleted; MISP fetches an event anew when its moment has moved.
 */
record MispList(String site, Map<UUID, MispEvent> events) {
    private static final JsonMapper JSON = JsonMapper.shared();

    MispList {
        events = Collections.unmodifiableMap(new LinkedHashMap<>(events));
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

        MispEvent.Attribute attribute() {
            return new MispEvent.Attribute(line.type(), line.text(), deleted, role(), tlp(), firstAt(), lastAt());
        }
    }

    private static final class Draft {
        private final String title;
        private Tlp tlp = Tlp.CLEAR;
        private final Map<UUID, Entry> entries = new LinkedHashMap<>();

        Draft(String title) {
            this.title = title;
        }

        void add(Line line, Saying saying) {
            var entry = entries.computeIfAbsent(
                    line.value(), id -> new Entry(line, saying.withdrawal().isPresent(), new ArrayList<>()));
            tlp = tlp.strictest(saying.tlp());
            if (entry.deleted() == saying.withdrawal().isPresent()) {
                entry.sayings().add(saying);
            }
        }

        MispEvent event() {
            var attributes = new LinkedHashMap<UUID, MispEvent.Attribute>();
            entries.forEach((value, entry) -> attributes.put(value, entry.attribute()));
            var event = new MispEvent(title, tlp, Instant.EPOCH, attributes);
            return new MispEvent(title, tlp, event.said(), attributes);
        }
    }

    static MispList of(Selection selection, String site) {
        var drafts = new LinkedHashMap<UUID, Draft>();
        for (var line : selection.lines()) {
            Stream.concat(
                            line.sayings().stream()
                                    .filter(saying -> saying.withdrawal().isEmpty() && !line.revoked()),
                            line.gone().stream())
                    .forEach(saying -> drafts.computeIfAbsent(event(saying, site), id -> new Draft(title(saying)))
                            .add(line, saying));
        }
        var events = new LinkedHashMap<UUID, MispEvent>();
        drafts.forEach((id, draft) -> events.put(id, draft.event()));
        return new MispList(site, events);
    }

    /** Feeds count in seconds: what was taken back counts as the next, so that it is later than what it takes back. */
    private static Instant moment(Saying saying) {
        return saying.withdrawal()
                .map(Saying.Withdrawal::at)
                .map(at -> at.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1))
                .filter(at -> at.isAfter(saying.lastAt()))
                .orElse(saying.lastAt());
    }

    private static UUID event(Saying saying, String site) {
        var name = switch (saying.place()) {
            case Saying.Place.InTopic(var topic) -> "topic " + topic;
            case Saying.Place.InLibrary _, Saying.Place.InCollection _ -> "library " + saying.tlp();
        };
        return OwnStix.name(site + " event " + name);
    }

    private static String title(Saying saying) {
        return saying.title().isBlank() ? untitled(saying.tlp()) : saying.title();
    }

    /** What has no title of its own is called by its label. */
    static String untitled(Tlp tlp) {
        return "Threat library, " + tlp.label();
    }

    /** The strictest label in it. */
    Tlp tlp() {
        return events.values().stream().map(MispEvent::tlp).reduce(Tlp.CLEAR, Tlp::strictest);
    }

    byte[] manifest() {
        var manifest = new LinkedHashMap<String, Object>();
        events.forEach((id, event) -> manifest.put(id.toString(), head(event)));
        return JSON.writeValueAsBytes(manifest);
    }

    private Map<String, Object> head(MispEvent event) {
        var head = new LinkedHashMap<String, Object>();
        head.put("info", event.title());
        head.put(
                "Orgc",
                Map.of("name", site, "uuid", OwnStix.name("identity " + site).toString()));
        head.put("analysis", "2");
        head.put("threat_level_id", "2");
        head.put("date", event.said().atOffset(ZoneOffset.UTC).toLocalDate().toString());
        head.put("timestamp", Long.toString(event.at().getEpochSecond()));
        head.put("Tag", List.of(Map.of("name", tag(event.tlp()), "colour", "#ffffff")));
        return head;
    }

    private static String tag(Tlp tlp) {
        return tlp.label().toLowerCase(Locale.ROOT);
    }

    byte[] event(UUID id, MispEvent event) {
        var whole = new LinkedHashMap<>(head(event));
        whole.put("uuid", id.toString());
        whole.put("published", true);
        whole.put("publish_timestamp", Long.toString(event.at().getEpochSecond()));
        whole.put(
                "Attribute",
                event.attributes().values().stream()
                        .sorted(Comparator.comparing(MispEvent.Attribute::type)
                                .thenComparing(MispEvent.Attribute::text))
                        .map(each -> attribute(id, each))
                        .toList());
        return JSON.writeValueAsBytes(Map.of("Event", whole));
    }

    private static Map<String, Object> attribute(UUID event, MispEvent.Attribute said) {
        var attribute = new LinkedHashMap<String, Object>();
        attribute.put(
                "uuid",
                OwnStix.name(event + " " + said.type() + " " + said.text()).toString());
        attribute.put("type", type(said.type()));
        attribute.put("category", hash(said.type()) ? "Payload delivery" : "Network activity");
        attribute.put("to_ids", true);
        attribute.put("value", said.text());
        attribute.put("comment", said.comment());
        if (said.deleted()) {
            attribute.put("deleted", true);
        }
        attribute.put("timestamp", Long.toString(said.at().getEpochSecond()));
        attribute.put("first_seen", said.firstAt().toString());
        attribute.put("distribution", "5");
        attribute.put("Tag", List.of(Map.of("name", tag(said.tlp()), "colour", "#ffffff")));
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
        events.forEach((id, event) -> event.attributes().values().stream()
                .filter(each -> !each.deleted())
                .forEach(each ->
                        text.append(md5(each.text())).append(',').append(id).append('\n')));
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
