package noroshi.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import noroshi.shared.Actor;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Signs a request in as somebody of the {@link Cast}, form token included: {@code mvc.post().uri("/topics").with(as(MIKA))}.
 */
public final class SignedIn {
    private SignedIn() {}

    public static RequestPostProcessor as(Actor actor) {
        return request -> {
            request.setCookies(new Cookie("session", Cast.session(actor.person())));
            return csrf().postProcessRequest(request);
        };
    }

    /** Not signed in, but with a good form token. */
    public static RequestPostProcessor nobody() {
        return csrf();
    }
}
