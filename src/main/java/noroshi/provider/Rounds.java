package noroshi.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import noroshi.audit.AuditTrail;
import noroshi.membership.Members;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Refusal;
import noroshi.shared.RuleBroken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Asks each provider when it is time, each by itself, so that a slow or hostile one holds up nobody else. */
@Component
class Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final int AT_ONCE = 6;
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final int MOST_DOUBLINGS = 10;

    private final ProviderStore providers;
    private final RoundStore rounds;
    private final ReplayStore replays;
    private final Puller puller;
    private final FeedPuller feeds;
    private final Pusher pusher;
    private final Vault vault;
    private final Members members;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
    private final Semaphore places = new Semaphore(AT_ONCE);

    Rounds(
            ProviderStore providers,
            RoundStore rounds,
            ReplayStore replays,
            Puller puller,
            FeedPuller feeds,
            Pusher pusher,
            Vault vault,
            Members members,
            AuditTrail audit,
            TransactionOperations transaction,
            Clock clock) {
        this.providers = providers;
        this.rounds = rounds;
        this.replays = replays;
        this.puller = puller;
        this.feeds = feeds;
        this.pusher = pusher;
        this.vault = vault;
        this.members = members;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "${noroshi.provider.begins:PT40S}")
    public void begin() {
        for (var due : providers.due(clock.instant())) {
            if (busy.contains(due.provider()) || !places.tryAcquire()) {
                continue;
            }
            Thread.ofVirtual().name("provider-" + due.provider()).start(() -> {
                try {
                    acting(due.acting()).ifPresent(actor -> Acting.as(actor, () -> run(due.provider(), actor)));
                } catch (Refusal refused) {
                    LOG.info("no round with provider {}: {}", due.provider(), refused.key());
                } finally {
                    places.release();
                }
            });
        }
    }

    /** With the seat that sets providers up; nobody, when that person has left. */
    private Optional<Actor> acting(UUID person) {
        return members.seats(person).stream()
                .map(seat -> seat.actor("job"))
                .filter(Providers::maySetUp)
                .findFirst();
    }

    private interface Work {
        /** Whether there is more than one round takes. */
        boolean of(Tally tally);
    }

    void run(UUID id, Actor actor) {
        alone(id, () -> {
            var key = key(id);
            var provider = key.provider();
            var well = true;
            var more = false;
            Optional<Duration> pause = Optional.empty();
            if (provider.pullInto().isPresent()) {
                var end = round(id, Round.Kind.PULL, actor, tally -> pull(key, tally, actor));
                well = end.fault().isEmpty();
                more = end.more();
                pause = end.fault().flatMap(Fault::pause);
                more |= well && again(key, actor);
            }
            if (provider.pushFrom().isPresent()) {
                var end = round(id, Round.Kind.PUSH, actor, tally -> pusher.push(key, tally, actor));
                well &= end.fault().isEmpty();
                more |= end.more();
                pause = pause.or(() -> end.fault().flatMap(Fault::pause));
            }
            tried(provider, well, more, pause);
        });
    }

    private boolean pull(Server.Key key, Tally tally, Actor actor) {
        return key.provider().speaks() == Speaks.MISP ? feeds.pull(key, tally, actor) : puller.pull(key, tally, actor);
    }

    /** The first round of it at once; the others follow by themselves. */
    void replay(UUID id, Instant from, Instant to, Actor actor) {
        alone(id, () -> {
            var key = key(id);
            if (key.provider().pullInto().isEmpty()) {
                throw new RuleBroken("provider.rule.no-collection");
            }
            transaction.executeWithoutResult(status -> replays.begin(id, from, to, clock.instant()));
            if (again(key, actor)) {
                transaction.executeWithoutResult(status -> providers.dueAt(id, clock.instant()));
            }
        });
    }

    /** A round of a time that is fetched once more, if there is one; whether the next one follows at once. */
    private boolean again(Server.Key key, Actor actor) {
        var id = key.provider().id();
        var found = transaction.execute(status -> replays.of(id));
        if (found.isEmpty()) {
            return false;
        }
        var replay = found.get();
        var end =
                round(id, Round.Kind.REPLAY, !replay.givenUp(false), actor, tally -> replay(key, replay, tally, actor));
        transaction.executeWithoutResult(status -> {
            if (end.more()) {
                replays.tried(id, end.fault().isEmpty());
            } else {
                replays.end(id);
            }
        });
        return end.more() && end.fault().isEmpty();
    }

    private boolean replay(Server.Key key, Replay replay, Tally tally, Actor actor) {
        var more = key.provider().speaks() == Speaks.MISP
                ? feeds.replay(key, replay, tally, actor)
                : puller.replay(key, replay, tally, actor);
        if (more && replay.givenUp(true)) {
            throw new Fault("replay-endless", replay.rounds() + 1);
        }
        return more;
    }

    private void alone(UUID id, Runnable work) {
        if (!busy.add(id)) {
            throw new RuleBroken("provider.rule.running");
        }
        try {
            work.run();
        } finally {
            busy.remove(id);
        }
    }

    private Server.Key key(UUID id) {
        var provider = transaction.execute(status -> providers.visible(id).orElseThrow(NotFound::new));
        var sealed = transaction.execute(status -> providers.secret(id));
        var certificate = transaction.execute(status -> providers.certificate(id));
        return new Server.Key(
                provider,
                sealed.map(secret -> vault.open(secret, id)).orElse(""),
                certificate.map(kept -> ClientCertificate.read(
                        kept.sealed().map(bytes -> vault.open(bytes, id)).orElse(""), kept.authorities())));
    }

    private record End(boolean more, Optional<Fault> fault) {}

    private End round(UUID id, Round.Kind kind, Actor actor, Work work) {
        return round(id, kind, false, actor, work);
    }

    /** What broke off may have more to it as well: it is tried again from there. */
    private End round(UUID id, Round.Kind kind, boolean triedAgain, Actor actor, Work work) {
        var began = clock.instant();
        var tally = new Tally();
        var end = attempt(id, tally, triedAgain, work);
        var round = tally.round(id, kind, began, clock.instant(), end.more(), end.fault());
        transaction.executeWithoutResult(status -> {
            rounds.add(round);
            audit.record(
                    actor,
                    "provider.round-ended",
                    id,
                    Map.of(
                            "kind", kind.name(),
                            "taken", round.taken(),
                            "failed", round.failed(),
                            "withheld", round.withheld(),
                            "fault", round.fault()));
        });
        return end;
    }

    private static End attempt(UUID id, Tally tally, boolean triedAgain, Work work) {
        try {
            return new End(work.of(tally), Optional.empty());
        } catch (Fault fault) {
            return new End(triedAgain, Optional.of(fault));
        } catch (Refusal refused) {
            return new End(triedAgain, Optional.of(new Fault("own", refused.key())));
        } catch (RuntimeException broken) {
            LOG.error("a round with provider {} broke", id, broken);
            return new End(
                    triedAgain, Optional.of(new Fault("ours", broken.getClass().getSimpleName())));
        }
    }

    /** What failed is tried again later and later; what asked for a pause gets it. */
    private void tried(Provider provider, boolean well, boolean more, Optional<Duration> pause) {
        var usual = Duration.ofMinutes(provider.minutes());
        var doublings = Math.min(provider.progress().failures(), MOST_DOUBLINGS);
        var later = SHORTEST.multipliedBy(1L << doublings);
        var wait = well
                ? more ? Duration.ZERO : usual
                : pause.filter(asked -> asked.compareTo(SHORTEST) > 0)
                        .orElse(later.compareTo(LONGEST) > 0 ? LONGEST : later);
        var now = clock.instant();
        transaction.executeWithoutResult(status -> providers.tried(provider.id(), well, now, now.plus(wait)));
    }
}
