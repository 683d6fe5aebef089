package noroshi.intel.drop;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import noroshi.intel.Reason;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import tools.jackson.databind.JsonNode;

/** Reads events of MISP: one, a list, or the answer of a search. What has no place here is named. */
final class MispReader {
    private static final int LONGEST_TITLE = 300;
    private static final int MOST_EVENTS = 500;

    private static final Set<String> OF_EVENT =
            Set.of("uuid", "info", "date", "timestamp", "Orgc", "Tag", "Galaxy", "Attribute", "Object", "EventReport");
    private static final Set<String> OF_OBJECT = Set.of("uuid", "name", "comment", "Attribute", "deleted");
    private static final Set<String> OF_REPORT = Set.of("uuid", "name", "content", "timestamp", "deleted");

    /** How MISP keeps its own house: numbers of rows, counts, and what follows from the rest. */
    private static final Set<String> HOUSEKEEPING = Set.of(
            "id",
            "event_id",
            "object_id",
            "org_id",
            "orgc_id",
            "attribute_count",
            "locked",
            "proposal_email_lock",
            "published",
            "publish_timestamp",
            "disable_correlation",
            "value1",
            "value2",
            "template_uuid",
            "template_version",
            "meta-category",
            "timestamp",
            "sharing_group_id",
            "Org",
            "uuid",
            "protected");

    private final Clock clock;
    private final Reading reading = new Reading();
    private final List<Drop.Event> events = new ArrayList<>();
    private final Map<String, Integer> notTaken = new TreeMap<>();
    private final MispAttribute attributes;

    private MispReader(Clock clock) {
        this.clock = clock;
        this.attributes = new MispAttribute(reading, this::untaken);
    }

    static Drop read(JsonNode json, Clock clock) {
        var reader = new MispReader(clock);
        var inside = json.path("response").isMissingNode() ? json : json.path("response");
        if (inside.isArray()) {
            var number = 0;
            for (var each : inside.values()) {
                reader.event(each, "Event[" + number++ + "]");
            }
        } else {
            reader.event(inside, "Event");
        }
        return reader.drop();
    }

    private Drop drop() {
        if (events.isEmpty()) {
            throw new RuleBroken("drop.not-misp");
        }
        notTaken.forEach((name, number) -> reading.remark(Reason.said("drop.remark.property", name, number)));
        var first = events.getFirst();
        return new Drop(
                Format.MISP,
                first.title(),
                first.from(),
                events,
                reading.items(),
                reading.leftOut(),
                reading.remarks(),
                Optional.empty());
    }

    private void event(JsonNode wrapped, String where) {
        var event = wrapped.path("Event").isObject() ? wrapped.path("Event") : wrapped;
        if (!event.path("info").isString() && !event.path("Attribute").isArray()) {
            reading.leave(where, "", Reason.said("drop.left.no-event"));
            return;
        }
        if (events.size() == MOST_EVENTS) {
            throw new RuleBroken("drop.too-many", MOST_EVENTS);
        }
        var tags = MispTags.of(event);
        var title = cut(event.path("info").asString(""));
        var at = Moments.seconds(event.path("timestamp").asString(""))
                .or(() -> Moments.read(event.path("date").asString("")))
                .filter(moment -> moment.isBefore(clock.instant()))
                .orElseGet(clock::instant);
        var id = uuid(event).orElseGet(() -> AsStix.name("event " + title + at));
        events.add(new Drop.Event(id, title.isEmpty() ? "MISP" : title, orgc(event), at, tags.labels()));
        tags.changes().forEach(reading::remark);
        properties(event, OF_EVENT);
        var place = new Place(events.size() - 1, at, tags.tlp(), where);
        list(
                event.path("Attribute"),
                where + ".Attribute",
                (each, path) -> attributes.read(each, place.at(path), List.of()));
        list(event.path("Object"), where + ".Object", (each, path) -> object(each, place.at(path)));
        list(event.path("EventReport"), where + ".EventReport", (each, path) -> report(each, place.at(path)));
    }

    /** Where an entry stands, and what holds for it because of that. */
    record Place(int event, Instant at, Optional<Tlp> tlp, String where) {
        Place at(String path) {
            return new Place(event, at, tlp, path);
        }
    }

    private interface Each {
        void read(JsonNode node, String path);
    }

    private void list(JsonNode nodes, String path, Each each) {
        var number = 0;
        for (var node : nodes.values()) {
            each.read(node, path + "[" + number++ + "]");
        }
    }

    private void object(JsonNode object, Place place) {
        properties(object, OF_OBJECT);
        var name = cut(object.path("name").asString(""));
        var labels = new ArrayList<String>();
        if (!name.isEmpty()) {
            labels.add("misp:name=\"" + name + "\"");
            uuid(object).ifPresent(id -> labels.add("misp:object-uuid=\"" + id + "\""));
        }
        var comment = object.path("comment").asString("").strip();
        if (!comment.isEmpty()) {
            note(object, comment, place, "object");
        }
        list(
                object.path("Attribute"),
                place.where() + ".Attribute",
                (each, path) -> attributes.read(each, place.at(path), labels));
    }

    private void report(JsonNode report, Place place) {
        properties(report, OF_REPORT);
        var words = (report.path("name").asString("") + "\n\n"
                        + report.path("content").asString(""))
                .strip();
        if (report.path("deleted").asBoolean(false) || words.isEmpty()) {
            reading.leave(place.where(), report.path("name").asString(""), Reason.said("drop.left.deleted"));
        } else {
            note(report, words, place, "report");
        }
    }

    private void note(JsonNode of, String words, Place place, String kind) {
        var id = uuid(of).map(known -> AsStix.name("note " + known));
        var facts = new Item.Facts(
                kind, "", "", place.tlp(), List.of(), id, Optional.of(place.at()), Optional.empty(), place.event());
        reading.take(place.where(), Sense.NOTE, List.of(), words, facts, List.of());
    }

    private void properties(JsonNode node, Set<String> taken) {
        node.properties().forEach(property -> untaken(property.getKey(), property.getValue(), taken));
    }

    /** Counts what says something and is not taken. */
    private void untaken(String name, JsonNode value, Set<String> taken) {
        var empty = value.isNull()
                || value.isContainer() && value.isEmpty()
                || value.asString("-").isEmpty();
        if (!empty && !taken.contains(name) && !HOUSEKEEPING.contains(name)) {
            var known = notTaken.containsKey(name) || notTaken.size() < 100;
            notTaken.merge(known ? name.substring(0, Math.min(60, name.length())) : "…", 1, Integer::sum);
        }
    }

    private static String orgc(JsonNode event) {
        return cut(event.path("Orgc").path("name").asString(""));
    }

    static Optional<UUID> uuid(JsonNode node) {
        var text = node.path("uuid").asString("");
        return text.matches("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    static String cut(String text) {
        var plain = text.replace("\0", "").strip();
        return plain.length() > LONGEST_TITLE ? plain.substring(0, LONGEST_TITLE) : plain;
    }
}
