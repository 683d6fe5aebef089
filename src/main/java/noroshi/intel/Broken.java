package noroshi.intel;

/** Ends the reading of a file or an object, with the reason to tell the sender. */
final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    Broken(String key, Object... arguments) {
        super(key, null, false, false);
        reason = Reason.of(key, arguments);
    }

    Reason reason() {
        return reason;
    }
}
