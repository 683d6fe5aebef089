package noroshi.asset;

/** What sort of thing an organisation registers. */
public enum AssetKind {
    DOMAIN,
    URL,
    ADDRESS,
    RANGE,
    PRODUCT,
    KEYWORD;

    /** Whether such a thing lies somewhere on the Internet, so that control over it could be proven. */
    boolean online() {
        return this != PRODUCT && this != KEYWORD;
    }
}
