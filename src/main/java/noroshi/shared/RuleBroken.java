package noroshi.shared;

/** A rule of the domain forbids the act; the key names the rule. */
public final class RuleBroken extends Refusal {
    public RuleBroken(String key, Object... arguments) {
        super(key, arguments);
    }
}
