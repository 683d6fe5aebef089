package noroshi.asset;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.membership.LeftBehind;
import noroshi.membership.Withdrawal;
import noroshi.shared.Actor;
import org.springframework.stereotype.Component;

/** What an organisation that withdraws has in the register: nothing uses it from then on. */
@Component
class LeftAssets implements LeftBehind {
    private final AssetStore assets;
    private final GuardStore guard;
    private final AuditTrail audit;
    private final Clock clock;

    LeftAssets(AssetStore assets, GuardStore guard, AuditTrail audit, Clock clock) {
        this.assets = assets;
        this.guard = guard;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Entry> of(UUID organisation, Actor actor) {
        var path = assets.watching() ? "/assets?organisation=" + organisation : "";
        return List.of(new Entry("asset.left", guard.leftBy(organisation), path));
    }

    @Override
    public void end(Withdrawal withdrawal, Actor actor) {
        var removed = guard.removeOf(withdrawal.organisation(), clock.instant());
        if (removed > 0) {
            audit.record(actor, "asset.all-removed", withdrawal.organisation(), Map.of("count", removed));
        }
    }
}
