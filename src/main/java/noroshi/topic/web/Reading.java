package noroshi.topic.web;

import jakarta.servlet.http.HttpServletRequest;
import noroshi.site.Ui;
import noroshi.topic.Level;
import org.springframework.http.HttpHeaders;

/** How a request reads: at which level, and whether a person looks or a machine peeks ahead. */
final class Reading {
    private Reading() {}

    /** The level in the address, else the one the reader read last. */
    static Level level(String asked) {
        return switch (noroshi.site.Level.of(asked, Ui.level())) {
            case PRO -> Level.PRO;
            case GENERAL -> Level.GENERAL;
        };
    }

    /** HEAD and prefetch look without reading: nothing is recorded for them. */
    static boolean peeks(HttpServletRequest request) {
        return "HEAD".equals(request.getMethod())
                || contains(request, "Sec-Purpose", "prefetch")
                || contains(request, "Purpose", "prefetch");
    }

    private static boolean contains(HttpServletRequest request, String header, String word) {
        var value = request.getHeader(header);
        return value != null && value.contains(word);
    }

    /** A file name for the Content-Disposition header (RFC 6266), never inline. */
    static String attachment(String name) {
        return org.springframework.http.ContentDisposition.attachment()
                .filename(name, java.nio.charset.StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    static String header() {
        return HttpHeaders.CONTENT_DISPOSITION;
    }
}
