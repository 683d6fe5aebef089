package noroshi.membership;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is who: people, organisations, their seats, the offices and circles they belong to. */
@Service
@Transactional
public class Members {
    private final MemberStore members;
    private final CircleStore circles;

    Members(MemberStore members, CircleStore circles) {
        this.members = members;
        this.circles = circles;
    }

    @Transactional(readOnly = true)
    public Person person(UUID id) {
        return members.person(id).orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    public Optional<Person> byLogin(String login) {
        return members.byLogin(login);
    }

    /** Names for display, people who left included; unknown ids are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, PersonName> names(Collection<UUID> people) {
        return people.isEmpty() ? Map.of() : members.names(people);
    }

    /** The same, asked together with what else the page asks. */
    @Transactional(readOnly = true)
    public Supplier<Map<UUID, PersonName>> namesLater(Collection<UUID> people) {
        return people.isEmpty() ? Map::of : members.namesLater(people);
    }

    @Transactional(readOnly = true)
    public Organisation organisation(UUID id) {
        return members.organisation(id).orElseThrow(NotFound::new);
    }

    /** The organisation with this short name. */
    @Transactional(readOnly = true)
    public Optional<OrganisationName> organisationByCode(String code) {
        return members.organisationByCode(code);
    }

    /** Names for display, organisations that left included; unknown ids are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, OrganisationName> organisations(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : members.organisations(ids);
    }

    /** The same, asked together with what else the page asks. */
    @Transactional(readOnly = true)
    public Supplier<Map<UUID, OrganisationName>> organisationsLater(Collection<UUID> ids) {
        return ids.isEmpty() ? Map::of : members.organisationsLater(ids);
    }

    /** Active people whose name, reading or login begins or contains the words; for choosing them. */
    @Transactional(readOnly = true)
    public List<PersonName> peopleCalled(String words, int atMost) {
        return members.peopleCalled(words.strip(), atMost);
    }

    /** Active organisations whose name or code contains the words; for choosing them. */
    @Transactional(readOnly = true)
    public List<OrganisationName> organisationsCalled(String words, int atMost) {
        return members.organisationsCalled(words.strip(), atMost);
    }

    /** The seats that count today, the oldest first; none for people or organisations that are not active. */
    @Transactional(readOnly = true)
    public List<Seat> seats(UUID person) {
        return members.seats(person);
    }

    /** The person acting from their first seat; empty when they have none in force. For jobs and commands. */
    @Transactional(readOnly = true)
    public Optional<Actor> actor(UUID person, String via) {
        return members.seats(person).stream().findFirst().map(seat -> seat.actor(via));
    }

    /** Acts for the operator of the machine where no administrator is named: the Centre's first one. */
    @Transactional(readOnly = true)
    public Optional<Actor> administrator(String via) {
        return administrators(via).stream().findFirst();
    }

    /** The Centre's administrators, each from one seat, the longest in office first. */
    @Transactional(readOnly = true)
    public List<Actor> administrators(String via) {
        return members.administrators().stream()
                .flatMap(person -> members.seats(person).stream()
                        .map(seat -> seat.actor(via))
                        .filter(actor -> actor.is(Role.ADMINISTRATOR))
                        .limit(1))
                .toList();
    }

    /** The office that receives what is addressed to the organisation. */
    public UUID windowOf(UUID organisation) {
        return circles.office(OfficeKind.WINDOW, organisation);
    }

    /** The Centre's organisation; empty before the first set-up. */
    @Transactional(readOnly = true)
    public Optional<UUID> centre() {
        return members.centre();
    }

    /** The same, asked together with what else the page asks. */
    @Transactional(readOnly = true)
    public Supplier<Optional<UUID>> centreLater() {
        return members.centreLater();
    }

    /** The Centre's office of this kind. */
    public UUID office(OfficeKind kind) {
        return circles.office(kind, members.centre().orElseThrow(NotFound::new));
    }

    /** The organisation's office of this kind. */
    public UUID office(OfficeKind kind, UUID organisation) {
        return circles.office(kind, organisation);
    }

    /** Who belongs to the circle today, leads first. */
    @Transactional(readOnly = true)
    public List<Belonging> within(UUID principal) {
        return circles.within(principal);
    }

    /** The circles of this kind a person belongs to today. */
    @Transactional(readOnly = true)
    public List<Belonging> belongings(UUID person, Circle circle) {
        return circles.of(person, circle);
    }

    /** Takes a person into a circle; the caller has checked the right. Once more does nothing. */
    public void admit(UUID principal, Circle circle, UUID person, boolean lead, Actor actor) {
        if (members.seats(person).isEmpty()) {
            throw new NotFound();
        }
        circles.admit(principal, circle, person, lead, actor.person());
    }

    /** Takes everybody who takes part today into a community; the caller has checked the right. */
    public void admitEverybody(UUID community, Actor actor) {
        circles.admitEverybody(community, actor.person());
    }

    /** Takes a person out of a circle; the caller has checked the right. Once more does nothing. */
    public void leave(UUID principal, UUID person, Actor actor) {
        circles.leave(principal, person);
    }
}
