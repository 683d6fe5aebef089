package noroshi.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseEntity;

/**
 * What a machine was answered in its own form. The server throws an answer away when the body of its request broke off, and
 * asks for a page of its own instead.
 */
public final class Answered {
    private static final String NAME = Answered.class.getName();

    private Answered() {}

    public static void remember(ResponseEntity<byte[]> answer, HttpServletRequest request) {
        request.setAttribute(NAME, answer);
    }

    static Optional<ResponseEntity<?>> of(HttpServletRequest request) {
        return Optional.ofNullable((ResponseEntity<?>) request.getAttribute(NAME));
    }
}
