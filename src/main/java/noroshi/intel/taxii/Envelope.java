package noroshi.intel.taxii;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    private final byte[] body;
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

    private Envelope(
            byte[] body,
            int count,
            boolean more,
            long from,
            long to,
            List<Optional<Tlp>> labels,
            List<UUID> sources,
            Map<UUID, Integer> veils) {
        this.body = body;
        this.labels = labels;
        this.sources = sources;
        this.veils = veils;
        this.count = count;
        this.more = more;
        this.from = from;
        this.to = to;
        this.first = count == 0 ? Optional.empty() : Optional.of(Stamp.text(from));
        this.last = count == 0 ? Optional.empty() : Optional.of(Stamp.text(to));
        this.tag = '"' + hash(body) + '"';
    }

    /** The page says what its reader sees and nothing else, so its tag tells nothing of what stands beside it. */
    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Envelope nothing() {
        return new Envelope(NOTHING, 0, false, 0, 0, List.of(), List.of(), Map.of());
    }

    static Envelope of(Found<Found.Raw> found) {
        if (found.rows().isEmpty()) {
            return nothing();
        }
        return new Envelope(
                join(found, "objects", found.rows().stream().map(Found.Raw::raw).toList()),
                found.rows().size(),
                found.more(),
                found.first(),
                found.last(),
                found.rows().stream().map(Found.Raw::label).toList(),
                found.rows().stream().map(Found.Raw::source).toList(),
                found.rows().stream()
                        .filter(row -> row.veil() > 0)
                        .collect(Collectors.toUnmodifiableMap(Found.Raw::source, Found.Raw::veil, Math::min)));
    }

    /** The same page, of which only what is known of each object is told. */
    static Envelope manifest(Found<Found.Mention> found) {
        var records = found.rows().stream().map(Envelope::record).toList();
        return records.isEmpty()
                ? nothing()
                : new Envelope(
                        join(found, "objects", records),
                        records.size(),
                        found.more(),
                        found.first(),
                        found.last(),
                        List.of(),
                        List.of(),
                        Map.of());
    }

    static Envelope versions(Found<Found.Mention> found) {
        var versions = found.rows().stream()
                .map(row -> ('"' + row.versionText() + '"').getBytes(StandardCharsets.US_ASCII))
                .toList();
        return versions.isEmpty()
                ? nothing()
                : new Envelope(
                        join(found, "versions", versions),
                        versions.size(),
                        found.more(),
                        found.first(),
                        found.last(),
                        List.of(),
                        List.of(),
                        Map.of());
    }

    /** Identifiers and versions are made of letters, digits and signs that need no escape. */
    private static byte[] record(Found.Mention mention) {
        return ("{\"id\":\"" + mention.id() + "\",\"date_added\":\"" + Stamp.text(mention.position())
                        + "\",\"version\":\"" + mention.versionText()
                        + "\",\"media_type\":\"application/stix+json;version=" + mention.spec() + "\"}")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] join(Found<?> found, String name, List<byte[]> parts) {
        var next = found.more() ? ",\"next\":\"" + Cursor.text(found.last()) + '"' : "";
        var head = ("{\"more\":" + found.more() + next + ",\"" + name + "\":[").getBytes(StandardCharsets.US_ASCII);
        var size = head.length + parts.size() - 1 + END.length;
        for (var part : parts) {
            size += part.length;
        }
        var body = new byte[size];
        System.arraycopy(head, 0, body, 0, head.length);
        var at = head.length;
        for (var part : parts) {
            if (at > head.length) {
                body[at++] = ',';
            }
            System.arraycopy(part, 0, body, at, part.length);
            at += part.length;
        }
        System.arraycopy(END, 0, body, at, END.length);
        return body;
    }

    public byte[] body() {
        return body;
    }

    /** The same in gzip, made when it is wanted first. */
    public byte[] packed() {
        var known = packed;
        if (known == null) {
            known = pack(body);
            packed = known;
        }
        return known;
    }

    private static byte[] pack(byte[] body) {
        var out = new ByteArrayOutputStream(body.length / 4 + 64);
        try (var gzip = new GZIPOutputStream(out, 8192) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        }) {
            gzip.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** Its objects, each with the label that was decided when it arrived. */
    public ReceivedEnvelope received() {
        return ReceivedEnvelope.again(body, labels);
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
        return body.length + body.length / 3 + 500L;
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
