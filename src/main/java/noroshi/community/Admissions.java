package noroshi.community;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.membership.Circle;
import noroshi.membership.Members;
import noroshi.membership.Person;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of seats: people join, ask, are let in, lead, and leave. */
@Service
@Transactional
public class Admissions {
    private static final int LONGEST_REASON = 1000;

    private final Communities communities;
    private final SeatStore seats;
    private final AudienceStore audiences;
    private final Members members;
    private final AuditTrail audit;
    private final Happenings happenings;

    Admissions(
            Communities communities,
            SeatStore seats,
            AudienceStore audiences,
            Members members,
            AuditTrail audit,
            Happenings happenings) {
        this.communities = communities;
        this.seats = seats;
        this.audiences = audiences;
        this.members = members;
        this.audit = audit;
        this.happenings = happenings;
    }

    /** Takes a seat in an open community. */
    public void join(UUID id, Actor actor) {
        var row = communities.show(id, actor);
        if (row.place().inside()) {
            return;
        }
        row.community().requireJoinable();
        seat(id, actor.person(), "community.joined", actor);
    }

    /** Takes a seat in the community of all participating organisations; whoever has left meanwhile does not. */
    public void joinEverybody(Actor actor) {
        if (members.seats(actor.person()).isEmpty()) {
            return;
        }
        communities
                .ofEverybody(actor)
                .filter(all -> !communities.show(all, actor).place().inside())
                .ifPresent(all -> seat(all, actor.person(), "community.joined", actor));
    }

    /** Gives up one's own seat; a community is never left without a lead. */
    public void leave(UUID id, Actor actor) {
        var row = communities.show(id, actor);
        if (row.place().inside()) {
            row.community().requireOwnSeats();
            unseat(id, actor.person(), "community.left", actor);
        }
    }

    /** Asks the leads of an invited community to be let in. The answer is the same whether there is one or not. */
    public void ask(String code, String reason, Actor actor) {
        if (reason.isBlank()) {
            throw new RuleBroken("community.reason-missing");
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw new RuleBroken("community.text-too-long", LONGEST_REASON);
        }
        var asked = seats.ask(code.strip().toLowerCase(Locale.ROOT), reason.strip());
        audit.record(actor, "community.asked", actor.person(), Map.of("code", code.strip()));
        asked.ifPresent(id -> happenings.asked(id, actor.person()));
    }

    /**
     * Lets somebody in on a lead's word, or on an administrator's, who cannot let in themselves. A lead lets in whom they
     * know: of everybody else they do not even learn whether there is such a login. Those ask with the code.
     */
    public void invite(UUID id, String login, Actor actor) {
        var row = communities.show(id, actor);
        var person = members.byLogin(login.strip())
                .filter(found -> found.kind() == Person.Kind.HUMAN)
                .map(Person::id)
                .filter(found -> !members.seats(found).isEmpty());
        if (row.place() == Place.LEAD) {
            person = person.filter(found -> audiences.known(Set.of(found)).contains(found));
        } else {
            actor.require(Role.ADMINISTRATOR);
            if (person.stream().anyMatch(actor.person()::equals)) {
                throw new NotAllowed();
            }
        }
        row.community().requireRunning();
        row.community().requireOwnSeats();
        var invited = person.orElseThrow(
                () -> new RuleBroken("community.nobody-known", row.community().code()));
        if (seats.place(id, invited).isPresent()) {
            throw new RuleBroken("community.already-inside");
        }
        seats.decide(id, invited, true);
        seat(id, invited, "community.invited", actor);
    }

    /** Grants a request. */
    public void admit(UUID id, UUID person, Actor actor) {
        requireLead(id, actor).requireRunning();
        if (!seats.decide(id, person, true)) {
            throw new RuleBroken("community.request-decided");
        }
        seat(id, person, "community.admitted", actor);
    }

    /** Declines a request; the asker may ask again. */
    public void decline(UUID id, UUID person, Actor actor) {
        requireLead(id, actor);
        if (!seats.decide(id, person, false)) {
            throw new RuleBroken("community.request-decided");
        }
        audit.record(actor, "community.declined", id, Map.of("person", person));
        happenings.declined(id, person, actor.person());
    }

    /** Takes somebody's seat away. */
    public void remove(UUID id, UUID person, Actor actor) {
        requireLead(id, actor).requireOwnSeats();
        place(id, person);
        unseat(id, person, "community.removed", actor);
    }

    /** Names a member as a lead, or lets a lead be a member again; one lead always stays. */
    public void lead(UUID id, UUID person, boolean leads, Actor actor) {
        requireLead(id, actor);
        if ((place(id, person) == Place.LEAD) == leads) {
            return;
        }
        if (!leads) {
            requireAnotherLead(id, person);
        }
        members.admit(id, Circle.COMMUNITY, person, leads, actor);
        audit.record(actor, leads ? "community.lead-named" : "community.lead-ended", id, Map.of("person", person));
        happenings.named(id, person, leads);
    }

    /** How many requests wait for the actor, over all communities they lead. */
    @Transactional(readOnly = true)
    public int waiting(Actor actor) {
        return seats.waiting();
    }

    private void seat(UUID id, UUID person, String act, Actor actor) {
        members.admit(id, Circle.COMMUNITY, person, false, actor);
        audit.record(actor, act, id, Map.of("person", person));
        happenings.seated(id, person, actor.person());
    }

    private void unseat(UUID id, UUID person, String act, Actor actor) {
        requireAnotherLead(id, person);
        members.leave(id, person, actor);
        audit.record(actor, act, id, Map.of("person", person));
        happenings.left(id, person, actor.person());
    }

    private void requireAnotherLead(UUID id, UUID person) {
        seats.oneAtATime(id);
        var leads = seats.leads(id);
        if (leads.size() == 1 && leads.getFirst().person().equals(person)) {
            throw new RuleBroken("community.last-lead");
        }
    }

    private Place place(UUID id, UUID person) {
        return seats.place(id, person).orElseThrow(NotFound::new);
    }

    private Community requireLead(UUID id, Actor actor) {
        var row = communities.show(id, actor);
        if (row.place() != Place.LEAD) {
            throw new NotAllowed();
        }
        return row.community();
    }
}
