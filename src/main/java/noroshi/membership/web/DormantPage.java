package noroshi.membership.web;

import java.util.List;
import noroshi.membership.Dormant;
import noroshi.membership.OrganisationName;

/**
 * Those who have not been here for long.
 *
 * @param days after how many days somebody is listed
 * @param centre the reader reviews all organisations
 */
public record DormantPage(List<Dormant> people, List<OrganisationName> organisations, long days, boolean centre) {}
