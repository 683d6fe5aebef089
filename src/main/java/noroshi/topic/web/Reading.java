package noroshi.topic.web;

import jakarta.servlet.http.HttpServletRequest;
import noroshi.site.Ui;
import noroshi.topic.Level;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

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

    /** HEAD looks without reading: it brings no words, and nothing is recorded for it. */
    static boolean peeks(HttpServletRequest request) {
        return "HEAD".equals(request.getMethod());
    }

    /** A browser that fetches ahead gets no words, so that none are read without a record; it asks again later. */
    static void refusePrefetch(HttpServletRequest request) {
        if (ahead(request)) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    /** Whether a browser fetches before anybody looks. */
    static boolean ahead(HttpServletRequest request) {
        return contains(request, "Sec-Purpose", "prefetch") || contains(request, "Purpose", "prefetch");
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
