package noroshi.membership;

/** What an API token is good for; each includes no other. */
public enum Scope {
    /** Reading through the API. */
    READ,
    /** Writing through the API. */
    WRITE,
    /** Exchanging STIX objects by TAXII. */
    TAXII,
    /** Loading lists of values to block. */
    LISTS
}
