package noroshi.topic;

/**
 * What a scanner said of a file.
 *
 * @param signature what was found; empty unless something was
 */
public record Scan(State state, String signature) {
    static final Scan WAITING = new Scan(State.WAITING, "");
    static final Scan CLEAN = new Scan(State.CLEAN, "");

    /** Only a scanner's word makes a file clean; silence does not. */
    public enum State {
        WAITING,
        CLEAN,
        FOUND,
        /** It was thrown away before a scanner came. */
        GONE
    }

    static Scan found(String signature) {
        return new Scan(State.FOUND, signature);
    }

    public boolean clean() {
        return state == State.CLEAN;
    }

    public boolean found() {
        return state == State.FOUND;
    }
}
