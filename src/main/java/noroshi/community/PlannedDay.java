package noroshi.community;

/**
 * A day that a community of the reader's plans.
 *
 * @param named whether everybody who takes part may know of the community, and so of what the day is called
 */
public record PlannedDay(MyCommunity community, boolean named, Occasion occasion) {}
