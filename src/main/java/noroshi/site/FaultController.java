package noroshi.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import noroshi.shared.Refusal;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what filters refused and what broke outside of controllers. */
@Controller
class FaultController implements ErrorController {
    private final Refusals refusals;

    FaultController(Refusals refusals) {
        this.refusals = refusals;
    }

    @RequestMapping("/error")
    Object fault(HttpServletRequest request) {
        if (Boolean.TRUE.equals(request.getAttribute(Denied.EXPIRED))) {
            return refusals.expired(request);
        }
        return switch (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION)) {
            case Refusal refusal -> refusals.answer(refusal, request);
            case InvalidParameterException broken ->
                refusals.answer(HttpStatusCode.valueOf(broken.getErrorCode()), request);
            case BadRequestException _, EOFException _ -> brokenOff(request);
            case Throwable fault -> refusals.fault(fault, request);
            case null, default -> refusals.answer(HttpStatusCode.valueOf(status(request)), request);
        };
    }

    /** A body that is garbled on its way, or ends before it should: nothing here is wrong. */
    private Object brokenOff(HttpServletRequest request) {
        return Answered.of(request)
                .<Object>map(answer -> answer)
                .orElseGet(() -> refusals.answer(HttpStatus.BAD_REQUEST, request));
    }

    /** Whoever asks for /error by name finds nothing there. */
    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 404;
    }
}
