package noroshi.site;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Addresses of this page's neighbours: the same list, another page or filter. */
final class Addresses {
    private Addresses() {}

    static String with(HttpServletRequest request, String parameter, String value) {
        var builder = UriComponentsBuilder.fromPath(request.getRequestURI());
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals(parameter) && !name.startsWith("_")) {
                for (var each : values) {
                    builder.queryParam(encoded(name), encoded(each));
                }
            }
        });
        if (!value.isEmpty()) {
            builder.queryParam(encoded(parameter), encoded(value));
        }
        return builder.build(true).toUriString();
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
