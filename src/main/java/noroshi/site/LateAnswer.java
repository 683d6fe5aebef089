package noroshi.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page that is made but has not left yet. */
final class LateAnswer {
    private static final String ATTRIBUTE = LateAnswer.class.getName();

    private Renderer.@Nullable Made made;

    private LateAnswer() {}

    /** From here on a page made for the request waits. */
    static LateAnswer on(HttpServletRequest request) {
        var answer = new LateAnswer();
        request.setAttribute(ATTRIBUTE, answer);
        return answer;
    }

    /** Where a page made for the request has to wait; empty when it may leave at once. */
    static Optional<LateAnswer> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof LateAnswer answer ? Optional.of(answer) : Optional.empty();
    }

    void keep(Renderer.Made page) {
        made = page;
    }

    void detach(HttpServletRequest request) {
        request.removeAttribute(ATTRIBUTE);
    }

    void send(HttpServletResponse response) throws IOException {
        if (made != null) {
            made.send(response);
        }
    }
}
