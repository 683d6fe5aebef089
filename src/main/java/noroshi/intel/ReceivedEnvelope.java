package noroshi.intel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What a machine sent: a list of STIX objects, each checked by itself.
 *
 * @param text the bytes that the objects' offsets count in
 */
public record ReceivedEnvelope(byte[] text, List<Received> objects) {
    public ReceivedEnvelope {
        objects = List.copyOf(objects);
    }

    /** The bytes of an envelope of these objects (TAXII 2.1, 3.7), each as it is written. */
    public static byte[] around(List<String> objects) {
        return ("{\"objects\":[" + String.join(",", objects) + "]}").getBytes(StandardCharsets.UTF_8);
    }

    /** Refuses what is no list of objects at all. */
    public static ReceivedEnvelope read(byte[] body) {
        try {
            var text = Encoding.utf8(body);
            var elements = Envelope.ofMachines(text).elements();
            var marks = learn(elements);
            var objects = new ArrayList<Received>(elements.size());
            elements.forEach(element -> objects.add(object(element, marks, true)));
            return new ReceivedEnvelope(text, objects);
        } catch (Broken broken) {
            var reason = broken.reason();
            throw new RuleBroken(reason.key(), reason.arguments().toArray());
        }
    }

    /** Words that were taken before: what came in once is not refused by rules that came later. */
    public static ReceivedEnvelope takenBefore(byte[] body) {
        try {
            var text = Encoding.utf8(body);
            var elements = Envelope.ofMachines(text).elements();
            var marks = learn(elements);
            return new ReceivedEnvelope(
                    text,
                    elements.stream()
                            .map(element -> object(element, marks, false))
                            .toList());
        } catch (Broken broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Our own page read again, with the label that was decided when each object arrived. */
    public static ReceivedEnvelope again(byte[] body, List<Optional<Tlp>> labels) {
        try {
            var text = Encoding.utf8(body);
            var alone = new Marks();
            return new ReceivedEnvelope(
                    text,
                    Envelope.ofMachines(text).elements().stream()
                            .map(element -> object(element, alone, false))
                            .map(object -> object instanceof Received.Fit fit
                                    ? labels.get(fit.position() - 1)
                                            .<Received>map(fit::labelled)
                                            .orElse(fit)
                                    : object)
                            .toList());
        } catch (Broken broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Of its objects, those that can be kept. */
    public List<Received.Fit> fit() {
        return objects.stream()
                .flatMap(object -> object instanceof Received.Fit fit ? Stream.of(fit) : Stream.empty())
                .toList();
    }

    /** Whether two spellings of an object say the same. */
    public static boolean sayTheSame(byte[] one, byte[] other) {
        return Content.hash(tree(one)).equals(Content.hash(tree(other)));
    }

    private static JsonNode tree(byte[] text) {
        return Json.tree(new Slice(text, 0, text.length));
    }

    private static Marks learn(List<Envelope.Element> elements) {
        var marks = new Marks();
        for (var element : elements) {
            if (element.type().equals("marking-definition")) {
                try {
                    marks.learn(Json.tree(element.slice()));
                } catch (Broken unfit) {
                    continue; // refused with its reason when the objects are read
                }
            }
        }
        return marks;
    }

    private static Received object(Envelope.Element element, Marks marks, boolean arriving) {
        JsonNode tree = MissingNode.getInstance();
        try {
            if (!element.slice().startsWith('{')) {
                throw new Broken("intel.object.not-object");
            }
            if (element.parts() > Limits.PARTS) {
                throw new Broken("intel.object.too-many-parts", Limits.PARTS);
            }
            tree = Json.tree(element.slice());
            return fit(element, tree, marks, arriving);
        } catch (Broken broken) {
            return new Received.Unfit(element.position(), ObjectRules.idToShow(tree), spelled(tree), broken.reason());
        }
    }

    private static Received.Fit fit(Envelope.Element element, JsonNode tree, Marks marks, boolean arriving) {
        JsonValues.check(tree);
        var old = ObjectRules.isOld(tree);
        if (old) {
            ObjectRules.checkOld(tree);
        } else {
            ObjectRules.check(tree);
            if (arriving) {
                StixSpecification.check(tree);
            }
        }
        var version = Properties.time(tree, "modified").or(() -> Properties.time(tree, "created"));
        return new Received.Fit(
                element.position(),
                tree.path("id").stringValue(),
                tree.path("type").stringValue(),
                old ? "2.0" : "2.1",
                version,
                version.isPresent() ? spelled(tree) : "",
                marks.of(tree),
                Gist.of(tree, marks.remark(tree)),
                element.slice().offset(),
                element.slice().length());
    }

    private static String spelled(JsonNode tree) {
        return Optional.of(tree.path("modified").asString(""))
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> tree.path("created").asString(""));
    }
}
