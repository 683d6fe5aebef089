package noroshi.intel.drop;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.intel.OwnStix;
import noroshi.intel.Reason;
import noroshi.shared.Tlp;
import tools.jackson.databind.json.JsonMapper;

/** Writes what was read as a bundle, so that it enters the library as every other file does. */
final class AsStix {
    private static final String RED = "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1";

    private final Drop drop;
    private final UUID organisation;
    private final String from;
    private final Instant now;
    private final Set<String> held;
    private final Map<String, Map<String, Object>> objects = new LinkedHashMap<>();
    private final Map<String, Optional<Tlp>> parts = new HashMap<>();
    private final Map<Integer, List<Reason>> changes = new LinkedHashMap<>();
    private final Map<Integer, Set<String>> ofEvent = new LinkedHashMap<>();

    /**
     * @param from whose word it is
     * @param held ids of indicators that the library has
     */
    AsStix(Drop drop, UUID organisation, String from, Set<String> held, Instant now) {
        this.drop = drop;
        this.organisation = organisation;
        this.from = from;
        this.held = held;
        this.now = now.truncatedTo(ChronoUnit.MILLIS);
    }

    /** A bundle, and what to say of the objects at these positions. */
    record Written(byte[] bundle, Map<Integer, List<Reason>> changes) {}

    Written write(List<Item> chosen) {
        var items = tightened(chosen);
        for (var item : items) {
            var before = objects.size();
            item(item);
            if (objects.size() > before && !item.changes().isEmpty()) {
                changes.put(before + 1, item.changes());
            }
        }
        reports(items);
        var bundle = new LinkedHashMap<String, Object>();
        bundle.put("type", "bundle");
        bundle.put("id", "bundle--" + UUID.randomUUID());
        bundle.put("objects", new ArrayList<>(objects.values()));
        return new Written(JsonMapper.shared().writeValueAsBytes(bundle), changes);
    }

    /** What one source looks for twice stands under the strictest of its labels. */
    private List<Item> tightened(List<Item> items) {
        var labels = new HashMap<String, Tlp>();
        for (var item : items) {
            if (item.sense() == Sense.LOOKOUT) {
                labels.merge(
                        source(item) + "\n" + item.words(),
                        item.facts().tlp().orElse(Tlp.AMBER_STRICT),
                        Tlp::strictest);
            }
        }
        return items.stream()
                .map(item -> item.sense() == Sense.LOOKOUT
                        ? item.atLeast(Optional.ofNullable(labels.get(source(item) + "\n" + item.words())))
                        : item)
                .toList();
    }

    private String source(Item item) {
        return item.facts().event() < 0
                ? from
                : drop.events().get(item.facts().event()).from();
    }

    /** The id that the indicator of an entry has in the library. */
    String indicatorId(Item item) {
        return "indicator--" + id(item);
    }

    private UUID id(Item item) {
        return item.facts().id().orElseGet(() -> name(organisation + " " + from + " " + item.words()));
    }

    private void item(Item item) {
        switch (item.sense()) {
            case LOOKOUT -> indicator(item, Patterns.of(item.tests()), "stix", false);
            case RULE -> indicator(item, item.text(), item.facts().kind(), false);
            case ENDED -> indicator(item, Patterns.of(item.tests()), "stix", true);
            case SEEN -> seen(item);
            case NOTE, LINK -> {
                // they belong to the report and are written with it
            }
            case WEAKNESS -> {
                var weakness = head("vulnerability", id(item), item);
                weakness.put("name", item.text());
                put(weakness, item);
            }
        }
    }

    private void indicator(Item item, String pattern, String language, boolean ended) {
        var indicator = head("indicator", id(item), item);
        indicator.put(
                "name",
                item.facts().name().isEmpty() ? item.shown() : item.facts().name());
        if (!item.facts().about().isEmpty()) {
            indicator.put("description", item.facts().about());
        }
        indicator.put("pattern", pattern);
        indicator.put("pattern_type", language);
        indicator.put("valid_from", indicator.get("created"));
        if (ended) {
            indicator.put("revoked", true);
        }
        put(indicator, item);
    }

    /** Context is kept as observed; an indicator that said otherwise before is taken back. */
    private void seen(Item item) {
        var observed = item.tests().stream()
                .map(test -> Patterns.observed(test, item.facts().name()))
                .toList();
        observed.forEach(part -> part(part, item.facts().tlp()));
        var data = head("observed-data", id(item), item);
        data.put("first_observed", data.get("created"));
        data.put("last_observed", data.get("modified"));
        data.put("number_observed", 1);
        data.put(
                "object_refs",
                observed.stream().map(part -> part.get("id")).distinct().toList());
        put(data, item);
        if (!item.facts().about().isEmpty()) {
            note(name("note " + id(item)), item.facts().about(), List.of(String.valueOf(data.get("id"))), item);
        }
        if (held.contains(indicatorId(item))) {
            indicator(item, Patterns.of(item.tests()), "stix", true);
        }
    }

