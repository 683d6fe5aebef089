package noroshi.membership.web;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;

/** A new password, the key of the app, and a code that shows the app has it. */
public record PasswordForm(
        @Nullable String password,
        @Nullable String key,
        @Nullable String code) {

    String secret() {
        return requireNonNullElse(password, "");
    }

    String appKey() {
        return requireNonNullElse(key, "");
    }

    String digits() {
        return requireNonNullElse(code, "");
    }
}
