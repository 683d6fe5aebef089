package noroshi.insight;

/** Who takes part today. */
public record Registered(int organisations, int people) {}
