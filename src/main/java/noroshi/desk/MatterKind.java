package noroshi.desk;

/** What a member comes with: something happened, or a question. */
public enum MatterKind {
    REPORT,
    CONSULTATION
}
