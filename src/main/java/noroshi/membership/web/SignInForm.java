package noroshi.membership.web;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;

/** Login, password and code; the last two never come back to the page. */
public record SignInForm(
        @Nullable String login,
        @Nullable String password,
        @Nullable String code,
        @Nullable String next) {

    String who() {
        return requireNonNullElse(login, "");
    }

    String secret() {
        return requireNonNullElse(password, "");
    }

    String digits() {
        return requireNonNullElse(code, "");
    }

    String to() {
        return Doorway.inside(requireNonNullElse(next, ""));
    }
}
