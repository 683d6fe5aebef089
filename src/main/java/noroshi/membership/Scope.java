package noroshi.membership;

import java.util.Arrays;
import java.util.List;

/** What an API token is good for; each includes no other. */
public enum Scope {
    /** Reading through the API. */
    READ,
    /** Nothing is written through the API; no longer given, but tokens from before still carry it. */
    WRITE,
    /** Exchanging STIX objects by TAXII. */
    TAXII,
    /** Loading lists of values to block. */
    LISTS;

    /** Those a new token may have. */
    public static List<Scope> offered() {
        return Arrays.stream(values()).filter(scope -> scope != WRITE).toList();
    }
}
