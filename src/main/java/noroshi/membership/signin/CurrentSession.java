package noroshi.membership.signin;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/** The session of the request being served. */
public final class CurrentSession {
    private CurrentSession() {}

    public static Optional<Session> find() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? Optional.of(signedIn.session())
                : Optional.empty();
    }
}
