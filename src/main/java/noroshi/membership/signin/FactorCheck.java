package noroshi.membership.signin;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** The one gate: signed in with a passkey, or with password and code. */
final class FactorCheck implements AuthorizationManager<RequestAuthorizationContext> {
    private final boolean linkSuffices;

    private FactorCheck(boolean linkSuffices) {
        this.linkSuffices = linkSuffices;
    }

    static FactorCheck signedIn() {
        return new FactorCheck(false);
    }

    /** Also lets in whoever came by a link and has nothing to sign in with yet. */
    static FactorCheck signedInOrByLink() {
        return new FactorCheck(true);
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        return new AuthorizationDecision(
                switch (authentication.get()) {
                    case SignedIn signedIn -> linkSuffices || signedIn.session().suffices();
                    case ByToken token ->
                        token.suffices(
                                context.getRequest().getMethod(),
                                context.getRequest().getRequestURI());
                    case null, default -> false;
                });
    }
}
