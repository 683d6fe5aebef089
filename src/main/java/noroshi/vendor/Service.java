package noroshi.vendor;

/** What a vendor does. */
public enum Service {
    FORENSICS,
    RECOVERY,
    MALWARE,
    DDOS,
    MONITORING,
    OT,
    ADVICE
}
