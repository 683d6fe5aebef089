package noroshi.community;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The Centre's administrators see where the last lead has gone, and name one of those who are left; they read nothing. */
@Service
@Transactional
public class Leaderless {
    private final SeatStore seats;
    private final AuditTrail audit;
    private final Happenings happenings;

    Leaderless(SeatStore seats, AuditTrail audit, Happenings happenings) {
        this.seats = seats;
        this.audit = audit;
        this.happenings = happenings;
    }

    @Transactional(readOnly = true)
    public List<LeaderlessCommunity> list(Actor actor) {
        require(actor);
        return seats.leaderless();
    }

    /** How many there are; none for anybody else. */
    @Transactional(readOnly = true)
    public int waiting(Actor actor) {
        return actor.is(Role.ADMINISTRATOR) ? seats.leaderless().size() : 0;
    }

    /** Names a member, or somebody who asks to be one; nothing where a lead is left. */
    public void appoint(UUID community, UUID person, Actor actor) {
        require(actor);
        if (!seats.appoint(community, person)) {
            throw new NotFound();
        }
        audit.record(actor, "community.lead-appointed", community, Map.of("person", person));
        happenings.named(community, person, true);
    }

    private static void require(Actor actor) {
        if (!actor.is(Role.ADMINISTRATOR)) {
            throw new NotFound();
        }
    }
}
