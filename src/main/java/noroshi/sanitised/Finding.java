package noroshi.sanitised;

/**
 * Words in a copy that may say whose matter it was, and what could stand there instead.
 *
 * @param found as it stands in the text
 * @param instead empty when only a person can say what should stand there
 */
public record Finding(Kind kind, String found, String instead) {
    /** What kind of thing gives it away. */
    public enum Kind {
        ORGANISATION,
        OTHER_ORGANISATION,
        PERSON,
        SYSTEM,
        ASSET,
        DOMAIN,
        MAIL,
        PHONE,
        PLACE,
        ADDRESS,
        DATE,
        TIME,
        REFERENCE
    }
}
