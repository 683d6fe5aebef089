package noroshi.intel.taxii.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import noroshi.intel.taxii.Envelope;
import noroshi.site.Answered;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Puts answers on the wire. */
final class Wire {
    static final String TAXII = "application/taxii+json;version=2.1";
    private static final int WORTH_PACKING = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Wire() {}

    static void send(Object answer, int status, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        bytes(JSON.writeValueAsBytes(answer), response);
    }

    /** An error, which is said again where the server throws it away. */
    static void send(Map<String, String> error, int status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var body = JSON.writeValueAsBytes(error);
        Answered.remember(
                ResponseEntity.status(status).header("Content-Type", TAXII).body(body), request);
        response.setStatus(status);
        bytes(body, response);
    }

    /** A page, unless the client has it already. */
    static void send(Envelope page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("Vary", "Accept, Accept-Encoding, Authorization");
        if (page.count() > 0) {
            response.setHeader("ETag", page.tag());
        }
        page.first().ifPresent(first -> response.setHeader("X-TAXII-Date-Added-First", first));
        page.last().ifPresent(last -> response.setHeader("X-TAXII-Date-Added-Last", last));
        if (page.count() > 0 && hasIt(request.getHeader("If-None-Match"), page.tag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setStatus(HttpServletResponse.SC_OK);
        if (page.size() >= WORTH_PACKING && unpacks(request.getHeader("Accept-Encoding"))) {
            response.setHeader("Content-Encoding", "gzip");
            bytes(page.packed(), response);
        } else {
            response.setHeader("Content-Type", TAXII);
            response.setContentLength(page.size());
            page.write(response.getOutputStream());
        }
    }

    static void nothing(int status, HttpServletResponse response) {
        response.setStatus(status);
        response.setHeader("Content-Type", TAXII);
        response.setContentLength(0);
    }

    private static void bytes(byte[] body, HttpServletResponse response) throws IOException {
        response.setHeader("Content-Type", TAXII);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static boolean hasIt(String tags, String tag) {
        if (tags == null) {
            return false;
        }
        for (var each : tags.split(",", -1)) {
            var known = each.strip();
            if (known.equals("*") || known.equals(tag) || known.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }

    private static boolean unpacks(String encodings) {
        if (encodings == null) {
            return false;
        }
        for (var each : encodings.split(",", -1)) {
            var parts = each.split(";", -1);
            var name = parts[0].strip();
            var refused = parts.length > 1 && parts[1].strip().matches("q=0(\\.0*)?");
            if (name.equalsIgnoreCase("gzip")) {
                return !refused;
            }
        }
        return false;
    }
}
