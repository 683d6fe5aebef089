package noroshi.shared;

/** The actor sees the thing but their seat does not allow this act. */
public final class NotAllowed extends Refusal {
    public NotAllowed() {
        super("refusal.not-allowed");
    }
}
