package noroshi.membership;

import java.util.Locale;

/** What an invited person says about themselves. */
public record Newcomer(String login, String name, String kana, Locale locale) {}
