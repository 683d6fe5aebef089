package noroshi.membership.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses changes that a browser says come from another site; beside the form token, not instead of it. */
class OwnSiteOnly extends OncePerRequestFilter {
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private static final RequestMatcher WITHOUT_A_FORM =
            PathPatternRequestMatcher.withDefaults().matcher("/sign-in/demo");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (HARMLESS.contains(request.getMethod()) || ours(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /**
     * A browser too old to say from which site names its page's origin; a script says neither. The origin is asked for only
     * where no form token is: a proxy may have put another name in {@code Host}.
     */
    private static boolean ours(HttpServletRequest request) {
        var from = request.getHeader("Sec-Fetch-Site");
        if (from != null) {
            return OURS.contains(from);
        }
        var origin = request.getHeader("Origin");
        return origin == null
                || !WITHOUT_A_FORM.matches(request)
                || origin.replaceFirst("^https?://", "").equalsIgnoreCase(request.getHeader("Host"));
    }
}
