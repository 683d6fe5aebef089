package noroshi.asset;

/** Something to look at twice before a value is registered; it forbids nothing. */
public enum Caution {
    /** Letters of several scripts, or letters that look like others. */
    LOOK_ALIKE,
    /** A name or address that is kept free for examples: nothing will ever be seen there. */
    EXAMPLE
}
