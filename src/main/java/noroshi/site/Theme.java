package noroshi.site;

import java.util.Locale;

/** Light, dark, or as the device says. */
public enum Theme {
    AUTO,
    LIGHT,
    DARK;

    /** As written in the page. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
