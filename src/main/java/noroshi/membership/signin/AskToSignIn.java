package noroshi.membership.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Sends people to the door and back to where they wanted to go; whoever was writing keeps what they wrote. Machines get
 * a plain 401.
 */
class AskToSignIn implements AuthenticationEntryPoint {
    /** Where the page is that keeps what was written. */
    static final String LOST = "/sign-in/lost";

    private static final String MACHINES = "/api/";
    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException, ServletException {
        if (SessionFilter.byToken(request) || !person(request)) {
            response.setHeader("WWW-Authenticate", "Bearer");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (READING.contains(request.getMethod())) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", door(request));
        } else {
            request.getRequestDispatcher(LOST).forward(request, response);
        }
    }

    /**
     * A machine that writes without a token is told so, and nothing of forms: it has none. Whoever came by a link and left
     * before they had anything to sign in with goes on where they get it.
     */
    AccessDeniedHandler orRefuse(AccessDeniedHandler refusing, SessionCookie cookie) {
        return (request, response, denied) -> {
            if (denied instanceof CsrfException
                    && request.getRequestURI().startsWith(MACHINES)
                    && cookie.read(request).isEmpty()) {
                commence(request, response, new InsufficientAuthenticationException("no token", denied));
            } else if (READING.contains(request.getMethod()) && person(request) && newcomer()) {
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                response.setHeader("Location", "/welcome");
            } else {
                refusing.handle(request, response, denied);
            }
        };
    }

    private static boolean newcomer() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                && !signedIn.session().suffices();
    }

    private static boolean person(HttpServletRequest request) {
        if (request.getRequestURI().startsWith(MACHINES)) {
            return false;
        }
        var accept = request.getHeader("Accept");
        return accept == null || accept.contains("text/html") || accept.contains("*/*");
    }

    private static String door(HttpServletRequest request) {
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        var wanted = request.getRequestURI() + query;
        return wanted.equals("/") ? "/sign-in" : "/sign-in?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    }
}
