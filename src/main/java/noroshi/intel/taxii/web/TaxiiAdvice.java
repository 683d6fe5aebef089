package noroshi.intel.taxii.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.UUID;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Refusal;
import noroshi.shared.RuleBroken;
import noroshi.site.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Says no in the words of TAXII: an error message with title, description and status. */
@ControllerAdvice(assignableTypes = {RootController.class, EntriesController.class})
@Order(-20)
class TaxiiAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(TaxiiAdvice.class);
    private static final String TITLE = "intel.taxii.error.";

    private static final int TOO_MUCH = 429;

    private final Words words;

    TaxiiAdvice(Words words) {
        this.words = words;
    }

    /** Machines speak English unless they say otherwise. */
    static Locale language(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null ? Locale.ENGLISH : Words.nearest(request.getLocale());
    }

    @ExceptionHandler
    void refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        switch (refusal) {
            case NotFound missing -> answer(404, words(request, "intel.taxii.not-found"), request, response);
            case NotAllowed denied -> answer(403, words(request, "intel.taxii.not-allowed"), request, response);
            case RuleBroken broken -> answer(422, words(request, broken.key(), broken.arguments()), request, response);
        }
    }

    @ExceptionHandler
    void faulty(TaxiiFault fault, HttpServletRequest request, HttpServletResponse response) {
        if (fault.status() == TOO_MUCH) {
            response.setHeader("Retry-After", "1");
        }
        answer(fault.status(), words(request, fault.key(), fault.arguments()), request, response);
    }

    @ExceptionHandler
    void broken(RuntimeException fault, HttpServletRequest request, HttpServletResponse response) {
        var reference = "E-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        LOG.error("fault {} at {} {}", reference, request.getMethod(), request.getRequestURI(), fault);
        if (!response.isCommitted()) {
            answer(500, words(request, "intel.taxii.fault", reference), request, response);
        }
    }

    private String words(HttpServletRequest request, String key, Object... arguments) {
        return words.text(language(request), key, arguments);
    }

    private void answer(int status, String description, HttpServletRequest request, HttpServletResponse response) {
        var message = new LinkedHashMap<String, String>();
        message.put("title", words(request, TITLE + status));
        message.put("description", description);
        message.put("http_status", Integer.toString(status));
        try {
            Wire.send(message, status, request, response);
        } catch (IOException gone) {
            LOG.debug("nobody waits for the answer any more", gone);
        }
    }
}
