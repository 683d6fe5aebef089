package noroshi.membership.signin;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A recovery under way.
 *
 * @param opensAt when the link begins to work; empty until a second person has confirmed
 */
public record Recovery(
        UUID id, UUID person, String reason, UUID requestedBy, Instant requestedAt, Optional<Instant> opensAt) {}
