package noroshi.bulletin;

/** Where the information of a bulletin comes from. */
public enum Source {
    CENTRE,
    NEWS,
    VENDOR
}
