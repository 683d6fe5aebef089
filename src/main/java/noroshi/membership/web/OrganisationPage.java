package noroshi.membership.web;

import java.util.List;
import java.util.Set;
import noroshi.membership.Colleague;
import noroshi.membership.Entitlement;
import noroshi.membership.Invitation;
import noroshi.membership.Organisation;
import noroshi.site.Choice;
import noroshi.site.FormErrors;

/**
 * An organisation and its people.
 *
 * @param mayAdminister whether the reader invites and changes people here
 * @param mayMove whether the reader suspends and withdraws it
 * @param grantable roles the reader may give here
 */
public record OrganisationPage(
        Organisation organisation,
        List<TraitChoice> traits,
        Set<Entitlement> entitlements,
        String words,
        List<Colleague> people,
        int number,
        boolean more,
        List<Invitation> invitations,
        boolean mayAdminister,
        boolean mayMove,
        List<Choice> grantable,
        InvitationForm invitation,
        FormErrors errors) {

    /** The address of the organisation. */
    public String path() {
        return "/organisations/" + organisation.id();
    }

    public boolean active() {
        return organisation.status() == Organisation.Status.ACTIVE;
    }

    public boolean suspended() {
        return organisation.status() == Organisation.Status.SUSPENDED;
    }

    public boolean gone() {
        return organisation.status() == Organisation.Status.WITHDRAWN;
    }
}
