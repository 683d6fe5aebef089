package noroshi.bulletin;

import noroshi.shared.RuleBroken;

/** Something a manuscript still needs before it can be published, and the field where it is missing. */
public record Gap(String field, RuleBroken rule) {
    /** Not a field: the revision as a whole, of a bulletin that was taken back meanwhile. */
    public static final String REVISION = "revision";

    static Gap at(String field, String key, Object... arguments) {
        return new Gap(field, new RuleBroken(key, arguments));
    }
}
