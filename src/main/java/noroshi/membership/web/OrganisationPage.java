package noroshi.membership.web;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import java.util.Set;
import noroshi.membership.Colleague;
import noroshi.membership.Entitlement;
import noroshi.membership.Invitation;
import noroshi.membership.Organisation;
import noroshi.membership.Period;
import noroshi.membership.Trait;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Ui;

/**
 * An organisation and its people.
 *
 * @param periods what it was, is and is going to be
 * @param traitsFrom from which day the choice is to count, as typed
 * @param mayAdminister whether the reader invites and changes people here
 * @param mayMove whether the reader suspends and withdraws it
 * @param grantable roles the reader may give here
 * @param parts what features add
 */
public record OrganisationPage(
        Organisation organisation,
        List<TraitChoice> traits,
        List<Period> periods,
        String traitsFrom,
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
        List<Content> parts,
        FormErrors errors) {

    /** The address of the organisation. */
    public String path() {
        return "/organisations/" + organisation.id();
    }

    /** What it is today, of one kind. */
    public List<Period> today(Trait trait) {
        return periods.stream()
                .filter(period -> period.trait() == trait && period.in(Ui.today()))
                .toList();
    }

    /** What it was and is going to be. */
    public List<Period> otherTimes() {
        return periods.stream().filter(period -> !period.in(Ui.today())).toList();
    }

    /** The same with what was typed into the form of what it is. */
    OrganisationPage typed(Map<Trait, Set<String>> chosen, String from, FormErrors refusal) {
        var choices = traits.stream()
                .map(each -> new TraitChoice(each.trait(), each.options(), chosen.getOrDefault(each.trait(), Set.of())))
                .toList();
        return new OrganisationPage(
                organisation,
                choices,
                periods,
                from,
                entitlements,
                words,
                people,
                number,
                more,
                invitations,
                mayAdminister,
                mayMove,
                grantable,
                invitation,
                parts,
                refusal);
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
