package noroshi.intel.drop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import noroshi.intel.Reason;
import tools.jackson.databind.JsonNode;

/** Reads one attribute of MISP. */
final class MispAttribute {
    private static final Set<String> TAKEN = Set.of(
            "uuid",
            "type",
            "category",
            "to_ids",
            "value",
            "comment",
            "timestamp",
            "first_seen",
            "Tag",
            "Galaxy",
            "deleted",
            "object_relation");
    private static final int LONGEST = 100_000;

    private final Reading reading;
    private final Untaken untaken;

    /** Hears of each property, and which of them are taken. */
    interface Untaken {
        void hear(String name, JsonNode value, Set<String> taken);
    }

    MispAttribute(Reading reading, Untaken untaken) {
        this.reading = reading;
        this.untaken = untaken;
    }

    void read(JsonNode attribute, MispReader.Place place, List<String> labels) {
        var type = MispReader.cut(attribute.path("type").asString(""));
        var value = attribute.path("value").asString("");
        var changes = new ArrayList<Reason>();
        if (value.length() > LONGEST) {
            reading.leave(place.where(), value, Reason.said("drop.left.long", LONGEST), place.tlp());
            return;
        }
        attribute.properties().forEach(property -> untaken.hear(property.getKey(), property.getValue(), TAKEN));
        var facts = facts(attribute, type, place, labels, changes);
        var deleted = attribute.path("deleted").asBoolean(false);
        if (MispTypes.RULES.contains(type) && !deleted) {
            reading.take(place.where(), Sense.RULE, List.of(), value, facts, changes);
        } else if (MispTypes.WORDS.contains(type) && !value.isBlank() && !deleted) {
            reading.take(place.where(), Sense.NOTE, List.of(), value, facts, changes);
        } else if (type.equals("link") && !deleted) {
            reading.take(place.where(), Sense.LINK, List.of(), value, facts, changes);
        } else if (type.equals("vulnerability") && !value.isBlank() && !deleted) {
            reading.take(place.where(), Sense.WEAKNESS, List.of(), value.strip(), facts, changes);
        } else {
            value(attribute, type, value, facts, place.where(), changes, deleted);
        }
    }

    private void value(
            JsonNode attribute,
            String type,
            String value,
            Item.Facts facts,
            String where,
            List<Reason> changes,
            boolean deleted) {
        var meaning = MispTypes.read(type, value);
        if (meaning.isEmpty()) {
            var reason = Reason.said(deleted ? "drop.left.deleted" : "drop.left.type", type);
            reading.leave(where, value, reason, facts.tlp());
            return;
        }
        var read = meaning.get();
        changes.addAll(read.changes());
        var spelled = String.join(
                "|", read.tests().stream().map(test -> test.form().value()).toList());
        if (read.name().isEmpty() && read.changes().isEmpty() && !spelled.equals(value)) {
            changes.add(Reason.said("drop.changed.spelling", value));
        }
        var sense = deleted ? Sense.ENDED : toIds(attribute) ? Sense.LOOKOUT : Sense.SEEN;
        if (sense == Sense.SEEN && !read.tests().stream().allMatch(Patterns::canBeObserved)) {
            reading.leave(where, value, Reason.said("drop.left.context", type), facts.tlp());
            return;
        }
        if (sense == Sense.SEEN) {
            changes.add(Reason.said("drop.changed.seen"));
        }
        reading.take(where, sense, read.tests(), "", facts.named(read.name()), changes);
    }

    private static boolean toIds(JsonNode attribute) {
        return attribute
                .path("to_ids")
                .asBoolean(attribute.path("to_ids").asString("").equals("1"));
    }

    private static Item.Facts facts(
            JsonNode attribute, String type, MispReader.Place place, List<String> around, List<Reason> changes) {
        var tags = MispTags.of(attribute);
        changes.addAll(tags.changes());
        var labels = new ArrayList<>(around);
        labels.addAll(tags.labels());
        for (var name : List.of("category", "object_relation")) {
            var word = MispReader.cut(attribute.path(name).asString(""));
            if (!word.isEmpty()) {
                labels.add("misp:" + name + "=\"" + word + "\"");
            }
        }
        labels.add("misp:type=\"" + type + "\"");
        var stamp = attribute.path("timestamp").asString("");
        var first = attribute.path("first_seen").asString("");
        var firstSeen = Moments.read(first).or(() -> Moments.seconds(first));
        if (!first.isEmpty() && firstSeen.isEmpty()) {
            changes.add(Reason.said("drop.changed.time", first));
        }
        return new Item.Facts(
                type,
                "",
                attribute.path("comment").asString("").replace("\0", "").strip(),
                LineReader.strictest(place.tlp(), tags.tlp()),
                labels,
                MispReader.uuid(attribute),
                Moments.seconds(stamp).or(() -> Optional.of(place.at())),
                firstSeen,
                place.event());
    }
}
