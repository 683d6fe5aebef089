package noroshi.provider;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import noroshi.intel.Received;
import noroshi.intel.ReceivedEnvelope;
import noroshi.intel.Spelling;
import noroshi.intel.permit.Permits;
import noroshi.intel.taxii.Envelope;
import noroshi.intel.taxii.Exchange;
import noroshi.intel.taxii.Question;
import noroshi.intel.taxii.View;
import noroshi.intel.warning.Hit;
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
    private final QuarantineStore quarantine;
    private final WarningLists warnings;
    private final WithheldStore withheld;
    private final Permits permits;
    private final TransactionOperations transaction;
    private final Clock clock;

    Pusher(
            Server server,
            Exchange exchange,
            ProviderStore providers,
            QuarantineStore quarantine,
            WarningLists warnings,
            WithheldStore withheld,
            Permits permits,
            TransactionOperations transaction,
            Clock clock) {
        this.server = server;
        this.exchange = exchange;
        this.providers = providers;
        this.quarantine = quarantine;
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
                permitted(key, tally, view, actor);
                return false;
            }
            send(new Place(view, position), key, page, tally, actor);
            position = last.get();
            var reached = position;
            transaction.executeWithoutResult(
                    status -> providers.pushed(key.provider().id(), reached));
        }
        return true;
    }

    /**
     * What its source has permitted, in that source's last version and no other's, unless its label has become stricter
     * since. A word taken back while the round runs holds for all that has not left.
     */
    private void permitted(Server.Key key, Tally tally, View view, Actor actor) {
        for (var due : permits.due(key.provider().id(), view.collection().id(), actor)) {
            permits.permitted(due, actor)
                    .filter(permitted -> permitted.tlp().compareTo(due.permit().tlp()) <= 0)
                    .map(permitted ->
                            ReceivedEnvelope.again(alone(permitted.object()), List.of(Optional.of(permitted.tlp()))))
                    .ifPresent(envelope -> bring(view, key, due, envelope, tally, actor));
        }
    }

    private void bring(
            View view, Server.Key key, Permits.Due due, ReceivedEnvelope envelope, Tally tally, Actor actor) {
        var permit = due.permit();
        var object = harmless(
                envelope,
                fit(envelope),
                (revoked, own) -> permit.sentAt().isPresent()
                        && said(new Place(view, Long.MAX_VALUE), revoked.id(), permit.source(), own, actor)
                                .anyMatch(before -> label(before).compareTo(permit.tlp()) <= 0),
                actor);
        if (!object.isEmpty()) {
            tally.page(object.size());
            settle(key, object.size(), server.bring(key, compose(envelope.text(), object), clock.instant()), tally);
            permits.sent(due, actor);
        }
    }

    private static byte[] alone(byte[] object) {
        var out = new ByteArrayOutputStream(object.length + 20);
        out.writeBytes("{\"objects\":[".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(object);
        out.writeBytes("]}".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static List<Received.Fit> fit(ReceivedEnvelope envelope) {
        return envelope.objects().stream()
                .filter(Received.Fit.class::isInstance)
                .map(Received.Fit.class::cast)
                .toList();
    }

    private static Tlp label(Received.Fit object) {
        return object.marked().orElse(Tlp.AMBER_STRICT);
    }

    /** So that its source can be asked. */
    private void note(Server.Key key, ReceivedEnvelope envelope, List<UUID> sources) {
        var now = clock.instant();
        var rows = fit(envelope).stream()
                .filter(object -> !FREE.contains(label(object)) && label(object) != Tlp.RED)
                .map(object -> new Withheld(
                        object.id(),
                        sources.get(object.position() - 1),
                        name(envelope.text(), object),
                        label(object),
                        now))
                .toList();
        transaction.executeWithoutResult(status -> withheld.note(key.provider().id(), rows));
    }

    private static String name(byte[] text, Received.Fit object) {
        var tree = JsonMapper.shared().readTree(text, object.offset(), object.length());
        var name = tree.path("name").asString(tree.path("pattern").asString(object.id()));
        return name.substring(0, Math.min(LONGEST_NAME, name.length())).replace("\0", "");
    }

    private void send(Place reached, Server.Key key, Envelope page, Tally tally, Actor actor) {
        var envelope = page.received();
        var labelled = fit(envelope).stream()
                .filter(object -> object.marked().filter(FREE::contains).isPresent())
                .toList();
        var free = harmless(
                envelope,
                labelled,
                (revoked, own) -> said(reached, revoked.id(), page.sources().get(revoked.position() - 1), own, actor)
                        .anyMatch(before -> FREE.contains(label(before))),
                actor);
        tally.page(free.size());
        tally.withheld(envelope.objects().size() - free.size());
        note(key, envelope, page.sources());
        if (!free.isEmpty()) {
            settle(key, free.size(), server.bring(key, compose(envelope.text(), free), clock.instant()), tally);
        }
    }

    /** How far a collection has been brought. */
    private record Place(View view, long position) {}

    /** What a source said up to a place in versions of an object that were not taken back and name all these values. */
    private Stream<Received.Fit> said(Place place, String id, UUID source, List<Spelling.Form> values, Actor actor) {
        var earlier = exchange.until(place.view(), id, place.position(), actor);
        if (earlier.count() == 0) {
            return Stream.empty();
        }
        var envelope = earlier.received();
        return fit(envelope).stream()
                .filter(object -> earlier.sources().get(object.position() - 1).equals(source))
                .filter(object -> !envelope.revokes(object))
                .filter(object -> envelope.values(object).containsAll(values));
    }

    /**
     * Without what a warning list names and nobody made an exception for, and without what is some member's own. That
     * something is taken back goes all the same, for it ends what the provider may hold already; what is a member's own
     * only where the provider was brought it before.
     */
    private List<Received.Fit> harmless(
            ReceivedEnvelope envelope,
            List<Received.Fit> objects,
            BiPredicate<Received.Fit, List<Spelling.Form>> brought,
            Actor actor) {
        var values = objects.stream()
                .flatMap(object -> envelope.values(object).stream())
                .distinct()
                .toList();
        var blocking = warnings.blocking(values, actor);
        return objects.stream()
                .filter(object -> {
                    var blocked = envelope.values(object).stream()
                            .filter(blocking::containsKey)
                            .toList();
                    var own = blocked.stream()
                            .filter(value -> blocking.getOrDefault(value, List.of()).stream()
                                    .anyMatch(Hit.OwnAsset.class::isInstance))
                            .toList();
                    return blocked.isEmpty()
                            || envelope.revokes(object) && (own.isEmpty() || brought.test(object, own));
                })
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
            transaction.executeWithoutResult(status -> quarantine.put(
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
