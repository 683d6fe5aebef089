package noroshi.membership;

import java.util.List;

/** What an API token is good for; each includes no other. */
public enum Scope {
    /** Reading through the API. */
    READ,
    /** Telling through the API: what was seen, and what became of a block list. */
    WRITE,
    /** Exchanging STIX objects by TAXII. */
    TAXII,
    /** Loading lists of values to block. */
    LISTS;

    /** Those a new token may have. */
    public static List<Scope> offered() {
        return List.of(values());
    }
}
