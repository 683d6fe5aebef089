package noroshi.topic;

import java.util.UUID;

/** How far one colleague has come with the current version of a topic. */
public record TeamReading(UUID topic, UUID person, boolean seen, boolean confirmed) {}
