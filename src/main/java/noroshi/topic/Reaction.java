package noroshi.topic;

/** What a reader can say with one tap; counted for everyone, with names for nobody. */
public enum Reaction {
    /** 役に立った */
    USEFUL,
    /** うちも */
    ME_TOO,
    /** うちはなし */
    NOT_US;

    String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
