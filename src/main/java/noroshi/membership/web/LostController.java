package noroshi.membership.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import noroshi.shared.NotFound;
import noroshi.site.Page;
import noroshi.site.Ui;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Keeps what was written when the session ended in the middle of writing. Reached from within only. */
@Controller
class LostController {
    @RequestMapping("/sign-in/lost")
    Page lost(HttpServletRequest request) {
        if (!(request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) instanceof String to)) {
            throw new NotFound();
        }
        var fields = request.getParameterMap().entrySet().stream()
                .filter(field -> !field.getKey().equals(Ui.csrfName()))
                .flatMap(field ->
                        Arrays.stream(field.getValue()).map(value -> new LostPage.Field(field.getKey(), value)))
                .toList();
        return new Page("membership/lost", new LostPage(to, fields)).with(HttpStatus.UNAUTHORIZED);
    }
}
