package noroshi.membership.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import noroshi.membership.Secret;
import noroshi.site.SiteSettings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The cookie that carries a session: for this host only when the site is encrypted, never readable by scripts. */
@Component
public class SessionCookie {
    private final boolean encrypted;

    SessionCookie(SiteSettings settings) {
        this.encrypted = settings.encrypted();
    }

    /** The cookie's name. */
    public String name() {
        return encrypted ? "__Host-session" : "session";
    }

    public Optional<Secret> read(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies())
                .flatMap(cookies -> Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name()))
                        .map(Cookie::getValue)
                        .filter(value -> !value.isBlank())
                        .findFirst()
                        .map(Secret::new));
    }

    public void write(Secret token, HttpServletResponse response) {
        send(token.text(), 7 * 24 * 3600, response);
    }

    public void clear(HttpServletResponse response) {
        send("", 0, response);
    }

    private void send(String value, int seconds, HttpServletResponse response) {
        var cookie = ResponseCookie.from(name(), value)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(encrypted)
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
