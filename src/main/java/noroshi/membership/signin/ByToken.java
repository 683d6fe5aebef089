package noroshi.membership.signin;

import java.util.List;
import java.util.Objects;
import noroshi.membership.Bearer;
import noroshi.membership.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A machine that brought a good token. */
final class ByToken extends AbstractAuthenticationToken {
    private final transient Bearer bearer;

    ByToken(Bearer bearer) {
        super(List.of());
        this.bearer = bearer;
        setAuthenticated(true);
    }

    /** The interfaces for machines; everything else is a page. */
    static boolean isMeantFor(String path) {
        return path.startsWith("/api/") || path.startsWith("/taxii2/");
    }

    /** Only the interfaces for machines, and there only what the token is good for. */
    boolean suffices(String method, String path) {
        var reading = method.equals("GET") || method.equals("HEAD");
        return path.startsWith("/api/") && bearer.scopes().contains(reading ? Scope.READ : Scope.WRITE);
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return bearer.actor().person().toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ByToken that && bearer.equals(that.bearer);
    }

    @Override
    public int hashCode() {
        return Objects.hash(bearer);
    }
}
