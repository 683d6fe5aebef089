package noroshi.membership.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import noroshi.membership.Secret;
import noroshi.membership.Tokens;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who a request comes from, and binds them for its length. A token in the header outdoes any cookie. */
class SessionFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";
    private static final List<String> DOORS = List.of("/sign-in", "/recovery", "/setup");

    private final Sessions sessions;
    private final Tokens tokens;
    private final SessionCookie cookie;

    SessionFilter(Sessions sessions, Tokens tokens, SessionCookie cookie) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.cookie = cookie;
    }

    /** Whether a machine calls an interface of machines; browsers never send a token by themselves. */
    static boolean byMachine(HttpServletRequest request) {
        return byToken(request) && ByToken.isMeantFor(request.getRequestURI());
    }

    /** Whether a request comes with a token, wherever it goes. */
    static boolean byToken(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
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
        Work rest = () -> chain.doFilter(request, response);
        if (byToken(request)) {
            var token = new Secret(request.getHeader("Authorization")
                    .substring(BEARER.length())
                    .strip());
            var bearer = tokens.bearer(token);
            if (bearer.isPresent()) {
                know(new ByToken(bearer.get()));
                if (byMachine(request)) {
                    actAs(bearer.get().actor(), rest);
                    return;
                }
            }
        } else {
            var session = cookie.read(request).flatMap(sessions::resume);
            if (session.isPresent()) {
                enter(session.get(), request, rest);
                return;
            }
        }
        rest.run();
    }

    private void enter(Session session, HttpServletRequest request, Work rest) throws ServletException, IOException {
        know(new SignedIn(session));
        if (!session.suffices() || atTheDoor(request)) {
            rest.run();
            return;
        }
        if (session.stale() && !request.getMethod().equals("HEAD") && !listening(request)) {
            sessions.seen(session);
        }
        actAs(session.actor(), rest);
    }

    /** Whoever stands at the door is not yet, or no longer, whom the session says. */
    private static boolean atTheDoor(HttpServletRequest request) {
        return DOORS.stream().anyMatch(request.getRequestURI()::startsWith);
    }

    /** A page that stands open and listens is nobody who is there. */
    private static boolean listening(HttpServletRequest request) {
        var accepts = request.getHeader("Accept");
        return accepts != null && accepts.startsWith("text/event-stream");
    }

    private static void know(Authentication who) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(who);
        SecurityContextHolder.setContext(context);
    }

    private interface Work {
        void run() throws ServletException, IOException;
    }

    private static void actAs(Actor actor, Work work) throws ServletException, IOException {
        try {
            Acting.as(actor, () -> {
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
