package noroshi.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a person had typed into a form that was refused, shown so that they can keep it.
 *
 * @param texts what they wrote, in the form's order
 */
public record Typed(List<String> texts) {
    private static final Pattern SECRET = Pattern.compile("(?i)^_|pass|secret|token|code|csrf");
    /** Ids and ticks, which nobody types. */
    private static final Pattern CHOSEN = Pattern.compile("\\s*|([a-z]+:)?[0-9a-fA-F-]{36}|true|false|on");

    /**
     * The fields that are nowhere for words: choices, days and hidden values, which a form has anew. The name decides
     * and not the value, since a title may read like a choice; what is not here is given back.
     */
    static final Set<String> CHOICES = Set.of("""
            act addressed agency agreed always as asked asset back begins bond bundle category cause channel choice
            collection colour column comment compare confidentiality consent continuity cut date day decision digest
            document drop due edition effect end ends endsOn event expected field file fileLevel files finding first
            form half help hidden hold hour id impact importance information into key kind kinds knowing language last
            level linkedTo locale lock macro mail mode more next of onCall once other own owner page parent part paused
            period permit post preset preview priority provider published pullInto pushFrom quiet quietFrom quietUntil
            quotes reached reaction relayed reporter required rest roles rsit safety scopes sector seen series services
            severity shifts show shown signIn since sort speaks split spoke stage state status step substitute successor
            take task team theme tlp told topic topics trigger type unanswered unconfirmed unread until up vendor verdict
            version view visibility week when whose withheld withoutCertificate yes zone
            """.strip().split("\\s+"));

    /** Only from our own pages: another site's words are never shown as the reader's. */
    static Typed of(HttpServletRequest request) {
        if (!"same-origin".equals(request.getHeader("Sec-Fetch-Site"))
                || method(request).equals("GET")) {
            return new Typed(List.of());
        }
        return new Typed(request.getParameterMap().entrySet().stream()
                .filter(field -> !SECRET.matcher(field.getKey()).find())
                .filter(field -> !CHOICES.contains(field.getKey()))
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
