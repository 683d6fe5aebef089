package noroshi.desk;

/** What lies behind it, in the words of the intake. */
public enum Cause {
    CLOUD_OUTAGE,
    SYSTEM_OUTAGE,
    MASS_ACCESS,
    DOS,
    DEFACEMENT,
    MALWARE,
    PHISHING,
    UNAUTHORISED_ACCESS,
    LEAK,
    NEAR_MISS,
    OTHER
}
