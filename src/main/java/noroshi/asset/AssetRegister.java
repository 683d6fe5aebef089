package noroshi.asset;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.asset.Asset.State;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of the register: an organisation says what is theirs, keeps it up to date, and takes it out. */
@Service
@Transactional
public class AssetRegister {
    /** How many assets one organisation may have in the register. */
    public static final int MOST = 20_000;

    private final AssetStore assets;
    private final AssetSettings settings;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AssetRegister(
            AssetStore assets,
            AssetSettings settings,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.assets = assets;
        this.settings = settings;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Who speaks for an organisation registers for it; its other people look. */
    public static boolean mayRegister(Actor actor) {
        return actor.is(Role.MEMBER_POC) || actor.is(Role.ORG_ADMIN);
    }

    /** Whether the actor sits at the Centre's watch office and sees every organisation's assets. */
    @Transactional(readOnly = true)
    public boolean watching(Actor actor) {
        return assets.watching();
    }

    /** Assets of the actor's organisation, or at the watch office of the one that is asked for. */
    @Transactional(readOnly = true)
    public List<Asset> list(AssetFilter filter, Window window, Actor actor) {
        var whose = assets.watching() ? filter.organisation() : Optional.of(actor.organisation());
        var asked = new AssetFilter(whose, filter.show(), filter.kind(), filter.words());
        return assets.list(asked, clock.instant().plus(settings.renewFrom()), window);
    }

    /** How much each organisation has in the register, those that wait for the Centre first. */
    @Transactional(readOnly = true)
    public List<Holding> holdings(Window window, Actor actor) {
        if (!assets.watching()) {
            throw new NotFound();
        }
        return assets.holdings(clock.instant(), window);
    }

    /** Whether the actor's organisation has anything in the register, or has asked for it. */
    @Transactional(readOnly = true)
    public boolean any(Actor actor) {
        return assets.count(actor.organisation()) > 0;
    }

    /** How many assets of each kind an organisation has in force. */
    @Transactional(readOnly = true)
    public Map<AssetKind, Integer> kinds(UUID organisation, Actor actor) {
        return assets.kinds(organisation, clock.instant());
    }

    @Transactional(readOnly = true)
    public Asset show(UUID id, Actor actor) {
        return assets.find(id).orElseThrow(NotFound::new);
    }

    /** Asks to register one value for the actor's organisation. */
    public UUID register(Optional<AssetKind> kind, String value, String note, Actor actor) {
        requireRight(actor);
        var read = AssetSpelling.read(kind, value);
        var words = AssetSheet.note(note);
        if (assets.has(actor.organisation(), read)) {
            throw new RuleBroken("asset.known");
        }
        requireRoom(1, actor);
        var now = clock.instant();
        var id = assets.insert(read, words, actor, now);
        audit.record(actor, "asset.asked", id, Map.of("kind", read.kind()));
        events.publishEvent(new AssetsAsked(actor.organisation(), 1, now));
        return id;
    }

    /** Asks that the asset stays registered after its end. */
    public void renew(UUID id, Actor actor) {
        var asset = own(id, actor);
        if (!(asset.state() instanceof State.Registered registered)) {
            throw new RuleBroken("asset.not-registered");
        }
        var now = clock.instant();
        if (registered.renewal().isPresent()) {
            throw new RuleBroken("asset.renewal-asked");
        }
        if (registered.until().minus(settings.renewFrom()).isAfter(now)) {
            throw new RuleBroken("asset.renewal-early", settings.renewFrom().toDays());
        }
        assets.renew(id, actor.person(), now);
        audit.record(actor, "asset.renewal-asked", id, Map.of());
        events.publishEvent(new AssetsAsked(asset.organisation(), 1, now));
    }

    /** Takes the asset out of the register; nothing uses it from now on. The watch office may do so for anybody. */
    public void remove(UUID id, Actor actor) {
        var asset = assets.lock(id).orElseThrow(NotFound::new);
        if (!assets.watching()) {
            asset = own(id, actor);
        }
        if (!asset.removable()) {
            throw new RuleBroken("asset.gone");
        }
        var now = clock.instant();
        assets.remove(id, actor.person(), now);
        audit.record(actor, "asset.removed", id, Map.of("organisation", asset.organisation()));
        events.publishEvent(new AssetRemoved(asset.organisation(), id, now));
    }

    void requireRoom(int more, Actor actor) {
        if (assets.count(actor.organisation()) + more > MOST) {
            throw new RuleBroken("asset.full", MOST);
        }
    }

    static void requireRight(Actor actor) {
        if (!mayRegister(actor)) {
            throw new NotAllowed();
        }
    }

    private Asset own(UUID id, Actor actor) {
        var asset = assets.lock(id).orElseThrow(NotFound::new);
        if (!asset.organisation().equals(actor.organisation())) {
            throw new NotAllowed();
        }
        requireRight(actor);
        return asset;
    }
}
