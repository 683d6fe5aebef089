package noroshi.membership.signin;

import java.util.Set;

/** A way of proving who one is. */
public enum Factor {
    PASSKEY,
    PASSWORD,
    TOTP,
    /** An API token of a service account. */
    TOKEN,
    /** One click, with the demo world on one's own machine only. */
    DEMO,
    /** An invitation, recovery or set-up link: enough to register a passkey or password, for nothing else. */
    LINK;

    /** The one rule: a passkey, or password and code; a token stands for itself. */
    public static boolean suffice(Set<Factor> factors) {
        return factors.contains(PASSKEY)
                || factors.contains(TOKEN)
                || factors.contains(DEMO)
                || (factors.contains(PASSWORD) && factors.contains(TOTP));
    }
}
