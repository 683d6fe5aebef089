package noroshi.intel.enquiry;

import java.util.Locale;

/** Whether a value is harmful. */
public enum Verdict {
    HARMFUL,
    HARMLESS,
    UNKNOWN;

    /** The name used in tables and interfaces. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Verdict of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
