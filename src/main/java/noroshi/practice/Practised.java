package noroshi.practice;

/** How many people of an organisation practised, and how often in all. */
public record Practised(int people, int times) {}
