package noroshi.asset;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
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
    private final EndStore ends;
    private final AssetSettings settings;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AssetRegister(
            AssetStore assets,
            EndStore ends,
            AssetSettings settings,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.assets = assets;
        this.ends = ends;
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

    /** How many of the actor's organisation's assets end soon, or have ended, and can be renewed. */
    @Transactional(readOnly = true)
    public int ending(Actor actor) {
        return endingLater(actor).get();
    }

    /** The same, asked together with what else the page asks. */
    @Transactional(readOnly = true)
    public Supplier<Integer> endingLater(Actor actor) {
        return mayRegister(actor)
                ? ends.ending(actor.organisation(), clock.instant().plus(settings.renewFrom()))
                : () -> 0;
    }

    /** Asks that all of them stay registered; says how many. */
    public int renewAll(Actor actor) {
        requireRight(actor);
        var now = clock.instant();
        var asked = ends.renewAll(actor.organisation(), now.plus(settings.renewFrom()), actor.person(), now);
        if (!asked.isEmpty()) {
            audit.record(actor, "asset.renewals-asked", actor.organisation(), Map.of("assets", asked));
            events.publishEvent(new AssetsAsked(actor.organisation(), asked.size(), now));
        }
        return asked.size();
    }

    /** Takes one's own asset out of the register; nothing uses it from now on. */
    public void remove(UUID id, Actor actor) {
        remove(id, "", actor);
    }

    /** The same; the watch office may do so for anybody, and tells the organisation why. */
    public void remove(UUID id, String reason, Actor actor) {
        var asset = assets.lock(id).orElseThrow(NotFound::new);
        var byCentre = assets.watching() && !asset.organisation().equals(actor.organisation());
        if (!byCentre) {
            asset = own(id, actor);
        }
        if (!asset.removable()) {
            throw new RuleBroken("asset.gone");
        }
        if (byCentre) {
            AssetApprovals.requireReason(reason);
        }
        var now = clock.instant();
        assets.remove(id, byCentre ? reason.strip() : "", actor.person(), now);
        audit.record(actor, "asset.removed", id, Map.of("organisation", asset.organisation()));
        events.publishEvent(new AssetRemoved(asset.organisation(), id, byCentre, now));
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
