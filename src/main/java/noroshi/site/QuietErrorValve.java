package noroshi.site;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests too broken to reach the application: one plain line, with the same headers as everything else. What is
 * too large never reaches it either, and whoever sent it did nothing wrong: they are told so in words, in both languages.
 */
public class QuietErrorValve extends ErrorReportValve {
    private static final Words WORDS = new Words();

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
        return status == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
                ? Words.LOCALES.stream()
                        .map(locale -> WORDS.text(locale, "site.error.413") + "\n"
                                + WORDS.text(locale, "site.error.413.more") + "\n")
                        .collect(Collectors.joining("\n"))
                : status + "\n";
    }
}
