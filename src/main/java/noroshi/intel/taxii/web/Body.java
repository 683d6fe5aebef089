package noroshi.intel.taxii.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.springframework.stereotype.Component;

/** Reads what machines send, within bounds: of one body, of one machine, and of all that are being read at once. */
@Component
class Body {
    /** Bytes of the largest envelope. */
    static final int MOST = 10 * 1024 * 1024;

    private static final int KILOBYTE = 1024;
    private static final int STEP = 16 * KILOBYTE;
    private static final long SLOWEST_NANOS = 60_000_000_000L;

    private final Room room = new Room(48L * 1024 * KILOBYTE, 24L * 1024 * KILOBYTE, Duration.ofSeconds(2));

    /** Does something with the body. */
    interface Use<T> {
        T of(byte[] body) throws IOException;
    }

    <T> T use(HttpServletRequest request, UUID account, Use<T> use) throws IOException {
        if (request.getContentLengthLong() > MOST) {
            throw tooLarge();
        }
        var packed = packed(request);
        try (var share = room.of(account)) {
            return use.of(read(request, packed, share));
        }
    }

    private static boolean packed(HttpServletRequest request) {
        var encoding = request.getHeader("Content-Encoding");
        var name = encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "identity" -> false;
            case "gzip" -> true;
            default -> throw new TaxiiFault(415, "intel.taxii.encoding");
        };
    }

    /** Takes room for what has arrived, not for what is announced: who sends slowly holds little. */
    private static byte[] read(HttpServletRequest request, boolean packed, Room.Share share) throws IOException {
        var start = System.nanoTime();
        try (InputStream stream = packed ? new GZIPInputStream(request.getInputStream()) : request.getInputStream()) {
            var body = new ByteArrayOutputStream((int) Math.clamp(request.getContentLengthLong(), KILOBYTE, STEP));
            var some = new byte[STEP];
            for (var count = stream.read(some); count >= 0; count = stream.read(some)) {
                if (body.size() + count > MOST) {
                    throw tooLarge();
                }
                if (System.nanoTime() - start > SLOWEST_NANOS) {
                    throw new TaxiiFault(408, "intel.taxii.slow");
                }
                if (!share.take(count)) {
                    throw new TaxiiFault(429, "intel.taxii.busy");
                }
                body.write(some, 0, count);
            }
            return body.toByteArray();
        } catch (ZipException | EOFException garbled) {
            throw new TaxiiFault(422, "intel.taxii.encoding");
        } catch (IOException brokenOff) {
            throw new TaxiiFault(400, "intel.taxii.broken-off");
        }
    }

    private static TaxiiFault tooLarge() {
        return new TaxiiFault(413, "intel.taxii.too-large", MOST / KILOBYTE / KILOBYTE);
    }
}
