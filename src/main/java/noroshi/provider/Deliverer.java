package noroshi.provider;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Brings envelopes to a provider, and hears what became of them. */
@Component
class Deliverer {
    private static final int MOST_REFUSED = 200;

    private final Server server;
    private final QuarantineStore quarantine;
    private final TransactionOperations transaction;
    private final Clock clock;

    Deliverer(Server server, QuarantineStore quarantine, TransactionOperations transaction, Clock clock) {
        this.server = server;
        this.quarantine = quarantine;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Answers with the ids of what the provider refused; it is kept with its reason. */
    Set<String> bring(Server.Key key, byte[] envelope, int sent, Tally tally) {
        var reply = server.bring(key, envelope, clock.instant());
        var failures = answer(reply).map(status -> status.path("failures")).stream()
                .flatMap(JsonNode::valueStream)
                .limit(MOST_REFUSED)
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
        return failures.stream().map(each -> each.path("id").asString("")).collect(Collectors.toSet());
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
