package noroshi.provider;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import noroshi.intel.Received;
import noroshi.intel.ReceivedEnvelope;
import noroshi.intel.permit.Permits;
import noroshi.intel.taxii.Exchange;
import noroshi.intel.taxii.Question;
import noroshi.intel.taxii.View;
import noroshi.intel.warning.WarningLists;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings to a provider what is new in one of our collections: what says itself that it is TLP:CLEAR or TLP:GREEN, by the
 * label that was decided when it arrived, and what its source has permitted for this provider.
 */
@Component
class Pusher {
    private static final int AT_ONCE = 200;
    private static final int MOST_PAGES = 50;
    private static final int LONGEST_NAME = 200;
    private static final Set<Tlp> FREE = Set.of(Tlp.CLEAR, Tlp.GREEN);

    private final Server server;
    private final Exchange exchange;
    private final ProviderStore providers;
    private final RoundStore rounds;
    private final WarningLists warnings;
    private final WithheldStore withheld;
    private final Permits permits;
    private final TransactionOperations transaction;
    private final Clock clock;

    Pusher(
            Server server,
            Exchange exchange,
            ProviderStore providers,
            RoundStore rounds,
            WarningLists warnings,
            WithheldStore withheld,
            Permits permits,
            TransactionOperations transaction,
            Clock clock) {
        this.server = server;
        this.exchange = exchange;
        this.providers = providers;
        this.rounds = rounds;
        this.warnings = warnings;
        this.withheld = withheld;
        this.permits = permits;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether there is more than one round takes. */
    boolean push(Server.Key key, Tally tally, Actor actor) {
        var view = exchange.collection(key.provider().pushFrom().orElseThrow(), actor);
        var position = key.provider().progress().pushed();
        while (tally.pages() < MOST_PAGES) {
            var page = exchange.objects(
                    view,
                    new Question(
                            position == 0 ? Long.MIN_VALUE : position,
                            AT_ONCE,
                            List.of(),
                            List.of(),
                            List.of(),
                            Question.ALL,
                            List.of()),
                    actor);
            var last = page.last().flatMap(Question::time);
            if (last.isEmpty()) {
                permitted(key, view, tally, actor);
                return false;
            }
            send(key, page.received(), tally, actor);
            position = last.get();
            var reached = position;
            transaction.executeWithoutResult(
                    status -> providers.pushed(key.provider().id(), reached));
        }
        return true;
    }

    /** What its source has permitted, in the version that is there now, unless its label has become stricter since. */
    private void permitted(Server.Key key, View view, Tally tally, Actor actor) {
        for (var due : permits.due(key.provider().id(), view.collection().id(), actor)) {
            var question =
                    new Question(Long.MIN_VALUE, AT_ONCE, List.of(), List.of(), List.of(), Question.LAST, List.of());
            var envelope = exchange.object(view, due.permit().stixId(), question, actor)
                    .received();
            var permitted = envelope.objects().stream()
                    .filter(Received.Fit.class::isInstance)
                    .map(Received.Fit.class::cast)
                    .filter(object -> label(object).compareTo(due.permit().tlp()) <= 0)
                    .toList();
            var fit = harmless(envelope, permitted, actor);
            if (!fit.isEmpty()) {
                tally.page(fit.size());
                settle(key, fit.size(), server.bring(key, compose(envelope.text(), fit), clock.instant()), tally);
                permits.sent(due, actor);
            }
        }
    }

    private static Tlp label(Received.Fit object) {
        return object.marked().orElse(Tlp.AMBER_STRICT);
    }

    /** So that its source can be asked. */
    private void note(Server.Key key, byte[] text, List<Received> objects) {
        var now = clock.instant();
        var rows = objects.stream()
                .filter(Received.Fit.class::isInstance)
                .map(Received.Fit.class::cast)
                .filter(object -> !FREE.contains(label(object)) && label(object) != Tlp.RED)
                .map(object -> new Withheld(object.id(), name(text, object), label(object), now))
                .toList();
        transaction.executeWithoutResult(status -> withheld.note(key.provider().id(), rows));
    }

    private static String name(byte[] text, Received.Fit object) {
        var tree = JsonMapper.shared().readTree(text, object.offset(), object.length());
        var name = tree.path("name").asString(tree.path("pattern").asString(object.id()));
        return name.substring(0, Math.min(LONGEST_NAME, name.length())).replace("\0", "");
    }

    private void send(Server.Key key, ReceivedEnvelope envelope, Tally tally, Actor actor) {
        var labelled = envelope.objects().stream()
                .filter(Received.Fit.class::isInstance)
                .map(Received.Fit.class::cast)
                .filter(object -> object.marked().filter(FREE::contains).isPresent())
                .toList();
        var free = harmless(envelope, labelled, actor);
        tally.page(free.size());
        tally.withheld(envelope.objects().size() - free.size());
        note(key, envelope.text(), envelope.objects());
        if (!free.isEmpty()) {
            settle(key, free.size(), server.bring(key, compose(envelope.text(), free), clock.instant()), tally);
        }
    }

    /** Without what a warning list names and nobody made an exception for, and without what is some member's own. */
    private List<Received.Fit> harmless(ReceivedEnvelope envelope, List<Received.Fit> objects, Actor actor) {
        var values = objects.stream()
                .flatMap(object -> envelope.values(object).stream())
                .distinct()
                .toList();
        var blocked = warnings.blocking(values, actor).keySet();
        return objects.stream()
                .filter(object -> envelope.values(object).stream().noneMatch(blocked::contains))
                .toList();
    }

    private static byte[] compose(byte[] text, List<Received.Fit> objects) {
        var out = new ByteArrayOutputStream();
        out.writeBytes("{\"objects\":[".getBytes(StandardCharsets.US_ASCII));
        for (var i = 0; i < objects.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            var object = objects.get(i);
            out.write(text, object.offset(), object.length());
        }
        out.writeBytes("]}".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    /** What the provider says became of it; what it refused is kept with its reason. */
    private void settle(Server.Key key, int sent, Reply reply, Tally tally) {
        var failures = answer(reply).map(status -> status.path("failures")).stream()
                .flatMap(JsonNode::valueStream)
                .limit(AT_ONCE)
                .toList();
        for (var failure : failures) {
            var id = failure.path("id").asString("");
            var why = failure.path("message").asString("");
            transaction.executeWithoutResult(status -> rounds.quarantine(
                    key.provider().id(),
                    id.substring(0, Math.min(300, id.length())),
                    "provider.fault.refused",
                    List.of(why.substring(0, Math.min(500, why.length())).replace("\0", "")),
                    failure.toString().getBytes(StandardCharsets.UTF_8),
                    clock.instant()));
        }
        tally.failed(failures.size());
        tally.taken(Math.max(0, sent - failures.size()));
    }

    private static Optional<JsonNode> answer(Reply reply) {
        try {
            return Optional.of(JsonMapper.shared()
                    .readTree(Arrays.copyOf(reply.body(), Math.min(reply.body().length, 4_000_000))));
        } catch (JacksonException none) {
            return Optional.empty();
        }
    }
}
