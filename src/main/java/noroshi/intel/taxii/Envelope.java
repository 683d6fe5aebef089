package noroshi.intel.taxii;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import noroshi.intel.ReceivedEnvelope;
import noroshi.shared.Tlp;
import org.jspecify.annotations.Nullable;

/** A page as it is sent: the objects' bytes as they were received, between a few of ours. */
public final class Envelope {
    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "]}".getBytes(StandardCharsets.US_ASCII);

    private final byte[] head;
    private final byte[] objects;
    private final int size;
    private final int count;
    private final boolean more;
    private final Optional<String> first;
    private final Optional<String> last;
    private final long from;
    private final long to;
    private final String tag;
    private final List<Optional<Tlp>> labels;
    private final List<UUID> sources;
    /** Of each source the mildest: while a choice is followed, its rows differ. */
    private final Map<UUID, Integer> veils;

    private volatile byte @Nullable [] packed;

    /** What stands around the objects, how many there are, and where in the collection. */
    private record Frame(byte[] head, int count, boolean more, long from, long to) {
        static Frame of(String name, int count, boolean more, long from, long to) {
            var next = more ? ",\"next\":\"" + Cursor.text(to) + '"' : "";
            return new Frame(
                    ("{\"more\":" + more + next + ",\"" + name + "\":[").getBytes(StandardCharsets.US_ASCII),
                    count,
                    more,
                    from,
                    to);
        }
    }

    private Envelope(
            Frame frame,
            byte[] objects,
            int size,
            String tag,
            List<Optional<Tlp>> labels,
            List<UUID> sources,
            Map<UUID, Integer> veils) {
        this.head = frame.head();
        this.objects = objects;
        this.size = size;
        this.labels = labels;
        this.sources = sources;
        this.veils = veils;
        this.count = frame.count();
        this.more = frame.more();
        this.from = frame.from();
        this.to = frame.to();
        this.first = count == 0 ? Optional.empty() : Optional.of(Stamp.text(from));
        this.last = count == 0 ? Optional.empty() : Optional.of(Stamp.text(to));
        this.tag = tag;
    }

    /** The page says what its reader sees and nothing else, so its tag tells nothing of what stands beside it. */
    private static String tag(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return '"' + HexFormat.of().formatHex(digest.digest(), 0, 16) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Envelope nothing() {
        return new Envelope(new Frame(NOTHING, 0, false, 0, 0), new byte[0], 0, "", List.of(), List.of(), Map.of());
    }

    /** What the database joined; its hashes stand for the objects. */
    static Envelope of(Joined page) {
        if (page.count() == 0) {
            return nothing();
        }
        var frame = Frame.of("objects", page.count(), page.more(), page.first(), page.last());
        var place = ByteBuffer.allocate(2 * Long.BYTES).putLong(page.first()).putLong(page.last());
        return new Envelope(
                frame,
                page.objects(),
                page.length(),
                tag(frame.head(), place.array(), page.hashes()),
                List.of(),
                List.of(),
                page.veils());
    }

    static Envelope of(Found<Found.Raw> found) {
        if (found.rows().isEmpty()) {
            return nothing();
        }
        return of(
                found,
                "objects",
                found.rows().stream().map(Found.Raw::raw).toList(),
                found.rows().stream().map(Found.Raw::label).toList(),
                found.rows().stream().map(Found.Raw::source).toList(),
                found.rows().stream()
                        .filter(row -> row.veil() > 0)
                        .collect(Collectors.toUnmodifiableMap(Found.Raw::source, Found.Raw::veil, Math::min)));
    }

    /** The same page, of which only what is known of each object is told. */
    static Envelope manifest(Found<Found.Mention> found) {
        var records = found.rows().stream().map(Envelope::record).toList();
        return records.isEmpty() ? nothing() : of(found, "objects", records, List.of(), List.of(), Map.of());
    }

    static Envelope versions(Found<Found.Mention> found) {
        var versions = found.rows().stream()
                .map(row -> ('"' + row.versionText() + '"').getBytes(StandardCharsets.US_ASCII))
                .toList();
        return versions.isEmpty() ? nothing() : of(found, "versions", versions, List.of(), List.of(), Map.of());
    }

    /** Identifiers and versions are made of letters, digits and signs that need no escape. */
    private static byte[] record(Found.Mention mention) {
        return ("{\"id\":\"" + mention.id() + "\",\"date_added\":\"" + Stamp.text(mention.position())
                        + "\",\"version\":\"" + mention.versionText()
                        + "\",\"media_type\":\"application/stix+json;version=" + mention.spec() + "\"}")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static Envelope of(
            Found<?> found,
            String name,
            List<byte[]> parts,
            List<Optional<Tlp>> labels,
            List<UUID> sources,
            Map<UUID, Integer> veils) {
        var frame = Frame.of(name, parts.size(), found.more(), found.first(), found.last());
        var objects = new byte[parts.stream().mapToInt(part -> part.length + 1).sum() - 1];
        var at = 0;
        for (var part : parts) {
            if (at > 0) {
                objects[at++] = ',';
            }
            System.arraycopy(part, 0, objects, at, part.length);
            at += part.length;
        }
        return new Envelope(frame, objects, at, tag(frame.head(), objects), labels, sources, veils);
    }

    /** How many bytes it has. */
    public int size() {
        return head.length + size + (count == 0 ? 0 : END.length);
    }

    public void write(OutputStream out) throws IOException {
        out.write(head);
        if (count > 0) {
            out.write(objects, 0, size);
            out.write(END);
        }
    }

    /** The same in gzip, made when it is wanted first. */
    public byte[] packed() {
        var known = packed;
        if (known == null) {
            known = pack();
            packed = known;
        }
        return known;
    }

    private byte[] pack() {
        var out = new ByteArrayOutputStream(size() / 4 + 64);
        try (var gzip = new GZIPOutputStream(out, 8192) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        }) {
            write(gzip);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** All of it in one piece. */
    public byte[] body() {
        var body = new ByteArrayOutputStream(size());
        try {
            write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return body.toByteArray();
    }

    /** Its objects, each with the label that was decided when it arrived; of a page that was read as it was received. */
    public ReceivedEnvelope received() {
        return ReceivedEnvelope.again(body(), labels);
    }

    /** Which organisation brought each of its objects. */
    public List<UUID> sources() {
        return sources;
    }

    /** Whether whoever looks with this eye sees no more names on it than anybody. */
    boolean suits(Eye eye) {
        return veils.entrySet().stream().noneMatch(each -> eye.sees(each.getKey(), each.getValue()));
    }

    /** Bytes it takes in memory, its packed form included. */
    long weight() {
        return objects.length + objects.length / 3 + 500L;
    }

    public int count() {
        return count;
    }

    boolean more() {
        return more;
    }

    /** When its first entry was added, with six digits. */
    public Optional<String> first() {
        return first;
    }

    public Optional<String> last() {
        return last;
    }

    long from() {
        return from;
    }

    long to() {
        return to;
    }

    /** Its ETag. */
    public String tag() {
        return tag;
    }
}
