package noroshi.intel.blocklist;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.intel.IndicatorType;
import noroshi.intel.lists.Line;
import noroshi.intel.lists.Selection;
import noroshi.intel.warning.Hit;
import noroshi.intel.warning.WarningLists;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of those who are asked to block: each sees what came to its own organisation, and says what became of it. */
@Service
@Transactional(readOnly = true)
public class Confirmations {
    private static final int FULL = 100;
    private static final int LATEST = 10;

    private final BlocklistStore lists;
    private final ConfirmationStore store;
    private final WarningLists warnings;
    private final AuditTrail audit;
    private final Clock clock;

    Confirmations(BlocklistStore lists, ConfirmationStore store, WarningLists warnings, AuditTrail audit, Clock clock) {
        this.lists = lists;
        this.store = store;
        this.warnings = warnings;
        this.audit = audit;
        this.clock = clock;
    }

    /** The lists that came to the actor's organisation, what waits for an answer first. */
    public List<Received> all(Actor actor) {
        return store.received(actor.organisation()).stream()
                .flatMap(standing -> lists.find(standing.list()).stream()
                        .map(list -> new Received(list, standing, List.of(), List.of())))
                .toList();
    }

    /** What an organisation made of all that went to it; nothing for who sees no other recipients. */
    public Optional<Response> of(UUID organisation, Actor actor) {
        return lists.blocking() ? Optional.of(store.response(organisation, LATEST, clock.instant())) : Optional.empty();
    }

    /** How many of them wait for an answer. */
    public int waiting(Actor actor) {
        return (int) store.received(actor.organisation()).stream()
                .filter(standing -> standing.owes().isPresent())
                .count();
    }

    /** A list as the actor's organisation has it; empty for the Centre, whose own list it is. */
    public Optional<Received> received(UUID id, Actor actor) {
        return store.received(actor.organisation()).stream()
                .filter(standing -> standing.list().equals(id))
                .findFirst()
                .map(standing -> new Received(
                        lists.find(id).orElseThrow(NotFound::new),
                        standing,
                        lists.sent(id, Optional.of(actor.organisation())),
                        store.products(id).stream()
                                .filter(product -> product.organisation().equals(actor.organisation()))
                                .toList()));
    }

    /** The same for whoever opens it; what is restricted leaves a trace. */
    @Transactional
    public Optional<Received> open(UUID id, Actor actor) {
        var received = received(id, actor);
        if (received.filter(each -> each.list().tlp().restricted()).isPresent()) {
            audit.record(actor, "intel.blocklist-opened", id, Map.of());
        }
        return received;
    }

    /** Says what became of a list in one product of the actor's organisation. */
    @Transactional
    public void confirm(UUID id, Confirmation said, Actor actor) {
        if (received(id, actor).isEmpty()) {
            throw lists.find(id)
                    .<RuntimeException>map(known -> new NotAllowed())
                    .orElseGet(NotFound::new);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (said.since().filter(since -> since.isAfter(now)).isPresent()) {
            throw new RuleBroken("blocklist.rule.hits");
        }
        store.add(id, said, actor, now);
        audit.record(
                actor,
                "intel.blocklist-answered",
                id,
                Map.of("product", said.product(), "state", said.state().name()));
    }

    /**
     * What products of the actor's organisation load of a list. What has become some member's own since is left out at
     * once, before anybody took it back.
     */
    public Selection selection(UUID id, Set<IndicatorType> types, boolean withRevoked, Actor actor) {
        var received = received(id, actor).orElseThrow(NotFound::new);
        var wanted = received.sent().stream()
                .filter(sent -> types.contains(sent.entry().form().type()))
                .filter(sent -> sent.live() || withRevoked)
                .toList();
        var hits =
                warnings.hits(wanted.stream().map(sent -> sent.entry().form()).toList(), actor);
        var lines = wanted.stream()
                .filter(sent -> !sent.live()
                        || hits.getOrDefault(sent.entry().form(), List.of()).stream()
                                .noneMatch(Hit.OwnAsset.class::isInstance))
                .map(Confirmations::line)
                .sorted(Comparator.comparing(Line::type).thenComparing(Line::text))
                .toList();
        var tlp = lines.stream().map(Line::tlp).reduce(Tlp.CLEAR, Tlp::strictest);
        return new Selection(lines, tlp, 0, clock.instant(), "blocklist " + id);
    }

    private static Line line(Sent sent) {
        var last = sent.takenBack().map(Blocklist.TakenBack::at).orElse(sent.at());
        return new Line(
                sent.entry().value(),
                sent.entry().form().type(),
                sent.entry().form().value(),
                FULL,
                sent.tlp(),
                sent.at(),
                last,
                List.of(),
                List.of(),
                !sent.live());
    }
}
