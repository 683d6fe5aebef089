package noroshi.topic;

import java.time.Instant;

/** What a comment said until the moment it was changed. */
public record CommentEdit(Instant at, String body) {}
