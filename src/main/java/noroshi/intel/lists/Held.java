package noroshi.intel.lists;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** That a machine holds a value by a list, from when and until when. */
public record Held(UUID account, String list, Instant since, Optional<Instant> until) {}
