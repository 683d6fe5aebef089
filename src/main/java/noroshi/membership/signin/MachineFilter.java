package noroshi.membership.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import noroshi.membership.Bearer;
import noroshi.membership.KnownBearers;
import noroshi.membership.Scope;
import noroshi.membership.Secret;
import noroshi.shared.Acting;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets machines in that bring a token for one purpose, as bearer or as the password of whatever name; nobody else. */
class MachineFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";
    private static final int TOO_OFTEN = 429;
    private static final String TAXII = "application/taxii+json;version=2.1";

    private final KnownBearers bearers;
    private final Scope scope;

    MachineFilter(KnownBearers bearers, Scope scope) {
        this.bearers = bearers;
        this.scope = scope;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var secret = secret(request.getHeader("Authorization"));
        var answer = secret.isEmpty()
                ? new KnownBearers.Wrong()
                : bearers.of(secret.get(), () -> Throttle.network(request.getRemoteAddr()));
        switch (answer) {
            case KnownBearers.Good(var bearer)
            when bearer.scopes().contains(scope) -> act(bearer, request, response, chain);
            case KnownBearers.Good _ ->
                refuse(response, HttpServletResponse.SC_FORBIDDEN, "Forbidden", "This token is not for " + scope + ".");
            case KnownBearers.TooOften _ -> {
                response.setHeader("Retry-After", "1");
                refuse(
                        response,
                        TOO_OFTEN,
                        "Too many requests",
                        "Too many wrong tokens come from your network. Come again in a second.");
            }
            case KnownBearers.Wrong _ -> {
                response.addHeader("WWW-Authenticate", "Basic realm=\"" + scope + "\", charset=\"UTF-8\"");
                response.addHeader("WWW-Authenticate", "Bearer realm=\"" + scope + "\"");
                refuse(
                        response,
                        HttpServletResponse.SC_UNAUTHORIZED,
                        "Authentication required",
                        "Bring a token of a service account: as bearer, or as the password of Basic.");
            }
        }
    }

    private static Optional<Secret> secret(String header) {
        if (header == null) {
            return Optional.empty();
        }
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.of(new Secret(header.substring(BEARER.length()).strip()));
        }
        return header.regionMatches(true, 0, BASIC, 0, BASIC.length())
                ? password(header.substring(BASIC.length()).strip())
                : Optional.empty();
    }

    private static Optional<Secret> password(String coded) {
        try {
            var pair = new String(Base64.getDecoder().decode(coded), StandardCharsets.UTF_8);
            var colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(new Secret(pair.substring(colon + 1)));
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }

    private static void act(Bearer bearer, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Acting.as(bearer.actor(), () -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private void refuse(HttpServletResponse response, int status, String title, String description) throws IOException {
        var body = "{\"title\":\"%s\",\"description\":\"%s\",\"http_status\":\"%d\"}"
                .formatted(title, description, status);
        response.setStatus(status);
        response.setHeader("Content-Type", scope == Scope.TAXII ? TAXII : "application/problem+json");
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
