package noroshi.membership.web;

import java.util.List;
import noroshi.membership.LeftBehind;
import noroshi.membership.Organisation;
import noroshi.site.FormErrors;

/** What an organisation would leave behind, and the form that withdraws it. */
public record WithdrawalPage(
        Organisation organisation, List<LeftBehind.Entry> entries, String topics, String reason, FormErrors errors) {
    public String path() {
        return "/organisations/" + organisation.id();
    }

    public boolean gone() {
        return organisation.status() == Organisation.Status.WITHDRAWN;
    }
}
