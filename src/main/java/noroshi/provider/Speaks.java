package noroshi.provider;

/** What a provider's server speaks. */
public enum Speaks {
    /** A collection of TAXII 2.1. */
    TAXII,
    /** A feed of MISP: a manifest and a file for each event. */
    MISP
}
