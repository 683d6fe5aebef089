package noroshi.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import noroshi.shared.Refusal;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Catches what controllers throw. A module with its own way of saying no, such as TAXII, comes before it. */
@ControllerAdvice
@Order(-10)
class RefusalAdvice {
    private final Refusals refusals;

    RefusalAdvice(Refusals refusals) {
        this.refusals = refusals;
    }

    @ExceptionHandler
    Object refused(Refusal refusal, HttpServletRequest request) {
        return refusals.answer(refusal, request);
    }

    /** These belong to the security filters, which send the reader to sign in or refuse. */
    @ExceptionHandler
    void denied(AccessDeniedException denied) {
        throw denied;
    }

    @ExceptionHandler
    void unknown(AuthenticationException unknown) {
        throw unknown;
    }

    /** A malformed id in the path names nothing. */
    @ExceptionHandler
    Object mismatched(TypeMismatchException mismatch, HttpServletRequest request) {
        var inPath = mismatch instanceof MethodArgumentTypeMismatchException argument
                && argument.getParameter().hasParameterAnnotation(PathVariable.class);
        return refusals.answer(inPath ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST, request);
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, MultipartException.class, RequestRejectedException.class})
    Object unreadable(Exception unreadable, HttpServletRequest request) {
        return refusals.answer(
                unreadable instanceof MaxUploadSizeExceededException
                        ? HttpStatus.CONTENT_TOO_LARGE
                        : HttpStatus.BAD_REQUEST,
                request);
    }

    /** A parameter that is not UTF-8. */
    @ExceptionHandler
    Object garbled(InvalidParameterException garbled, HttpServletRequest request) {
        return refusals.answer(HttpStatusCode.valueOf(garbled.getErrorCode()), request);
    }

    /** The reader went away. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {}

    @ExceptionHandler
    Object other(Exception other, HttpServletRequest request, HttpServletResponse response) {
        if (other instanceof ErrorResponse answer) {
            answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            return refusals.answer(answer.getStatusCode(), request);
        }
        return refusals.fault(other, request);
    }
}
