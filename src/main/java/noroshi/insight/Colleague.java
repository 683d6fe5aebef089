package noroshi.insight;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What one of an administrator's own people opened within a period. */
public record Colleague(UUID person, int opened, int logins, Optional<Instant> lastLogin) {}
