package noroshi.intel.taxii.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.springframework.stereotype.Component;

/** Reads what machines send, within bounds: of one body, and of all that are being read at once. */
@Component
class Body {
    /** Bytes of the largest envelope. */
    static final int MOST = 10 * 1024 * 1024;

    private static final int KILOBYTE = 1024;
    private static final int SMALL = 64;
    private static final int AT_ONCE = 48 * KILOBYTE;

    private final Semaphore kilobytes = new Semaphore(AT_ONCE);

    /** Does something with the body. */
    interface Use<T> {
        T of(byte[] body) throws IOException;
    }

    <T> T use(HttpServletRequest request, Use<T> use) throws IOException {
        if (request.getContentLengthLong() > MOST) {
            throw tooLarge();
        }
        var packed = packed(request);
        var known = !packed && request.getContentLengthLong() >= 0;
        var room = SMALL + (int) ((known ? request.getContentLengthLong() : MOST) / KILOBYTE);
        if (!kilobytes.tryAcquire(room)) {
            throw new TaxiiFault(429, "intel.taxii.busy");
        }
        try {
            return use.of(read(request, packed));
        } finally {
            kilobytes.release(room);
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

    private static byte[] read(HttpServletRequest request, boolean packed) throws IOException {
        try (InputStream stream = packed ? new GZIPInputStream(request.getInputStream()) : request.getInputStream()) {
            var body = stream.readNBytes(MOST + 1);
            if (body.length > MOST) {
                throw tooLarge();
            }
            return body;
        } catch (ZipException | EOFException garbled) {
            throw new TaxiiFault(422, "intel.taxii.encoding");
        }
    }

    private static TaxiiFault tooLarge() {
        return new TaxiiFault(413, "intel.taxii.too-large", MOST / KILOBYTE / KILOBYTE);
    }
}
