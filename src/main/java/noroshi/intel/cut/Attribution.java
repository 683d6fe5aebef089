package noroshi.intel.cut;

/** Who may learn which organisation stands behind what left. */
public enum Attribution {
    EVERYONE,
    CENTRE,
    NOBODY
}
