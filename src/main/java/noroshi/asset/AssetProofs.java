package noroshi.asset;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import noroshi.asset.Asset.State;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The front door of proofs: whoever can write into the name servers of a domain, or onto a site, shows that it is theirs.
 * What is asked outside is asked between two transactions.
 */
@Service
public class AssetProofs {
    private static final Duration BETWEEN = Duration.ofSeconds(20);
    private static final Duration BETWEEN_ANY = Duration.ofSeconds(2);
    private static final Duration FIRST_LOOK = Duration.ofMinutes(2);
    private static final int SECRET_BYTES = 20;
    private static final Pattern ADDRESS_AND_PORT = Pattern.compile("https?://(?:\\[[^\\]]*\\]|[\\d.]+):\\d");

    private final AssetStore assets;
    private final ProofStore proofs;
    private final Prover prover;
    private final AssetSettings settings;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AssetProofs(
            AssetStore assets,
            ProofStore proofs,
            Prover prover,
            AssetSettings settings,
            AuditTrail audit,
            ApplicationEventPublisher events,
            TransactionOperations transaction,
            Clock clock) {
        this.assets = assets;
        this.proofs = proofs;
        this.prover = prover;
        this.settings = settings;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether the actor could prove this one now: it is theirs, of a kind that can be, and waits or ends soon. */
    public boolean provable(Asset asset, Actor actor) {
        return settings.proof().enabled()
                && asset.organisation().equals(actor.organisation())
                && AssetRegister.mayRegister(actor)
                && hasPlace(asset)
                && switch (asset.state()) {
                    case State.Waiting waiting -> asset.proof().isEmpty();
                    case State.Registered it ->
                        it.renewal().isEmpty()
                                && it.until().minus(settings.renewFrom()).isBefore(clock.instant());
                    default -> false;
                };
    }

    /** Where there is a name whose servers can be asked, or a site at the port that every site has. */
    private static boolean hasPlace(Asset asset) {
        return asset.kind() == AssetKind.DOMAIN
                || asset.kind() == AssetKind.URL
                        && !ADDRESS_AND_PORT.matcher(asset.value()).lookingAt();
    }

    /** How long it is looked for after it was begun. */
    public Duration goesOn() {
        return settings.proof().goesOn();
    }

    /** What the actor was asked to write, where a proof is begun. */
    public Optional<Challenge> open(UUID id, Actor actor) {
        return AssetRegister.mayRegister(actor) ? inTransaction(() -> proofs.open(id)) : Optional.empty();
    }

    /** Begins, or begins anew: what was to be written before proves nothing any more. */
    public void begin(UUID id, Actor actor) {
        inTransaction(() -> {
            own(id, actor);
            var now = clock.instant();
            var bytes = new byte[SECRET_BYTES];
            random.nextBytes(bytes);
            proofs.begin(id, HexFormat.of().formatHex(bytes), actor, now, now.plus(FIRST_LOOK));
            audit.record(actor, "asset.proof-begun", id, Map.of());
            return id;
        });
    }

    /** Looks now. */
    public ProofOutcome check(UUID id, Actor actor) {
        var challenge = inTransaction(() -> {
            own(id, actor);
            var open = proofs.open(id).orElseThrow(() -> new RuleBroken("asset.proof.not-begun"));
            var now = clock.instant();
            if (proofs.looked(actor.organisation(), now.minus(BETWEEN_ANY))) {
                throw new RuleBroken("asset.proof.one-by-one", BETWEEN_ANY.toSeconds());
            }
            if (!proofs.take(id, actor.person(), now, now.minus(BETWEEN))) {
                throw new RuleBroken("asset.proof.too-soon", BETWEEN.toSeconds());
            }
            audit.record(actor, "asset.proof-looked-for", id, Map.of());
            return open;
        });
        return settle(challenge, actor);
    }

    /** What a job found due; nobody is told when it is not there yet. */
    void lookAgain(UUID id, Actor actor) {
        inTransaction(() -> proofs.open(id)).ifPresent(challenge -> settle(challenge, actor));
    }

    List<ProofStore.Due> due(int most) {
        var now = clock.instant();
        return inTransaction(() -> proofs.due(now, now.minus(goesOn()), most));
    }

    private ProofOutcome settle(Challenge challenge, Actor actor) {
        var look = prover.look(challenge);
        return inTransaction(() -> {
            if (look.how().isEmpty()) {
                proofs.note(challenge, look.otherwise());
                return look.otherwise();
            }
            return proven(challenge, look.how().get(), actor, clock.instant());
        });
    }

    private ProofOutcome proven(Challenge challenge, Asset.Proof.How how, Actor actor, Instant now) {
        var read = AssetSpelling.read(Optional.of(challenge.kind()), challenge.value());
        var outcome = proofs.prove(
                challenge,
                how,
                now,
                now.plus(settings.validFor()),
                now.minus(settings.noHoldsFor()),
                !read.cautions().isEmpty());
        if (outcome.found()) {
            audit.record(actor, "asset.proven", challenge.asset(), Map.of("how", how, "outcome", outcome));
        }
        if (outcome == ProofOutcome.PROVEN) {
            events.publishEvent(new AssetsRegistered(actor.organisation(), List.of(challenge.asset()), now));
        } else if (outcome == ProofOutcome.CENTRE_DECIDES) {
            events.publishEvent(new AssetsAsked(actor.organisation(), 1, now));
        }
        return outcome;
    }

    private void own(UUID id, Actor actor) {
        var asset = assets.find(id).orElseThrow(NotFound::new);
        if (!asset.organisation().equals(actor.organisation())) {
            throw new NotAllowed();
        }
        AssetRegister.requireRight(actor);
        if (!provable(asset, actor)) {
            throw new RuleBroken("asset.proof.not-now");
        }
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
