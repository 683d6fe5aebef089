package noroshi.topic;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What somebody has begun to write: the fields of a form as they were typed, kept until it is sent or thrown away. */
public record Draft(UUID id, String form, Optional<UUID> subject, Map<String, List<String>> fields, Instant savedAt) {}
