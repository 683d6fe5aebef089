package noroshi.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Refusal;
import noroshi.shared.RuleBroken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Says no, or "something broke", in the reader's words: a page for people, an RFC 9457 problem for machines. */
@Component
class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    /** The answer to a refusal. */
    Object answer(Refusal refusal, HttpServletRequest request) {
        return switch (refusal) {
            case NotFound _ -> answer(HttpStatus.NOT_FOUND, request);
            case NotAllowed _ -> answer(HttpStatus.FORBIDDEN, request);
            case RuleBroken broken ->
                answer(HttpStatus.UNPROCESSABLE_CONTENT, Ui.text("site.error.422"), Ui.text(broken), "", request);
        };
    }

    /** The answer to anything that has a status. */
    Object answer(HttpStatusCode code, HttpServletRequest request) {
        var status = Objects.requireNonNullElse(HttpStatus.resolve(code.value()), HttpStatus.INTERNAL_SERVER_ERROR);
        return answer(status, sentence(status, ""), sentence(status, ".more"), "", request);
    }

    /** The answer to a form whose page had grown too old. */
    Object expired(HttpServletRequest request) {
        return answer(
                HttpStatus.FORBIDDEN, Ui.text("site.error.expired"), Ui.text("site.error.expired.more"), "", request);
    }

    /** The answer to a fault of ours; the log knows it by the same reference. */
    Object fault(Throwable fault, HttpServletRequest request) {
        var reference = "E-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        LOG.error("fault {} at {} {}", reference, request.getMethod(), request.getRequestURI(), fault);
        Ui.here().stranger();
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                Ui.text("site.error.500"),
                Ui.text("site.error.500.more"),
                reference,
                request);
    }

    private static String sentence(HttpStatus status, String part) {
        var words = Ui.here().tools().words();
        return words.find(Ui.locale(), "site.error." + status.value() + part)
                .orElseGet(() -> Ui.text((status.is5xxServerError() ? "site.error.500" : "site.error.400") + part));
    }

    private static Object answer(
            HttpStatus status, String title, String words, String reference, HttpServletRequest request) {
        return forMachines(request)
                ? problem(status, title, words, reference)
                : new Page(
                        "site/error",
                        new ErrorPage(
                                status.value(), title, words, reference, Typed.of(request), framed(status, request)),
                        status);
    }

    private static boolean framed(HttpStatus status, HttpServletRequest request) {
        return !status.is5xxServerError()
                && Ui.signedIn()
                && !request.getRequestURI().startsWith("/sign-in");
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpStatus status, String title, String words, String reference) {
        var problem = ProblemDetail.forStatusAndDetail(status, words);
        problem.setTitle(title);
        if (!reference.isEmpty()) {
            problem.setProperty("reference", reference);
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static boolean forMachines(HttpServletRequest request) {
        var path = request.getAttribute("jakarta.servlet.error.request_uri") instanceof String failed
                ? failed
                : request.getRequestURI();
        var accept = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
        return path.startsWith("/api/") || (accept.contains("json") && !accept.contains("html"));
    }
}
