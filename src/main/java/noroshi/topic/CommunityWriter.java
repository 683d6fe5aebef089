package noroshi.topic;

/**
 * Somebody whom a community's figures count among those who wrote with their name.
 *
 * @param author with the organisation they wrote for last
 */
public record CommunityWriter(Author.Known author, int posts, int comments) {}
