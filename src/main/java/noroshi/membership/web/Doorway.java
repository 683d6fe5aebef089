package noroshi.membership.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import noroshi.membership.Secret;
import noroshi.membership.signin.CurrentSession;
import noroshi.membership.signin.Device;
import noroshi.membership.signin.Session;
import noroshi.membership.signin.SessionCookie;
import noroshi.membership.signin.Sessions;
import noroshi.shared.NotFound;
import org.springframework.stereotype.Component;

/** Letting browsers in and out. */
@Component
class Doorway {
    private final Sessions sessions;
    private final SessionCookie cookie;

    Doorway(Sessions sessions, SessionCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    /** The browser changes over to the new session; the old one ends. */
    void enter(Secret session, HttpServletRequest request, HttpServletResponse response) {
        cookie.read(request).ifPresent(sessions::end);
        cookie.write(session, response);
    }

    void leave(HttpServletRequest request, HttpServletResponse response) {
        cookie.read(request).ifPresent(sessions::end);
        cookie.clear(response);
    }

    /** The session at hand, also one that only a link has opened. */
    static Session session() {
        return CurrentSession.find().orElseThrow(NotFound::new);
    }

    static Device device(HttpServletRequest request) {
        var agent = request.getHeader("User-Agent");
        return new Device(request.getRemoteAddr(), agent == null ? "" : agent);
    }

    /** Only ever leads to a page of ours. */
    static String inside(String next) {
        var ours = next.startsWith("/")
                && !next.startsWith("//")
                && !next.startsWith("/sign-")
                && next.chars().allMatch(c -> c > ' ' && c != '\\' && c != 127);
        return ours ? next : "/";
    }
}
