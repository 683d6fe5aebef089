package noroshi.membership.web;

import java.util.List;
import noroshi.membership.Dormant;
import noroshi.membership.DormantOrganisation;
import noroshi.site.Step;

/**
 * Those who have not been here for long: people, or organisations.
 *
 * @param shows the two lists, for whoever has both
 * @param days after how many days somebody is listed
 * @param centre the reader reviews all organisations
 */
public record DormantPage(
        boolean ofOrganisations,
        List<Step> shows,
        List<Dormant> people,
        List<DormantOrganisation> organisations,
        long days,
        boolean centre,
        int number,
        boolean more) {}
