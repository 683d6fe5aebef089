package noroshi.membership;

/** What taking part entitles to; it follows from the organisation's categories. */
public enum Entitlement {
    /** 情報提供・共有の対象. */
    INFO_SHARING,
    /** 対処支援調整の対象. */
    SUPPORT_COORDINATION
}
