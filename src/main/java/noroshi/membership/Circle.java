package noroshi.membership;

import java.util.Locale;

/** The kinds of circle a person can belong to beside their organisations. */
public enum Circle {
    OFFICE,
    COMMUNITY;

    /** As written in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
