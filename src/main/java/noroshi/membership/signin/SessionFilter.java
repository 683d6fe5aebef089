package noroshi.membership.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import noroshi.shared.Acting;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who a request comes from, and binds them for its length. */
class SessionFilter extends OncePerRequestFilter {
    private final Sessions sessions;
    private final SessionCookie cookie;

    SessionFilter(Sessions sessions, SessionCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = cookie.read(request).flatMap(sessions::resume);
        if (session.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        enter(session.get(), request, response, chain);
    }

    private void enter(Session session, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SignedIn(session));
        SecurityContextHolder.setContext(context);
        if (!session.suffices()) {
            chain.doFilter(request, response);
            return;
        }
        if (session.stale() && !request.getMethod().equals("HEAD")) {
            sessions.seen(session);
        }
        actAs(session, () -> chain.doFilter(request, response));
    }

    private interface Work {
        void run() throws ServletException, IOException;
    }

    private static void actAs(Session session, Work work) throws ServletException, IOException {
        try {
            Acting.as(session.actor(), () -> {
                work.run();
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
