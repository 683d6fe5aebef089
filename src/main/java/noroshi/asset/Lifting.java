package noroshi.asset;

import java.time.Instant;
import java.util.UUID;

/** Somebody of the watch office lifted a no of the Centre before its time, and said why. */
public record Lifting(UUID by, Instant at, String reason) {}
