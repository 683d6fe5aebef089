package noroshi.shared;

/** How the platform says no: an expected answer that a person can understand, never a fault. */
public abstract sealed class Refusal extends RuntimeException permits NotFound, NotAllowed, RuleBroken {
    private final String key;

    private final transient Object[] arguments;

    protected Refusal(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = arguments;
    }

    /** Message key; the words live in the module's message files. */
    public String key() {
        return key;
    }

    /** Arguments of the message, in order. */
    public Object[] arguments() {
        return arguments.clone();
    }
}
