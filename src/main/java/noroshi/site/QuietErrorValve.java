package noroshi.site;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests too broken to reach the application: one plain line, with the same headers as everything else. What is
 * too large never reaches it either, nor does an address longer than the headers may be, and whoever sent it did nothing
 * wrong: they are told so in words, in both languages.
 */
public class QuietErrorValve extends ErrorReportValve {
    private static final Words WORDS = new Words();

    /** What is said beside the title. */
    private static final Map<Integer, String> MORE = Map.of(
            HttpServletResponse.SC_BAD_REQUEST, "site.error.400.broken",
            HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "site.error.413.more");

    @Override
    protected void report(Request request, Response response, @Nullable Throwable fault) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        SecurityHeaders.ALL.forEach(response::setHeader);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/plain;charset=UTF-8");
        try {
            response.getOutputStream().write(line(response.getStatus()).getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException gone) {
            container.getLogger().debug("the client went away", gone);
        }
    }

    private static String line(int status) {
        var more = MORE.get(status);
        return more == null
                ? status + "\n"
                : Words.LOCALES.stream()
                        .map(locale ->
                                WORDS.text(locale, "site.error." + status) + "\n" + WORDS.text(locale, more) + "\n")
                        .collect(Collectors.joining("\n"));
    }
}
