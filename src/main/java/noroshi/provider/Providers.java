package noroshi.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.intel.permit.NewPermit;
import noroshi.intel.permit.Permit;
import noroshi.intel.permit.Permits;
import noroshi.intel.taxii.Collections;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.shared.Seen;
import noroshi.shared.Window;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The front door: partners are set up, looked after, and asked when it is time. */
@Service
@Transactional(readOnly = true)
public class Providers {
    private static final Duration LONGEST_REPLAY = Duration.ofDays(366);
    private static final int MOST_WITHHELD = 50;
    private static final int MOST_DELIVERIES = 50;
    private static final Provider.Tls NO_TLS = new Provider.Tls(Optional.empty(), "");

    private final ProviderStore store;
    private final FollowedStore followed;
    private final RoundStore rounds;
    private final ReplayStore replays;
    private final WithheldStore withheld;
    private final DeliveryStore deliveries;
    private final Permits permits;
    private final Rounds running;
    private final Collections collections;
    private final Vault vault;
    private final AuditTrail audit;
    private final Clock clock;

    Providers(
            ProviderStore store,
            FollowedStore followed,
            RoundStore rounds,
            ReplayStore replays,
            WithheldStore withheld,
            DeliveryStore deliveries,
            Permits permits,
            Rounds running,
            Collections collections,
            Vault vault,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.followed = followed;
        this.rounds = rounds;
        this.replays = replays;
        this.withheld = withheld;
        this.deliveries = deliveries;
        this.permits = permits;
        this.running = running;
        this.collections = collections;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who looks at providers. */
    public static boolean mayLook(Actor actor) {
        return actor.is(Role.ADMINISTRATOR) || actor.is(Role.EDITOR);
    }

    /** Who sets them up. */
    public static boolean maySetUp(Actor actor) {
        return actor.is(Role.ADMINISTRATOR);
    }

    public List<Provider> list(Actor actor) {
        actor.require(Role.ADMINISTRATOR, Role.EDITOR);
        return store.all();
    }

    public Provider show(UUID id, Actor actor) {
        actor.require(Role.ADMINISTRATOR, Role.EDITOR);
        return store.visible(id).orElseThrow(NotFound::new);
    }

    public List<Round> rounds(UUID id, Window window, Actor actor) {
        return rounds.of(show(id, actor).id(), window);
    }

    /** The time that is being fetched once more. */
    public Optional<Replay> replaying(UUID id, Actor actor) {
        return replays.of(show(id, actor).id());
    }

    /** What rounds did not bring because of its label, the latest first. */
    public List<Withheld> withheld(UUID id, Actor actor) {
        return withheld.of(show(id, actor).id(), MOST_WITHHELD);
    }

    /** Envelopes of which the partner has not said what became of them, the latest first. */
    public List<Delivery> deliveries(UUID id, Actor actor) {
        return deliveries.all(show(id, actor).id(), MOST_DELIVERIES);
    }

    /** What sources were asked for this provider. */
    public List<Permit> permits(UUID id, Actor actor) {
        return permits.to(show(id, actor).id(), actor);
    }

    /** Asks the organisation that brought an object whether this provider may have it. */
    @Transactional
    public void askSource(UUID id, UUID row, String purpose, Actor actor) {
        var provider = show(id, actor);
        var object = withheld.find(id, row).orElseThrow(() -> new RuleBroken("provider.rule.not-withheld"));
        var collection = provider.pushFrom().orElseThrow(() -> new RuleBroken("provider.rule.no-collection"));
        permits.ask(
                new NewPermit(
                        collection,
                        object.stixId(),
                        object.source(),
                        object.name(),
                        object.tlp(),
                        id,
                        provider.name(),
                        purpose),
                actor);
    }

    /** Notes that the provider has deleted what it got under a permit that its source took back since. */
    @Transactional
    public void deleted(UUID id, UUID permit, Actor actor) {
        if (permits(id, actor).stream().noneMatch(known -> known.id().equals(permit))) {
            throw new RuleBroken("permit.nothing-to-delete");
        }
        permits.deleted(permit, actor);
    }

    @Transactional
    public UUID create(NewProvider provider, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        known(provider, actor);
        var id = UUID.randomUUID();
        store.add(id, provider, sealed(provider, id), actor.person(), clock.instant());
        certify(id, provider.certificates(), NO_TLS, false);
        audit.record(actor, "provider.created", id, facts(provider, NO_TLS));
        return id;
    }

    /** Sets it up anew, unless somebody else has done so since it was seen. */
    @Transactional
    public void change(UUID id, NewProvider provider, Seen seen, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        store.hold(id);
        var before = show(id, actor);
        if (!before.stands(provider)) {
            seen.requireStill(before.seen());
        }
        known(provider, actor);
        var moved = !before.address().equals(provider.address());
        if (moved && provider.secret().isEmpty() && before.hasSecret() && provider.signIn() != SignIn.NONE) {
            throw new RuleBroken("provider.rule.secret-again");
        }
        store.change(id, provider, sealed(provider, id), actor.person());
        certify(id, provider.certificates(), before.tls(), moved);
        var pull = moved
                || before.speaks() != provider.speaks()
                || !before.pullInto().equals(provider.pullInto());
        var push = moved || !before.pushFrom().equals(provider.pushFrom());
        store.beginAgain(id, pull, push, clock.instant());
        if (moved) {
            deliveries.forget(id);
        }
        if (pull) {
            followed.forget(id);
            replays.end(id);
        }
        audit.record(actor, "provider.changed", id, facts(provider, before.tls()));
    }

    private void known(NewProvider provider, Actor actor) {
        provider.pullInto().ifPresent(collection -> collections.show(collection, actor));
        provider.pushFrom().ifPresent(collection -> collections.show(collection, actor));
    }

    /** Our certificate is for one server: another address wants it again. */
    private void certify(UUID id, NewProvider.Certificates wanted, Provider.Tls before, boolean moved) {
        var fresh = ClientCertificate.read(wanted.own(), wanted.authorities());
        if (wanted.own().isEmpty() && before.until().isPresent() && moved && !wanted.none()) {
            throw new RuleBroken("provider.rule.certificate-again");
        }
        if (!wanted.own().isEmpty()) {
            store.certify(id, Optional.of(vault.close(wanted.own(), id)), fresh.until(), wanted.authorities());
        } else if (wanted.none()) {
            store.certify(id, Optional.empty(), Optional.empty(), wanted.authorities());
        } else {
            var kept = store.certificate(id).flatMap(ProviderStore.KeptCertificate::sealed);
            store.certify(id, kept, before.until(), wanted.authorities());
        }
    }

    private Optional<byte[]> sealed(NewProvider provider, UUID id) {
        return provider.secret().isEmpty() ? Optional.empty() : Optional.of(vault.close(provider.secret(), id));
    }

    private static Map<String, ?> facts(NewProvider provider, Provider.Tls before) {
        var wanted = provider.certificates();
        var certificate = wanted.own().isEmpty() ? wanted.none() ? "removed" : "kept" : "shown";
        return Map.of(
                "address",
                provider.address(),
                "speaks",
                provider.speaks().name(),
                "signIn",
                provider.signIn().name(),
                "certificate",
                certificate,
                "authorities",
                wanted.authorities().equals(before.authorities()) ? "kept" : "changed");
    }

    @Transactional
    public void pause(UUID id, boolean paused, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        show(id, actor);
        store.pause(id, paused);
        if (!paused) {
            store.dueAt(id, clock.instant());
        }
        audit.record(actor, paused ? "provider.paused" : "provider.resumed", id, Map.of());
    }

    /** A round at once, in this person's name. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void ask(UUID id, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        running.run(id, actor);
    }

    /** What a provider added in this time once more, whatever we have of it; takes the place of one under way. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void replay(UUID id, Instant from, Instant to, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST_REPLAY) > 0) {
            throw new RuleBroken("provider.rule.window", LONGEST_REPLAY.toDays());
        }
        running.replay(id, from, to, actor);
    }
}
