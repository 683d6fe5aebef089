package noroshi.intel.drop;

/** What the source means by an entry. */
public enum Sense {
    /** To be looked for: an indicator. */
    LOOKOUT,
    /** A rule in the language of a product: an indicator of that language. */
    RULE,
    /** Context, not to be looked for: observed data. */
    SEEN,
    /** The source has deleted it: takes back the indicator that the library holds. */
    ENDED,
    NOTE,
    LINK,
    /** A vulnerability by its number. */
    WEAKNESS;

    /** Whether machines would act on it. */
    public boolean actedOn() {
        return this == LOOKOUT;
    }
}
