package noroshi.community;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import noroshi.membership.Members;
import noroshi.membership.PersonName;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Window;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who sits in a community: for those inside, its leads for everybody who knows of it. */
@Service
@Transactional(readOnly = true)
public class Roll {
    private static final Duration LATELY = Duration.ofDays(90);

    private final Communities communities;
    private final SeatStore seats;
    private final AudienceStore audiences;
    private final Members members;
    private final Clock clock;

    Roll(Communities communities, SeatStore seats, AudienceStore audiences, Members members, Clock clock) {
        this.clock = clock;
        this.communities = communities;
        this.seats = seats;
        this.audiences = audiences;
        this.members = members;
    }

    /** The people who let others in. */
    public List<Member> leads(UUID community, Actor actor) {
        communities.show(community, actor);
        return named(seats.leads(community));
    }

    /** Who of the Centre sits in the community, and so reads it; for those inside, and for the Centre. */
    public List<PersonName> ofCentre(UUID id, Actor actor) {
        var row = communities.show(id, actor);
        var there = seats.ofCentre(id);
        var names = members.names(there);
        return row.place().inside() || there.contains(actor.person())
                ? there.stream().map(names::get).filter(Objects::nonNull).toList()
                : List.of();
    }

    /**
     * One page of the members, by organisation. In the community of all participating organisations only those the
     * reader knows anyway have names.
     */
    public List<Delegation> members(UUID id, Window window, Actor actor) {
        var row = communities.show(id, actor);
        if (!row.place().inside()) {
            throw new NotFound();
        }
        var organisations = seats.organisations(id, window);
        var names = members.organisations(organisations);
        var seated = seats.seats(id, organisations).stream().collect(groupingBy(SeatStore.Seated::organisation));
        var open = row.community().everyoneTakingPart() ? known(seated) : everybody(seated);
        return organisations.stream()
                .map(organisation -> {
                    var there = seated.getOrDefault(organisation, List.of());
                    return new Delegation(
                            Objects.requireNonNull(names.get(organisation)),
                            there.size(),
                            there.stream()
                                    .map(SeatStore.Seated::person)
                                    .map(open::get)
                                    .flatMap(Stream::ofNullable)
                                    .toList());
                })
                .toList();
    }

    private Map<UUID, Member> known(Map<UUID, List<SeatStore.Seated>> seated) {
        var people = people(seated);
        var known =
                audiences.known(people.stream().map(SeatStore.Seated::person).toList());
        return byId(people.stream()
                .filter(each -> known.contains(each.person()) || each.place() == Place.LEAD)
                .toList());
    }

    private Map<UUID, Member> everybody(Map<UUID, List<SeatStore.Seated>> seated) {
        return byId(people(seated));
    }

    private static List<SeatStore.Seated> people(Map<UUID, List<SeatStore.Seated>> seated) {
        return seated.values().stream().flatMap(List::stream).toList();
    }

    private Map<UUID, Member> byId(List<SeatStore.Seated> seated) {
        return named(seated).stream().collect(toMap(member -> member.person().id(), Function.identity()));
    }

    /** Undecided requests, the oldest first, for the leads. */
    public List<Request> requests(UUID community, Actor actor) {
        if (communities.show(community, actor).place() != Place.LEAD) {
            throw new NotAllowed();
        }
        var asked = seats.requests(community);
        var names = members.names(asked.stream().map(SeatStore.Asked::person).toList());
        return asked.stream()
                .filter(each -> names.containsKey(each.person()))
                .map(each -> new Request(Objects.requireNonNull(names.get(each.person())), each.reason(), each.at()))
                .toList();
    }

    /** Whose seat ended in the last ninety days, for the leads; nobody for anybody else. */
    public List<Gone> gone(UUID community, Actor actor) {
        if (communities.show(community, actor).place() != Place.LEAD) {
            return List.of();
        }
        var gone = seats.gone(community, clock.instant().minus(LATELY));
        var names = members.names(gone.stream().map(SeatStore.Gone::person).toList());
        return gone.stream()
                .filter(each -> names.containsKey(each.person()))
                .map(each -> new Gone(Objects.requireNonNull(names.get(each.person())), each.at()))
                .toList();
    }

    private List<Member> named(List<SeatStore.Seated> seated) {
        var names = members.names(seated.stream().map(SeatStore.Seated::person).toList());
        return seated.stream()
                .filter(each -> names.containsKey(each.person()))
                .map(each -> new Member(Objects.requireNonNull(names.get(each.person())), each.place(), each.since()))
                .toList();
    }
}
