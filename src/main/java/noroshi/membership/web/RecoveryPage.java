package noroshi.membership.web;

import java.time.Instant;

/** The page behind a recovery's link. */
public record RecoveryPage(String path, Instant opensAt, boolean open) {}
