package noroshi.intel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import noroshi.shared.Tlp;
import tools.jackson.databind.JsonNode;

/** Reads a file that should be a STIX 2.1 bundle: every object is taken, or refused with its own reason. */
final class BundleReader {
    private static final int LONGEST_NAME = 300;

    private final Marks marks;

    private final Map<String, String> contents = new HashMap<>();

    private final List<StixObject> objects = new ArrayList<>();

    private final List<RefusedObject> refused = new ArrayList<>();

    private final List<Origin> origins;

    private BundleReader(Marks marks, List<Origin> origins) {
        this.marks = marks;
        this.origins = origins;
    }

    static BundleReading read(byte[] file) {
        return read(file, List.of());
    }

    /**
     * With the origin of each object: then no definition that stands beside it changes its label, and what was taken when
     * it arrived is not refused by rules that came later.
     */
    static BundleReading read(byte[] file, List<Origin> origins) {
        try {
            if (file.length > Limits.FILE) {
                throw new Broken("intel.file.too-large", Limits.FILE / (1024 * 1024));
            }
            return new BundleReader(new Marks(), origins).bundle(Envelope.read(Encoding.utf8(file)));
        } catch (Broken broken) {
            return new BundleReading.Unreadable(broken.reason());
        }
    }

    /** Some objects of a bundle whose markings are known. */
    static BundleReading.Taken some(List<Envelope.Element> elements, Marks marks) {
        var reader = new BundleReader(marks, List.of());
        elements.forEach(reader::object);
        return new BundleReading.Taken("", reader.objects, reader.refused, List.of());
    }

    private BundleReading bundle(Envelope envelope) {
        envelope.elements().stream()
                .filter(element -> origins.isEmpty() && element.type().equals("marking-definition"))
                .forEach(element -> learn(element, marks));
        envelope.elements().forEach(this::object);
        return new BundleReading.Taken(envelope.id(), objects, refused, remarks(envelope));
    }

    static List<Reason> remarks(Envelope envelope) {
        var idRemark = StixId.parse(envelope.id())
                .filter(id -> id.type().equals("bundle"))
                .map(_ -> Stream.<Reason>empty())
                .orElseGet(() -> Stream.of(Reason.of("intel.remark.bundle-id")));
        var versionRemark =
                envelope.versionStated() ? Stream.of(Reason.of("intel.remark.bundle-version")) : Stream.<Reason>empty();
        return Stream.concat(idRemark, versionRemark).toList();
    }

    static void learn(Envelope.Element element, Marks marks) {
        try {
            marks.learn(tree(element));
        } catch (Broken _) {
            // refused with its reason when the objects are read
        }
    }

    private void object(Envelope.Element element) {
        var id = "";
        try {
            var tree = tree(element);
            id = ObjectRules.idToShow(tree);
            var object = read(element, tree);
            if (isNew(object)) {
                objects.add(object);
            }
        } catch (Broken broken) {
            refused.add(new RefusedObject(element.position(), id, broken.reason()));
        }
    }

    private static JsonNode tree(Envelope.Element element) {
        if (element.slice().length() == 0) {
            throw new Broken("intel.object.too-large", Limits.STREAMED_OBJECT / (1024 * 1024));
        }
        if (!element.slice().startsWith('{')) {
            throw new Broken("intel.object.not-object");
        }
        if (element.parts() > Limits.PARTS) {
            throw new Broken("intel.object.too-many-parts", Limits.PARTS);
        }
        return Json.tree(element.slice());
    }

    private StixObject read(Envelope.Element element, JsonNode tree) {
        var remarks = new ArrayList<>(JsonValues.check(tree));
        var family = ObjectRules.check(tree);
        if (origins.isEmpty()) {
            StixSpecification.check(tree);
        }
        remarks.addAll(StixSpecification.remarks(tree));
        remarks.addAll(Marks.remarks(tree));
        var id = new StixId(tree.path("id").stringValue());
        var lookout = element.type().equals("indicator")
                ? Optional.of(Lookouts.of(tree, remarks))
                : Optional.<StixObject.Lookout>empty();
        var slice = element.slice();
        return new StixObject(
                element.position(),
                id,
                family,
                Properties.time(tree, "created"),
                Properties.time(tree, "modified"),
                tree.path("revoked").asBoolean(false),
                name(tree, lookout),
                label(element, tree),
                slice,
                Json.sha256(slice.file(), slice.offset(), slice.length()),
                Content.hash(tree),
                Json.text(tree),
                Links.of(id.text(), tree),
                lookout,
                remarks.stream().distinct().toList(),
                origin(element));
    }

    private Optional<Origin> origin(Envelope.Element element) {
        return origins.isEmpty() ? Optional.empty() : Optional.of(origins.get(element.position() - 1));
    }

    /** As decided on arrival; what was kept inside because it says nothing still says nothing. */
    private Optional<Tlp> label(Envelope.Element element, JsonNode tree) {
        var own = marks.of(tree);
        return origin(element)
                .flatMap(Origin::label)
                .map(label -> label == Tlp.AMBER_STRICT ? own.map(_ -> label) : Optional.of(label))
                .orElse(own);
    }

    /** What to call the object; an indicator without a name is called by what it looks for. */
    private static String name(JsonNode tree, Optional<StixObject.Lookout> lookout) {
        var lookedFor = lookout.stream()
                .flatMap(each -> each.values().stream())
                .map(value -> value.type().harmless(value.value()));
        var named = Stream.of("name", "value", "abstract", "product", "path", "relationship_type")
                .map(property -> tree.path(property).asString(""));
        return Stream.of(named, lookedFor, Stream.of(tree.path("pattern").asString("")))
                .flatMap(Function.identity())
                .filter(text -> !text.isBlank())
                .findFirst()
                .map(text -> Plain.line(text.strip(), LONGEST_NAME))
                .orElse("");
    }

    /** The same version twice is taken once; with other content it is a contradiction and refused. */
    private boolean isNew(StixObject object) {
        var version = object.bringer() + " " + object.id() + " "
                + object.modified().map(Object::toString).orElse(object.content());
        var earlier = contents.putIfAbsent(version, object.content());
        if (earlier != null && !earlier.equals(object.content())) {
            throw new Broken("intel.object.contradiction");
        }
        return earlier == null;
    }
}
