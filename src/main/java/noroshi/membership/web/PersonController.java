package noroshi.membership.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.membership.Belonging;
import noroshi.membership.Members;
import noroshi.membership.OfficeKind;
import noroshi.membership.People;
import noroshi.membership.Person;
import noroshi.membership.Reach;
import noroshi.membership.Seat;
import noroshi.membership.signin.Recoveries;
import noroshi.membership.signin.Recovery;
import noroshi.membership.signin.Sessions;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.site.Page;
import noroshi.site.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One person: who they are to everybody who may know of them, and what their administrators may change. */
@Controller
@RequestMapping("/members/{person}")
class PersonController {
    private static final int LONGEST_REASON = 500;

    private final People people;
    private final Members members;
    private final Sessions sessions;
    private final Recoveries recoveries;

    PersonController(People people, Members members, Sessions sessions, Recoveries recoveries) {
        this.people = people;
        this.members = members;
        this.sessions = sessions;
        this.recoveries = recoveries;
    }

    @GetMapping
    Page show(@PathVariable UUID person, Actor actor) {
        var shown = people.show(person, actor);
        var mayStand = people.mayActOn(person, actor) && !person.equals(actor.person());
        var mayRecover = recoveries.mayRequest(person, actor);
        var lines = people.seats(person).stream().map(seat -> line(seat, actor)).toList();
        var recovery = mayRecover || mayStand ? recoveries.of(person) : Optional.<Recovery>empty();
        return new Page(
                "membership/person",
                new PersonPage(shown, lines, person.equals(actor.person()), mayStand, mayRecover, recovery));
    }

    private PersonPage.SeatLine line(Seat seat, Actor actor) {
        var organisation = seat.organisation().id();
        var holders = members.within(members.office(OfficeKind.WINDOW, organisation)).stream()
                .map(Belonging::person)
                .toList();
        return new PersonPage.SeatLine(
                seat,
                holders.contains(seat.person()),
                holders.equals(List.of(seat.person())),
                Reach.mayActOn(actor, List.of(seat)),
                OrganisationPages.choices(people.grantable(organisation, actor)));
    }

    @PostMapping("/seats/{seat}/roles")
    Redirect changeRoles(
            @PathVariable UUID person,
            @PathVariable UUID seat,
            @RequestParam(defaultValue = "") Set<String> roles,
            Actor actor) {
        if (roles.isEmpty()) {
            throw new RuleBroken("membership.role.none");
        }
        people.changeRoles(seat, Typed.roles(roles), actor);
        return back(person);
    }

    @PostMapping("/seats/{seat}/window")
    Redirect holdWindow(@PathVariable UUID person, @PathVariable UUID seat, @RequestParam boolean hold, Actor actor) {
        var told = people.holdWindow(seat, hold, actor);
        return hold ? back(person) : said(Redirect.to("/members/" + person), told, "membership.saved");
    }

    @PostMapping("/seats/{seat}/end")
    Redirect endSeat(@PathVariable UUID person, @PathVariable UUID seat, Actor actor) {
        var told = people.endSeat(seat, actor);
        return said(Redirect.to("/members"), told, "membership.seat.ended");
    }

    @PostMapping("/standing")
    Redirect stand(@PathVariable UUID person, @RequestParam String status, Actor actor) {
        var to = Arrays.stream(Person.Status.values())
                .filter(each -> each.name().equalsIgnoreCase(status))
                .findFirst()
                .orElseThrow(NotFound::new);
        var told = people.stand(person, to, actor);
        return said(
                Redirect.to(to == Person.Status.WITHDRAWN ? "/members" : "/members/" + person),
                told,
                "membership.saved");
    }

    /** Signs the person out everywhere. */
    @PostMapping("/sessions/end")
    Redirect endSessions(@PathVariable UUID person, Actor actor) {
        sessions.endAllOf(person, actor);
        return back(person);
    }

    @PostMapping("/recovery")
    Redirect requestRecovery(@PathVariable UUID person, @RequestParam String reason, Actor actor) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new RuleBroken("membership.recovery.reason", LONGEST_REASON);
        }
        recoveries.request(person, reason.strip(), actor);
        return Redirect.to("/members/" + person).saying("membership.recovery.requested");
    }

    /** Says what was done, and that the duty desk was told of an empty window where it was. */
    private static Redirect said(Redirect to, boolean told, String key) {
        return to.saying(told ? "membership.window.emptied" : key);
    }

    private static Redirect back(UUID person) {
        return Redirect.to("/members/" + person).saying("membership.saved");
    }
}
