package noroshi.membership.signin;

import java.time.Instant;

/** A passkey in the list a person sees of their own. */
public record Passkey(String id, String label, boolean backedUp, Instant createdAt, Instant usedAt) {}
