package noroshi.community;

import java.util.UUID;

/** A community the reader sits in, as the side navigation names it. */
public record MyCommunity(UUID id, Wording name, int colour, Place place) {}
