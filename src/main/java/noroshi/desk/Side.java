package noroshi.desk;

/** The parts of a matter, each with readers and a label of its own. */
public enum Side {
    DAMAGE,
    TECHNICAL
}
