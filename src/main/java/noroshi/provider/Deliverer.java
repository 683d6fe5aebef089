package noroshi.provider;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Brings envelopes to a provider, and hears what became of them: at once, or at a later round where the partner is not
 * through with them yet (TAXII 2.1, 3.7 and 5.5).
 */
@Component
class Deliverer {
    private static final int MOST_REFUSED = 200;
    private static final int MOST_ASKED = 50;
    private static final int MOST_UNKNOWN = 3;
    private static final int MOST_FAULTS = 3;
    private static final int AT_ONCE = 200;
    private static final int LARGEST = 4_000_000;
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Pattern ASKABLE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,199}");

    private final Server server;
    private final SentRecord sent;
    private final DeliveryStore deliveries;
    private final QuarantineStore quarantine;
    private final TransactionOperations transaction;
    private final Clock clock;

    Deliverer(
            Server server,
            SentRecord sent,
            DeliveryStore deliveries,
            QuarantineStore quarantine,
            TransactionOperations transaction,
            Clock clock) {
        this.server = server;
        this.sent = sent;
        this.deliveries = deliveries;
        this.quarantine = quarantine;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Brings what is left of an envelope, and writes down that it went. Answers with the ids of what the provider refused; it
     * is kept with its reason.
     */
    Set<String> bring(Server.Key key, List<Departing.Left> left, byte[] body, Tally tally) {
        var provider = key.provider().id();
        var answer = answer(server.bring(key, body, clock.instant()));
        if (isPending(answer)) {
            // It has seen them: what it is not known to have refused is held to be there.
            sent.note(provider, left, Set.of());
            await(provider, answer, left.size(), false, keys(left));
            return Set.of();
        }
        var refused = heard(provider, answer, left.size(), tally);
        sent.note(provider, left, refused);
        return refused;
    }

    /** Tells it to drop what it has, unless it has been told and has not answered yet. */
    void takeBack(Server.Key key, List<Brought> gone, Tally tally) {
        var provider = key.provider().id();
        var told = told(provider);
        var rest = gone.stream().filter(each -> !told.contains(key(each))).toList();
        for (var from = 0; from < rest.size(); from += AT_ONCE) {
            var some = rest.subList(from, Math.min(rest.size(), from + AT_ONCE));
            tally.page(some.size());
            var answer = answer(server.bring(key, sent.takingBack(some), clock.instant()));
            if (!isPending(answer)
                    || !await(
                            provider,
                            answer,
                            some.size(),
                            true,
                            some.stream().map(Deliverer::key).toList())) {
                sent.revoked(provider, some, heard(provider, answer, some.size(), tally));
            }
        }
    }

    private Set<Delivery.Sent> told(UUID provider) {
        return transaction.execute(status -> deliveries.waiting(provider, Integer.MAX_VALUE)).stream()
                .filter(Delivery::takesBack)
                .flatMap(delivery -> delivery.objects().stream())
                .collect(Collectors.toSet());
    }

    private static Delivery.Sent key(Brought each) {
        return new Delivery.Sent(each.stixId(), each.source(), each.version());
    }

    private static List<Delivery.Sent> keys(List<Departing.Left> left) {
        return left.stream()
                .filter(each -> each.object().version().isPresent())
                .map(each -> new Delivery.Sent(
                        each.object().id(),
                        each.source(),
                        each.object().version().get()))
                .toList();
    }

    /** Whether its answer can be asked for. */
    private boolean await(UUID provider, JsonNode answer, int number, boolean takesBack, List<Delivery.Sent> objects) {
        var named = answer.path("id").asString("");
        var id = ASKABLE.matcher(named).matches() ? named : "";
        var now = clock.instant();
        Optional<Instant> givenUp = id.isEmpty() ? Optional.of(now) : Optional.empty();
        var delivery = new Delivery(UUID.randomUUID(), id, number, takesBack, objects, now, 0, givenUp);
        transaction.executeWithoutResult(status -> deliveries.add(provider, delivery));
        return !id.isEmpty();
    }

    /**
     * Asks what became of what earlier rounds brought. Answers with what went wrong at the partner, so that the rest of the
     * round can be done first. One fault keeps nobody from asking for the next; several, or a pause that the partner wants,
     * end the asking, and the next round begins with what was not asked for.
     */
    Optional<Fault> ask(Server.Key key, Tally tally) {
        var provider = key.provider().id();
        var wrong = Optional.<Fault>empty();
        var faults = 0;
        for (var each : transaction.execute(status -> deliveries.waiting(provider, MOST_ASKED))) {
            try {
                ask(key, each, tally);
            } catch (Fault fault) {
                wrong = Optional.of(fault);
                faults++;
                if (faults == MOST_FAULTS || fault.pause().isPresent()) {
                    return wrong;
                }
            }
        }
        return wrong;
    }

    private void ask(Server.Key key, Delivery delivery, Tally tally) {
        var provider = key.provider().id();
        var now = clock.instant();
        if (delivery.sentAt().plus(LONGEST).isBefore(now)) {
            transaction.executeWithoutResult(status -> deliveries.giveUp(provider, delivery.id(), now));
            return;
        }
        transaction.executeWithoutResult(status -> deliveries.asked(delivery.id(), now));
        var answer = asked(key, delivery);
        if (answer.path("status").asString("").equals("complete")) {
            settle(provider, delivery, heard(provider, answer, delivery.number(), tally));
        } else if (!isPending(answer)) {
            transaction.executeWithoutResult(status -> {
                deliveries.unknown(delivery.id());
                if (delivery.unknown() + 1 >= MOST_UNKNOWN) {
                    deliveries.giveUp(provider, delivery.id(), clock.instant());
                }
            });
        }
    }

    /** Nothing when the partner knows nothing of it, or of such questions. */
    private JsonNode asked(Server.Key key, Delivery delivery) {
        try {
            return server.status(key, delivery.statusId(), clock.instant())
                    .map(Deliverer::answer)
                    .orElse(MissingNode.getInstance());
        } catch (Fault fault) {
            if (fault.refusesThis()) {
                return MissingNode.getInstance();
            }
            throw fault;
        }
    }

    /** What was refused is not there; what should be dropped is gone once it was not refused. */
    private void settle(UUID provider, Delivery delivery, Set<String> refused) {
        var gone = delivery.objects().stream()
                .filter(each -> refused.contains(each.stixId()) != delivery.takesBack())
                .toList();
        sent.gone(provider, gone);
        transaction.executeWithoutResult(status -> deliveries.end(delivery.id()));
    }

    private static boolean isPending(JsonNode answer) {
        return answer.path("status").asString("").equals("pending");
    }

    /** Keeps what the answer says was refused, and counts. */
    private Set<String> heard(UUID provider, JsonNode answer, int number, Tally tally) {
        var failures = answer.path("failures").valueStream().limit(MOST_REFUSED).toList();
        for (var failure : failures) {
            var id = failure.path("id").asString("");
            var why = failure.path("message").asString("");
            transaction.executeWithoutResult(status -> quarantine.put(
                    provider,
                    id.substring(0, Math.min(300, id.length())),
                    "provider.fault.refused",
                    List.of(why.substring(0, Math.min(500, why.length())).replace("\0", "")),
                    failure.toString().getBytes(StandardCharsets.UTF_8),
                    clock.instant()));
        }
        var counted = Math.max(failures.size(), answer.path("failure_count").asInt(0));
        tally.failed(Math.min(number, counted));
        tally.taken(Math.max(0, number - counted));
        return failures.stream().map(each -> each.path("id").asString("")).collect(Collectors.toSet());
    }

    private static JsonNode answer(Reply reply) {
        try {
            return JsonMapper.shared().readTree(Arrays.copyOf(reply.body(), Math.min(reply.body().length, LARGEST)));
        } catch (JacksonException none) {
            return MissingNode.getInstance();
        }
    }
}
