package noroshi.membership;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People come by link: it is shown once, works once, and runs out after two weeks. */
@Service
@Transactional
public class Invitations {
    private final InvitationStore invitations;
    private final PeopleStore people;
    private final People administration;
    private final Organisations organisations;
    private final CircleStore circles;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Invitations(
            InvitationStore invitations,
            PeopleStore people,
            People administration,
            Organisations organisations,
            CircleStore circles,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.invitations = invitations;
        this.people = people;
        this.administration = administration;
        this.organisations = organisations;
        this.circles = circles;
        this.audit = audit;
        this.events = events;
    }

    /** Invites somebody into an organisation one administers, with no more rights than one's own. */
    public Secret invite(NewInvitation invitation, Actor actor) {
        var organisation = organisations.show(invitation.organisation(), actor);
        administration.checkGrant(organisation.id(), invitation.roles(), actor);
        if (organisation.status() == Organisation.Status.WITHDRAWN) {
            throw new RuleBroken("membership.organisation.gone");
        }
        if (invitation.roles().isEmpty()) {
            throw new RuleBroken("membership.role.none");
        }
        Names.check(invitation.name());
        var token = Secret.random();
        var id = invitations.add(token, invitation, actor.person());
        audit.record(actor, "person.invited", organisation.id(), Map.of("invitation", id, "roles", invitation.roles()));
        return token;
    }

    /** The open invitations into an organisation one administers. */
    @Transactional(readOnly = true)
    public List<Invitation> openIn(UUID organisation, Actor actor) {
        return Reach.mayAdminister(actor, organisation) ? invitations.openIn(organisation) : List.of();
    }

    /** Takes an invitation back; a used one stays used. */
    public void revoke(UUID invitation, Actor actor) {
        var found = invitations.open(invitation).orElseThrow(NotFound::new);
        var organisation = organisations.show(found.organisation().id(), actor);
        if (!Reach.mayAdminister(actor, organisation.id())) {
            throw new NotAllowed();
        }
        invitations.revoke(invitation);
        audit.record(actor, "invitation.revoked", organisation.id(), Map.of("invitation", invitation));
    }

    /** What a link leads to; nothing when it was used, taken back, or has run out. */
    @Transactional(readOnly = true)
    public Optional<Invitation> behind(Secret token) {
        return invitations.open(token);
    }

    /** Somebody new comes: a person, and their first seat. */
    public UUID take(Secret token, Newcomer newcomer) {
        var invitation = invitations.open(token).orElseThrow(NotFound::new);
        var person = enter(newcomer, Optional.of(invitation.email()), Person.Kind.HUMAN);
        var organisation = invitation.organisation().id();
        seat(invitation, new Actor(person, organisation, invitation.roles(), "web"));
        return person;
    }

    /** Somebody who is here already takes a further seat. */
    public void take(Secret token, Actor actor) {
        seat(invitations.open(token).orElseThrow(NotFound::new), actor);
    }

    /** Enters a person in the register; the caller has checked the right. */
    UUID enter(Newcomer newcomer, Optional<String> email, Person.Kind kind) {
        var login = newcomer.login().strip().toLowerCase(Locale.ROOT);
        if (!login.matches("[a-z0-9][a-z0-9._-]{1,60}")) {
            throw new RuleBroken("membership.login.form");
        }
        Names.check(newcomer.name(), newcomer.kana());
        var person = new Person(
                UUID.randomUUID(),
                kind,
                login,
                newcomer.name().strip(),
                newcomer.kana().strip(),
                "",
                email,
                "",
                "",
                Person.Status.ACTIVE);
        if (!people.add(person, newcomer.locale().getLanguage().equals("en") ? "en" : "ja")) {
            throw new RuleBroken("membership.login.taken");
        }
        return person.id();
    }

    private void seat(Invitation invitation, Actor actor) {
        if (!invitations.take(invitation.id(), actor.person())) {
            throw new NotFound();
        }
        var organisation = invitation.organisation().id();
        sit(actor.person(), organisation, invitation.roles(), actor);
        audit.record(actor, "invitation.taken", organisation, Map.of("invitation", invitation.id()));
    }

    /** A machine's account takes its one seat; machines hold no window. */
    void seatMachine(UUID account, UUID organisation, Set<Role> roles) {
        people.sit(account, organisation, roles);
    }

    /** Takes the seat, the window too when nobody holds it, and tells everybody. */
    void sit(UUID person, UUID organisation, Set<Role> roles, Actor by) {
        if (!people.sit(person, organisation, roles)) {
            throw new RuleBroken("membership.seat.taken");
        }
        organisations.firstPersonCame(organisation, by);
        var window = circles.office(OfficeKind.WINDOW, organisation);
        if (roles.contains(Role.MEMBER_POC) || circles.within(window).isEmpty()) {
            circles.admit(window, Circle.OFFICE, person, false, by.person());
        }
        events.publishEvent(new PersonSeated(person, organisation));
    }
}
