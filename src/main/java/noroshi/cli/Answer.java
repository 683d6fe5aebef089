package noroshi.cli;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the platform says to an order: a result, or the reason why not. */
record Answer(@Nullable JsonNode result, @Nullable String refusal) {}
