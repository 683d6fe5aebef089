package noroshi.membership;

/**
 * How an organisation is reached by telephone.
 *
 * @param always whether somebody answers at any hour
 * @param shown who else than the Centre and its own people finds it in the directory
 */
public record Contact(String phone, boolean always, Shown shown) {
    /** Who finds it. */
    public enum Shown {
        /** The Centre alone. */
        CENTRE,
        /** Also organisations that sit in a smaller circle with it. */
        CIRCLES,
        /** Every organisation that takes part. */
        ALL
    }
}
