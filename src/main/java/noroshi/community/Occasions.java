package noroshi.community;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.RuleBroken;
import noroshi.site.SiteSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rhythm of a community: its leads say when its members meet, its members see it. */
@Service
@Transactional
public class Occasions {
    private static final int SHOWN = 8;
    private static final int MOST = 60;
    private static final int YEARS = 2;
    private static final int WEEKS_KEPT = 4;

    private final Communities communities;
    private final OccasionStore occasions;
    private final AuditTrail audit;
    private final SiteSettings site;
    private final Clock clock;

    Occasions(Communities communities, OccasionStore occasions, AuditTrail audit, SiteSettings site, Clock clock) {
        this.communities = communities;
        this.occasions = occasions;
        this.audit = audit;
        this.site = site;
        this.clock = clock;
    }

    /** The next ones, from today on. */
    @Transactional(readOnly = true)
    public List<Occasion> coming(UUID community, Actor actor) {
        communities.show(community, actor);
        return occasions.coming(community, today(), SHOWN);
    }

    /** Those of all communities the actor sits in, the last weeks' too. */
    @Transactional(readOnly = true)
    public List<PlannedDay> mine(Actor actor) {
        var mine = communities.mine(actor).stream().collect(Collectors.toMap(MyCommunity::id, each -> each));
        return occasions.of(mine.keySet(), today().minusWeeks(WEEKS_KEPT)).stream()
                .flatMap(each -> Optional.ofNullable(mine.get(each.community())).stream()
                        .map(community -> new PlannedDay(community, each.named(), each.occasion())))
                .toList();
    }

    /** One more. */
    public void add(UUID community, OccasionKind kind, Wording name, LocalDate date, Actor actor) {
        requireLead(community, actor);
        if (name.ja().isEmpty() || name.longerThan(Profile.LONGEST_NAME)) {
            throw new RuleBroken("community.name-too-long", Profile.LONGEST_NAME);
        }
        if (date.isBefore(today()) || date.isAfter(today().plusYears(YEARS))) {
            throw new RuleBroken("community.occasion-when", YEARS);
        }
        if (occasions.count(community, today()) >= MOST) {
            throw new RuleBroken("community.occasions-too-many", MOST);
        }
        occasions.insert(community, kind, new Wording(name.ja(), name.en().isEmpty() ? name.ja() : name.en()), date);
        audit.record(actor, "community.occasion-added", community, Map.of("date", date, "kind", kind));
    }

    /** It does not take place. */
    public void remove(UUID community, UUID occasion, Actor actor) {
        requireLead(community, actor);
        occasions.delete(community, occasion);
        audit.record(actor, "community.occasion-removed", community, Map.of("occasion", occasion));
    }

    /** The day it is where the platform stands. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), site.tz());
    }

    private void requireLead(UUID id, Actor actor) {
        var row = communities.show(id, actor);
        if (row.place() != Place.LEAD) {
            throw new NotAllowed();
        }
        row.community().requireRunning();
    }
}
