package noroshi.intel.life;

/** Where a value stands for one reader. */
public enum Standing {
    /** At least one source says so now. */
    LIVE,
    /** Sources speak of it and call it harmless; none that it does harm. */
    HARMLESS,
    /** Sources say so, and it is too long ago to act on. */
    STALE,
    /** Every source said until when, and that is over. */
    EXPIRED,
    /** Every source has taken it back. */
    WITHDRAWN
}
