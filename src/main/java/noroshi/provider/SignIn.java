package noroshi.provider;

/** How we sign in to a provider's server. */
public enum SignIn {
    /** Not at all. */
    NONE,
    /** With user name and password. */
    BASIC,
    /** With a token. */
    BEARER,
    /** With a key in a header of the provider's choice. */
    KEY
}
