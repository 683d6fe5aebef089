package noroshi.membership.signin;

import java.time.Instant;
import java.util.UUID;

/** A session in the list a person sees of their own. */
public record SessionRow(UUID id, String address, String agent, Instant startedAt, Instant seenAt) {}
