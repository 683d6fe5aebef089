package noroshi.membership.signin;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** What Spring Security is told about a request: the session, and no authorities; rights are ours to check. */
final class SignedIn extends AbstractAuthenticationToken {
    private final transient Session session;

    SignedIn(Session session) {
        super(List.of());
        this.session = session;
        setAuthenticated(true);
    }

    Session session() {
        return session;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return session.actor().person().toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && session.id().equals(that.session.id());
    }

    @Override
    public int hashCode() {
        return Objects.hash(session.id());
    }
}
