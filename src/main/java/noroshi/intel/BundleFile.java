package noroshi.intel;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A bundle in a file that is too large for memory, read from its begin to its end as often as needed. */
final class BundleFile {
    private static final int AT_ONCE = 500;
    private static final int BYTES_AT_ONCE = 2 * 1024 * 1024;

    private final Source source;

    BundleFile(Source source) {
        this.source = source;
    }

    /** Opens the file anew. */
    interface Source {
        InputStream open() throws IOException;
    }

    /** The bundle around the objects, the file being well-formed as a whole. */
    record Around(String stixId, List<Reason> remarks, int objects, Marks marks) {}

    /** Refuses what is no bundle as a whole. */
    Around survey() throws IOException {
        var marks = new Marks();
        var count = new int[2];
        var envelope = walk(element -> {
            count[0]++;
            if (element.type().equals("marking-definition")) {
                if (count[1]++ == Limits.MARKINGS) {
                    throw new Broken("intel.file.too-many-markings", Limits.MARKINGS);
                }
                BundleReader.learn(element, marks);
            }
        });
        return new Around(envelope.id(), BundleReader.remarks(envelope), count[0], marks);
    }

    /**
     * Some objects of the file, read.
     *
     * @param last the position of the last of them
     */
    record Part(BundleReading.Taken reading, int last) {
        /** The same, each object by itself. */
        List<Part> singly() {
            var parts = new TreeMap<Integer, Part>();
            reading.objects()
                    .forEach(object ->
                            parts.put(object.position(), alone(object.position(), List.of(object), List.of())));
            reading.refused()
                    .forEach(each -> parts.put(each.position(), alone(each.position(), List.of(), List.of(each))));
            parts.putIfAbsent(last, alone(last, List.of(), List.of()));
            return List.copyOf(parts.values());
        }

        private static Part alone(int position, List<StixObject> objects, List<RefusedObject> refused) {
            return new Part(new BundleReading.Taken("", objects, refused, List.of()), position);
        }
    }

    /** Hands on what stands after a position, some objects at a time. */
    void read(Marks marks, int after, Consumer<Part> parts) throws IOException {
        var some = new ArrayList<Envelope.Element>();
        var bytes = new int[1];
        walk(element -> {
            if (element.position() <= after) {
                return;
            }
            some.add(element);
            bytes[0] += element.slice().length();
            if (some.size() == AT_ONCE || bytes[0] >= BYTES_AT_ONCE) {
                handOn(some, marks, parts);
                bytes[0] = 0;
            }
        });
        if (!some.isEmpty()) {
            handOn(some, marks, parts);
        }
    }

    private static void handOn(List<Envelope.Element> some, Marks marks, Consumer<Part> parts) {
        parts.accept(new Part(BundleReader.some(some, marks), some.getLast().position()));
        some.clear();
    }

    private Envelope walk(Consumer<Envelope.Element> objects) throws IOException {
        try (var file = source.open();
                var text = new Window(Utf8Stream.of(file))) {
            return Envelope.stream(text, objects);
        }
    }
}
