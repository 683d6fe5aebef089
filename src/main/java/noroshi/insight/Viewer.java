package noroshi.insight;

import java.time.Instant;
import java.util.UUID;
import noroshi.membership.OrganisationName;

/**
 * One person who opened something for an organisation.
 *
 * @param number how often, or how many bulletins of a period
 */
public record Viewer(UUID person, OrganisationName organisation, Instant firstAt, Instant lastAt, long number) {}
