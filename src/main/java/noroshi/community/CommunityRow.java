package noroshi.community;

/** One line of the list of communities, with the reader's place in it. */
public record CommunityRow(Community community, Place place, int people, int organisations) {}
