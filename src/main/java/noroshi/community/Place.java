package noroshi.community;

/** Where a person stands towards a community. */
public enum Place {
    LEAD,
    MEMBER,
    OUTSIDE;

    public boolean inside() {
        return this != OUTSIDE;
    }
}
