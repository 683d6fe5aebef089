package noroshi.site;

import java.util.Locale;

/** The two reading levels: the same matter for specialists and for everybody else. */
public enum Level {
    PRO,
    GENERAL;

    /** As written in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the address form; anything unknown is the fallback. */
    public static Level of(String code, Level fallback) {
        return switch (code) {
            case "pro" -> PRO;
            case "general" -> GENERAL;
            default -> fallback;
        };
    }
}
