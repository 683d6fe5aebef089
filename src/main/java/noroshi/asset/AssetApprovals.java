package noroshi.asset;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of the Centre's watch office: a second person agrees that something is whose it is said to be. */
@Service
@Transactional
public class AssetApprovals {
    private static final int LONGEST_REASON = 500;

    private final AssetStore assets;
    private final ClaimStore claims;
    private final AssetSettings settings;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AssetApprovals(
            AssetStore assets,
            ClaimStore claims,
            AssetSettings settings,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.assets = assets;
        this.claims = claims;
        this.settings = settings;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What waits, organisation by organisation. */
    @Transactional(readOnly = true)
    public List<Claim> waiting(Optional<UUID> organisation, Window window, Actor actor) {
        requireWatch();
        return claims.waiting(organisation, window);
    }

    /** How much waits; nothing for anybody else. */
    @Transactional(readOnly = true)
    public int waiting(Actor actor) {
        return assets.watching() ? claims.waiting() : 0;
    }

    /** Agrees; from now on these are used. Ids that wait no longer are passed over. */
    public int approve(Collection<UUID> ids, Actor actor) {
        var found = take(ids);
        var now = clock.instant();
        claims.approve(ids(found), actor.person(), now, now.plus(settings.validFor()));
        byOrganisation(found).forEach((organisation, those) -> {
            audit.record(actor, "asset.approved", organisation, Map.of("assets", those));
            events.publishEvent(new AssetsRegistered(organisation, those, now));
        });
        return found.size();
    }

    /** Does not agree, and says why. */
    public int decline(Collection<UUID> ids, String reason, Actor actor) {
        requireReason(reason);
        var found = take(ids);
        var now = clock.instant();
        claims.decline(ids(found), reason.strip(), actor.person(), now);
        byOrganisation(found).forEach((organisation, those) -> {
            audit.record(actor, "asset.declined", organisation, Map.of("assets", those));
            events.publishEvent(new AssetsDeclined(organisation, those, now));
        });
        return found.size();
    }

    static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new RuleBroken("asset.reason-missing");
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw new RuleBroken("asset.reason-too-long", LONGEST_REASON);
        }
    }

    private List<Claim> take(Collection<UUID> ids) {
        requireWatch();
        if (ids.isEmpty()) {
            throw new RuleBroken("asset.none-chosen");
        }
        var found = claims.lock(ids);
        if (found.stream().anyMatch(Claim::mine)) {
            throw new RuleBroken("asset.second-person");
        }
        return found;
    }

    private void requireWatch() {
        if (!assets.watching()) {
            throw new NotFound();
        }
    }

    private static List<UUID> ids(List<Claim> found) {
        return found.stream().map(claim -> claim.asset().id()).toList();
    }

    private static Map<UUID, List<UUID>> byOrganisation(List<Claim> found) {
        return found.stream().map(Claim::asset).collect(groupingBy(Asset::organisation, mapping(Asset::id, toList())));
    }
}
