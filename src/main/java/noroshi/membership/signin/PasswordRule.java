package noroshi.membership.signin;

import java.util.List;
import java.util.Locale;
import noroshi.shared.RuleBroken;

/** What a password must be: long, and not one of those that everybody tries first. No rules about kinds of letters. */
final class PasswordRule {
    private static final int SHORTEST = 15;
    private static final int LONGEST = 200;
    private static final int FEWEST_DIFFERENT = 6;
    private static final List<String> TRIED_FIRST = List.of(
            "password",
            "passw0rd",
            "123456789",
            "qwertyuiop",
            "asdfghjkl",
            "1q2w3e4r5t",
            "letmein",
            "iloveyou",
            "administrator",
            "welcome",
            "tokyo2020",
            "noroshi",
            "changeme",
            "パスワード");

    private PasswordRule() {}

    static void check(String password, String login) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new RuleBroken("membership.password.short", SHORTEST);
        }
        if (password.length() > LONGEST) {
            throw new RuleBroken("membership.password.long", LONGEST);
        }
        if (password.codePoints().distinct().count() < FEWEST_DIFFERENT || guessable(password, login)) {
            throw new RuleBroken("membership.password.guessable");
        }
    }

    /** What remains after the words everybody tries must still be a password's length of its own. */
    private static boolean guessable(String password, String login) {
        var rest = password.toLowerCase(Locale.ROOT).replace(login.toLowerCase(Locale.ROOT), "");
        for (var word : TRIED_FIRST) {
            rest = rest.replace(word, "");
        }
        return rest.length() < SHORTEST / 2;
    }
}
