package noroshi.asset;

/** What sort of thing an organisation registers. */
public enum AssetKind {
    DOMAIN,
    URL,
    ADDRESS,
    RANGE,
    PRODUCT,
    KEYWORD
}
