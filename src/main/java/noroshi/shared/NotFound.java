package noroshi.shared;

/** Not there, or not yours: the two are never told apart. */
public final class NotFound extends Refusal {
    public NotFound() {
        super("refusal.not-found");
    }
}
