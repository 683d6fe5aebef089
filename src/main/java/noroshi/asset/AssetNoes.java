package noroshi.asset;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.asset.Asset.State;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door of what the Centre said no to. A no holds against proofs of the same for a set time, or until the Centre
 * agrees after all, or until somebody of the watch office lifts it.
 */
@Service
@Transactional
public class AssetNoes {
    private final AssetStore assets;
    private final NoStore noes;
    private final AssetSettings settings;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AssetNoes(
            AssetStore assets,
            NoStore noes,
            AssetSettings settings,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.assets = assets;
        this.noes = noes;
        this.settings = settings;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The no that holds against a proof of this one; as far as the actor may know of it. */
    @Transactional(readOnly = true)
    public Optional<EarlierNo> against(UUID asset, Actor actor) {
        return Optional.ofNullable(against(List.of(asset), actor).get(asset));
    }

    /** The same for many. */
    @Transactional(readOnly = true)
    public Map<UUID, EarlierNo> against(Collection<UUID> those, Actor actor) {
        return noes.holding(those, settings.noHoldsFor(), clock.instant());
    }

    /** Whether and how this one is a no that sends proofs to the Centre, or did; nobody proves a product or a word. */
    @Transactional(readOnly = true)
    public Optional<Refused> refused(Asset asset, Actor actor) {
        var at = switch (asset.state()) {
            case State.Declined it -> Optional.of(it.at());
            case State.Removed it when !it.reason().isEmpty() -> Optional.of(it.at());
            default -> Optional.<Instant>empty();
        };
        return at.filter(moment -> asset.kind().online()).map(moment -> {
            var until = moment.plus(settings.noHoldsFor());
            var lifting = noes.lifting(asset.id());
            var now = clock.instant();
            var holds = noes.holds(asset.id(), settings.noHoldsFor(), now);
            return new Refused(
                    until,
                    lifting,
                    holds,
                    !holds && lifting.isEmpty() && until.isAfter(now),
                    holds && assets.watching() && !asset.askedBy().equals(actor.person()));
        });
    }

    /** Lifts it: what is proven from now on is in force without the Centre. Twice does no harm. */
    public void lift(UUID id, String reason, Actor actor) {
        var asset = assets.find(id).orElseThrow(NotFound::new);
        if (!assets.watching()) {
            throw new NotAllowed();
        }
        var refused = refused(asset, actor).orElseThrow(() -> new RuleBroken("asset.no.none"));
        if (asset.askedBy().equals(actor.person())) {
            throw new RuleBroken("asset.second-person");
        }
        AssetApprovals.requireReason(reason);
        var now = clock.instant();
        if (refused.lifting().isEmpty() && noes.lift(id, reason.strip(), actor.person(), now)) {
            audit.record(actor, "asset.no-lifted", id, Map.of("organisation", asset.organisation()));
            events.publishEvent(new AssetNoLifted(asset.organisation(), id, actor.person(), now));
        }
    }
}
