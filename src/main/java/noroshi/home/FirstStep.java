package noroshi.home;

/** What a newcomer does in the first hour; ticked by what is there, never by hand. */
public enum FirstStep {
    /** A passkey of their own. */
    PASSKEY("/settings#passkeys"),
    /** How and at which hour they want to be told. */
    NOTIFICATIONS("/settings#notifications"),
    /** What their organisation has registered as theirs; for those who speak for it. */
    ASSETS("/assets"),
    /** A bulletin confirmed, for practice. */
    PRACTICE("/first-steps/practice");

    private final String path;

    FirstStep(String path) {
        this.path = path;
    }

    /** Where it is done. */
    public String path() {
        return path;
    }
}
