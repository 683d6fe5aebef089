package noroshi.membership;

import java.util.Locale;

/** What an organisation is, from when to when. */
public enum Trait {
    CATEGORY,
    SECTOR,
    MINISTRY,
    ASSOCIATION,
    REGION;

    /** As written in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
