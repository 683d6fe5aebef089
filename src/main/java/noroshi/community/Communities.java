package noroshi.community;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.audit.AuditTrail;
import noroshi.membership.Circle;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.shared.Changes;
import noroshi.shared.Kept;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.shared.Seen;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of circles of trust: they are found, founded, described and closed. */
@Service
@Transactional
public class Communities {
    private static final int KEPT = 2_000;

    private final CommunityStore communities;
    private final Kept<List<MyCommunity>> mine;
    private final Members members;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Communities(
            CommunityStore communities,
            Members members,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Changes changes,
            Clock clock) {
        this.communities = communities;
        mine = new Kept<>(changes, clock, KEPT);
        this.members = members;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What the actor may know of: the open ones, their own, and at the Centre all. */
    @Transactional(readOnly = true)
    public List<CommunityRow> list(Actor actor) {
        return communities.rows();
    }

    /** Where the actor sits and something still comes. */
    @Transactional(readOnly = true)
    public List<MyCommunity> mine(Actor actor) {
        return mineLater(actor).get();
    }

    /** The same, asked together with what else the page asks. */
    @Transactional(readOnly = true)
    public Supplier<List<MyCommunity>> mineLater(Actor actor) {
        return mine.later(actor, "", communities::mine);
    }

    /** The community with the actor's place in it; one that is hidden from them is not there. */
    @Transactional(readOnly = true)
    public CommunityRow show(UUID id, Actor actor) {
        return communities.row(id).orElseThrow(NotFound::new);
    }

    /** The community with this code, if the actor may know of it. */
    @Transactional(readOnly = true)
    public Optional<Community> byCode(String code, Actor actor) {
        return communities.byCode(code);
    }

    /** The community of all participating organisations, where there is one. */
    @Transactional(readOnly = true)
    public Optional<UUID> ofEverybody(Actor actor) {
        return communities.ofEverybody();
    }

    /**
     * Founds a community with its first lead: an administrator any, a secretariat one that it leads itself. In the one of
     * all participating organisations, of which there is one, everybody who takes part sits at once.
     */
    public UUID found(NewCommunity community, Actor actor) {
        actor.require(Role.ADMINISTRATOR, Role.COMMUNITY_LEAD);
        if (!actor.is(Role.ADMINISTRATOR) && !community.lead().equals(actor.person())) {
            throw new NotAllowed();
        }
        if (communities.byCode(community.code()).isPresent()) {
            throw new RuleBroken("community.code-taken");
        }
        if (community.everyone()) {
            actor.require(Role.ADMINISTRATOR);
            if (communities.ofEverybody().isPresent()) {
                throw new RuleBroken("community.everyone-founded");
            }
        }
        var id = UUID.randomUUID();
        var now = clock.instant();
        communities.insert(id, community, now);
        members.admit(id, Circle.COMMUNITY, community.lead(), true, actor);
        if (community.everyone()) {
            members.admitEverybody(id, actor);
        }
        audit.record(actor, "community.founded", id, Map.of("code", community.code(), "lead", community.lead()));
        events.publishEvent(new CommunityFounded(id, community.lead(), now));
        return id;
    }

    /** Describes the community anew, unless somebody else has done so since it was seen. */
    public void edit(UUID id, Profile profile, Seen seen, Actor actor) {
        communities.hold(id);
        var row = show(id, actor);
        requireManaging(row, actor);
        row.community().requireRunning();
        if (row.community().profile().equals(profile)) {
            return;
        }
        seen.requireStill(row.community().profile().seen());
        communities.update(id, profile);
        audit.record(actor, "community.edited", id, Map.of());
        events.publishEvent(new CommunityEdited(id, clock.instant()));
    }

    /** Closes the community: its members still read what it was told, and nothing new comes. */
    public void close(UUID id, Actor actor) {
        var row = show(id, actor);
        requireManaging(row, actor);
        if (row.community().closed()) {
            return;
        }
        row.community().requireOwnSeats();
        var now = clock.instant();
        communities.close(id, now);
        audit.record(actor, "community.closed", id, Map.of());
        events.publishEvent(new CommunityClosed(id, now));
    }

    /** Whether the actor describes and closes it: its leads, and the Centre's administrators. */
    public static boolean manages(CommunityRow row, Actor actor) {
        return row.place() == Place.LEAD || actor.is(Role.ADMINISTRATOR);
    }

    private static void requireManaging(CommunityRow row, Actor actor) {
        if (!manages(row, actor)) {
            throw new NotAllowed();
        }
    }
}
