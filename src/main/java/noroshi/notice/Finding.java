package noroshi.notice;

/** What was found. */
public enum Finding {
    ANNOUNCED_ATTACK,
    DDOS,
    FAKE_SITE,
    WEAK_AUTHENTICATION,
    EXPOSED_RDP,
    VULNERABLE_EXCHANGE,
    DISCLOSURE,
    MALICIOUS_TRAFFIC,
    OTHER
}
