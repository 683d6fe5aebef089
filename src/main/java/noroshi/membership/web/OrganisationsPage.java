package noroshi.membership.web;

import java.util.List;
import noroshi.membership.OrganisationRow;
import noroshi.site.Choice;

/**
 * The Centre's list of organisations.
 *
 * @param waiting applications without an answer
 * @param recoveries under way
 * @param more whether there is another page
 */
public record OrganisationsPage(
        String words,
        String category,
        String status,
        List<Choice> categories,
        List<Choice> statuses,
        List<OrganisationRow> rows,
        int number,
        boolean more,
        int waiting,
        int recoveries) {}
