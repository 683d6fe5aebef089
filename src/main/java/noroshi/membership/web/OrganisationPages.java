package noroshi.membership.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import noroshi.membership.Invitations;
import noroshi.membership.OrganisationPart;
import noroshi.membership.Organisations;
import noroshi.membership.People;
import noroshi.membership.Reach;
import noroshi.membership.Trait;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.shared.Window;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Ui;
import org.springframework.stereotype.Component;

/** Puts together what the page of an organisation shows. */
@Component
class OrganisationPages {
    private static final int SIZE = 100;

    private final Organisations organisations;
    private final People people;
    private final Invitations invitations;
    private final List<OrganisationPart> parts;

    OrganisationPages(
            Organisations organisations, People people, Invitations invitations, List<OrganisationPart> parts) {
        this.parts = parts;
        this.organisations = organisations;
        this.people = people;
        this.invitations = invitations;
    }

    OrganisationPage of(UUID id, String words, int number, InvitationForm form, FormErrors errors, Actor actor) {
        var organisation = organisations.show(id, actor);
        var window = Window.page(number, SIZE);
        var found = people.of(id, words, new Window(window.offset(), SIZE + 1), actor);
        var mayAdminister = Reach.mayAdminister(actor, id);
        return new OrganisationPage(
                organisation,
                traits(id),
                organisations.periods(id, actor),
                Ui.today().toString(),
                organisations.entitlements(id),
                words,
                found.stream().limit(SIZE).toList(),
                Math.max(number, 1),
                found.size() > SIZE,
                invitations.openIn(id, actor),
                mayAdminister,
                actor.is(Role.ADMINISTRATOR) && !id.equals(actor.organisation()),
                choices(people.grantable(id, actor)),
                form,
                parts.stream().flatMap(part -> part.draw(id, actor).stream()).toList(),
                errors);
    }

    private List<TraitChoice> traits(UUID id) {
        var today = organisations.traits(id);
        return Arrays.stream(Trait.values())
                .map(trait -> new TraitChoice(
                        trait,
                        MembersController.choices(organisations.references(trait)),
                        today.getOrDefault(trait, Set.of())))
                .toList();
    }

    static List<Choice> choices(Set<Role> roles) {
        return roles.stream()
                .map(role -> new Choice(role.name(), Ui.word("membership.role", role)))
                .toList();
    }
}
