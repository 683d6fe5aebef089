package noroshi.provider;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import noroshi.audit.AuditTrail;
import noroshi.intel.Reason;
import noroshi.intel.ReceivedEnvelope;
import noroshi.intel.taxii.Exchange;
import noroshi.intel.taxii.Receipt;
import noroshi.intel.taxii.View;
import noroshi.provider.Quarantined.Decided;
import noroshi.provider.Quarantined.Decision;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The front door to what providers sent and we could not take. Taken in after all means tried again, as it came or
 * corrected by a person, under the rules of this moment: nothing gets round a rule.
 */
@Service
@Transactional(readOnly = true)
public class Quarantine {
    /** How many of one reason are decided on at once. */
    public static final int AT_ONCE = 500;

    private static final int LONGEST_WHY = 1_000;
    private static final int LONGEST_TEXT = 1_000_000;
    private static final int DECIDED = 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ProviderStore providers;
    private final QuarantineStore store;
    private final Exchange exchange;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    /**
     * One decision after the other. A collection writes in transactions of its own, which no row of ours can hold back:
     * what one person takes in, another must not throw away meanwhile.
     */
    private final ReentrantLock turn = new ReentrantLock(true);

    Quarantine(
            ProviderStore providers,
            QuarantineStore store,
            Exchange exchange,
            AuditTrail audit,
            TransactionOperations transaction,
            Clock clock) {
        this.providers = providers;
        this.store = store;
        this.exchange = exchange;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Why things wait, and how many wait for it. */
    public record Waiting(String reason, int number) {}

    /** What became of several: {@code left} still wait. */
    public record Outcome(int decided, int left) {}

    public List<Quarantined> waiting(UUID provider, Window window, Actor actor) {
        return store.waiting(known(provider, actor).id(), window);
    }

    public List<Quarantined> decided(UUID provider, Actor actor) {
        return store.decided(known(provider, actor).id(), DECIDED);
    }

    public List<Waiting> reasons(UUID provider, Actor actor) {
        return store.reasons(known(provider, actor).id());
    }

    public Quarantined show(UUID provider, String id, Actor actor) {
        var from = known(provider, actor);
        if (!id.matches("[0-9a-f]{64}")) {
            throw new NotFound();
        }
        return store.find(from.id(), id).orElseThrow(NotFound::new);
    }

    private Provider known(UUID provider, Actor actor) {
        actor.require(Role.ADMINISTRATOR, Role.EDITOR);
        return providers.visible(provider).orElseThrow(NotFound::new);
    }

    /** Tries one again, as it came, or as somebody corrected it. Asked twice by one person, it is done once. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void take(UUID provider, String id, String corrected, String why, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        var reason = reason(why);
        if (corrected.length() > LONGEST_TEXT) {
            throw new RuleBroken("provider.rule.corrected", LONGEST_TEXT);
        }
        inTurn(() -> {
            var one = within(() -> show(provider, id, actor));
            if (isDone(one, Decision.TAKEN, actor)) {
                return;
            }
            if (!one.mayBeTaken()) {
                throw new RuleBroken("provider.rule.not-takable");
            }
            var same = corrected.isBlank() || lines(corrected).equals(lines(one.raw()));
            if (!same && !one.stixId().isEmpty() && !isOneObject(corrected)) {
                throw new RuleBroken("provider.rule.one-object");
            }
            var bytes = same
                    ? within(() -> store.raw(provider, id))
                    : lines(corrected).getBytes(StandardCharsets.UTF_8);
            if (same && !one.isItself()) {
                throw new RuleBroken("provider.rule.another-object", one.stixId());
            }
            var refused = bring(into(provider, actor), one, bytes, actor);
            if (refused.isPresent()) {
                var rule = refused.get();
                still(provider, id, rule);
                throw new RuleBroken(rule.key(), rule.arguments().toArray());
            }
            decide(provider, one, new Decided(Decision.TAKEN, actor.person(), clock.instant(), reason), same, actor);
        });
    }

    /** Throws one away; when the same comes again, it is counted and nobody is asked again. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void throwAway(UUID provider, String id, String why, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        var reason = reason(why);
        inTurn(() -> {
            var one = within(() -> show(provider, id, actor));
            if (!isDone(one, Decision.THROWN_AWAY, actor)) {
                var away = new Decided(Decision.THROWN_AWAY, actor.person(), clock.instant(), reason);
                decide(provider, one, away, true, actor);
            }
        });
    }

    /** Decides on all of one reason, at most {@value #AT_ONCE}, the oldest first; passes over what others decided. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Outcome decideAll(UUID provider, String of, Decision decision, String why, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        var reason = reason(why);
        var ids = within(() -> store.ofReason(known(provider, actor).id(), of, AT_ONCE));
        if (ids.isEmpty()) {
            throw new RuleBroken("provider.rule.none-of-reason");
        }
        var into = decision == Decision.TAKEN ? Optional.of(into(provider, actor)) : Optional.<View>empty();
        var decided = 0;
        var left = 0;
        for (var id : ids) {
            turn.lock();
            try {
                var one = within(() -> store.find(provider, id));
                if (one.isEmpty() || one.get().decided().isPresent()) {
                    continue;
                }
                if (into.isPresent() && !taken(into.get(), provider, one.get(), actor)) {
                    left++;
                    continue;
                }
                var now = new Decided(decision, actor.person(), clock.instant(), reason);
                decide(provider, one.get(), now, true, actor);
                decided++;
            } finally {
                turn.unlock();
            }
        }
        return new Outcome(decided, left);
    }

    private boolean taken(View into, UUID provider, Quarantined one, Actor actor) {
        if (!one.mayBeTaken() || !one.isItself()) {
            return false;
        }
        try {
            var refused = bring(into, one, within(() -> store.raw(provider, one.id())), actor);
            refused.ifPresent(rule -> still(provider, one.id(), rule));
            return refused.isEmpty();
        } catch (RuleBroken unreadable) {
            return false;
        }
    }

    private View into(UUID provider, Actor actor) {
        var collection = within(() -> known(provider, actor)).pullInto();
        return collection
                .flatMap(id -> view(id, actor))
                .filter(View::mayWrite)
                .orElseThrow(() -> new RuleBroken("provider.rule.no-collection"));
    }

    private Optional<View> view(UUID collection, Actor actor) {
        try {
            return Optional.of(exchange.collection(collection, actor));
        } catch (NotFound gone) {
            return Optional.empty();
        }
    }

    /** An object goes in alone; a whole answer as it is. Answers with the rule that kept something out. */
    private Optional<Reason> bring(View into, Quarantined one, byte[] bytes, Actor actor) {
        var envelope = one.stixId().isEmpty()
                ? bytes
                : ReceivedEnvelope.around(List.of(new String(bytes, StandardCharsets.UTF_8)));
        var receipt = exchange.bring(into, envelope, actor);
        if (receipt.total() == 0) {
            throw new RuleBroken("provider.rule.nothing");
        }
        return receipt.failures().stream().map(Receipt.Failure::reason).findFirst();
    }

    private static boolean isOneObject(String text) {
        try {
            return JSON.readTree(text).isObject();
        } catch (JacksonException malformed) {
            return false;
        }
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n");
    }

    private static boolean isDone(Quarantined one, Decision decision, Actor actor) {
        if (one.decided().isEmpty()) {
            return false;
        }
        var before = one.decided().get();
        if (before.decision() != decision || !before.by().equals(actor.person())) {
            throw new RuleBroken("provider.rule.decided");
        }
        return true;
    }

    private void still(UUID provider, String id, Reason rule) {
        transaction.executeWithoutResult(status -> store.still(provider, id, rule.key(), rule.arguments()));
    }

    private void decide(UUID provider, Quarantined one, Decided decided, boolean asItCame, Actor actor) {
        transaction.executeWithoutResult(status -> {
            if (!store.decide(provider, one.id(), decided)) {
                throw new RuleBroken("provider.rule.decided");
            }
            audit.record(
                    actor,
                    "provider.quarantined-decided",
                    provider,
                    Map.of(
                            "sha256", one.id(),
                            "decision", decided.decision().name(),
                            "corrected", !asItCame,
                            "why", decided.why()));
        });
    }

    private void inTurn(Runnable work) {
        turn.lock();
        try {
            work.run();
        } finally {
            turn.unlock();
        }
    }

    private <T> T within(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private static String reason(String why) {
        var reason = why.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_WHY) {
            throw new RuleBroken("provider.rule.why", LONGEST_WHY);
        }
        return reason;
    }
}