    /** Several entries may speak of one observed object: it stands under the strictest of their labels. */
    private void part(Map<String, Object> part, Optional<Tlp> label) {
        var id = String.valueOf(part.get("id"));
        var before = parts.getOrDefault(id, label);
        var both = before.equals(label)
                ? label
                : Optional.of(before.orElse(Tlp.AMBER_STRICT).strictest(label.orElse(Tlp.AMBER_STRICT)));
        both.ifPresent(tlp -> part.put("object_marking_refs", List.of(marking(tlp))));
        parts.put(id, both);
        objects.put(id, part);
    }

    private void note(UUID id, String words, List<String> about, Item item) {
        var note = head("note", id, item);
        note.put("content", words);
        note.put("object_refs", about);
        put(note, item);
    }

    private Map<String, Object> head(String type, UUID id, Item item) {
        var at = item.facts().at().filter(moment -> !moment.isAfter(now)).orElse(now);
        var first =
                item.facts().firstSeen().filter(moment -> moment.isBefore(at)).orElse(at);
        var head = new LinkedHashMap<String, Object>();
        head.put("type", type);
        head.put("spec_version", "2.1");
        head.put("id", type + "--" + id);
        head.put("created", OwnStix.text(first));
        head.put("modified", OwnStix.text(at));
        if (!item.facts().labels().isEmpty()) {
            head.put("labels", item.facts().labels());
        }
        var source = source(item);
        if (!source.isEmpty()) {
            var reference = new LinkedHashMap<String, Object>();
            reference.put("source_name", source);
            item.facts()
                    .id()
                    .ifPresentOrElse(
                            known -> reference.put("external_id", known.toString()),
                            () -> reference.put("description", source));
            head.put("external_references", List.of(reference));
        }
        item.facts().tlp().ifPresent(label -> head.put("object_marking_refs", List.of(marking(label))));
        return head;
    }

    private static String marking(Tlp label) {
        return label == Tlp.RED ? RED : OwnStix.markingOf(label);
    }

    private void put(Map<String, Object> object, Item item) {
        var id = String.valueOf(object.get("id"));
        // The source gave one id twice: both are written, and the library says what it does with the second.
        objects.put(objects.containsKey(id) ? id + " " + objects.size() : id, object);
        ofEvent.computeIfAbsent(item.facts().event(), event -> new LinkedHashSet<>())
                .add(id);
    }

    /** A report for each event of which something is taken; its notes and links stand with it. */
    private void reports(List<Item> items) {
        for (var number = 0; number < drop.events().size(); number++) {
            var event = drop.events().get(number);
            var place = number;
            var own =
                    items.stream().filter(item -> item.facts().event() == place).toList();
            var inside = ofEvent.getOrDefault(place, Set.of());
            if (!own.isEmpty()) {
                report(event, own, List.copyOf(inside));
            }
        }
    }

    private void report(Drop.Event event, List<Item> own, List<String> inside) {
        var id = "report--" + event.id();
        var notes = own.stream().filter(item -> item.sense() == Sense.NOTE).toList();
        var refs = new ArrayList<>(inside);
        notes.forEach(item -> refs.add("note--" + id(item)));
        var links = own.stream().filter(item -> item.sense() == Sense.LINK).toList();
        var references = new ArrayList<Map<String, Object>>();
        references.add(Map.of(
                "source_name",
                event.from().isEmpty() ? "MISP" : event.from(),
                "external_id",
                event.id().toString()));
        links.forEach(item -> references.add(Map.of("source_name", "link", "url", item.text())));
        if (refs.isEmpty()) {
            refs.add(id);
        }
        notes.forEach(item -> note(id(item), item.text(), List.of(id), item));
        var report = new LinkedHashMap<String, Object>();
        report.put("type", "report");
        report.put("spec_version", "2.1");
        report.put("id", id);
        report.put("created", OwnStix.text(event.at()));
        report.put("modified", OwnStix.text(now));
        report.put("name", event.title());
        report.put("published", OwnStix.text(event.at()));
        if (!event.labels().isEmpty()) {
            report.put("labels", event.labels());
        }
        report.put("external_references", references);
        report.put("object_refs", refs);
        own.stream()
                .flatMap(item -> item.facts().tlp().stream())
                .reduce(Tlp::strictest)
                .ifPresent(label -> report.put("object_marking_refs", List.of(marking(label))));
        objects.put(id, report);
    }

    /** An id made of a name (RFC 4122, version 5). */
    static UUID name(String name) {
        return OwnStix.name("dropped " + name);
    }
}
