package noroshi.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a person had typed into a form that was refused, shown so that they can keep it.
 *
 * @param texts what they wrote, in the form's order
 */
public record Typed(List<String> texts) {
    private static final Pattern SECRET = Pattern.compile("(?i)^_|pass|secret|token|code|csrf");
    /** Ids, choices and ticks, which the form has anew when it is opened again. */
    private static final Pattern CHOSEN =
            Pattern.compile("\\s*|([a-z]+:)?[0-9a-fA-F-]{36}|[A-Z][A-Z_]*|true|false|on|\\d+");

    /** Only from our own pages: another site's words are never shown as the reader's. */
    static Typed of(HttpServletRequest request) {
        if (!"same-origin".equals(request.getHeader("Sec-Fetch-Site"))
                || method(request).equals("GET")) {
            return new Typed(List.of());
        }
        return new Typed(request.getParameterMap().entrySet().stream()
                .filter(field -> !SECRET.matcher(field.getKey()).find())
                .flatMap(field -> Arrays.stream(field.getValue()))
                .filter(text -> !CHOSEN.matcher(text).matches())
                .toList());
    }

    /** An error page is asked for by GET, whatever led to it. */
    private static String method(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_METHOD) instanceof String failed
                ? failed
                : request.getMethod();
    }
}
