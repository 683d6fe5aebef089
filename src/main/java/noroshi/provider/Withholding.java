package noroshi.provider;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import noroshi.intel.Received;
import noroshi.intel.ReceivedEnvelope;
import noroshi.shared.Tlp;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** Remembers what a provider was not brought because of its label, so that its source can be asked. */
@Component
class Withholding {
    private static final int LONGEST_NAME = 200;

    private final WithheldStore store;
    private final TransactionOperations transaction;
    private final Clock clock;

    Withholding(WithheldStore store, TransactionOperations transaction, Clock clock) {
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The sources are those of the objects, in their order. */
    void note(UUID provider, ReceivedEnvelope envelope, List<UUID> sources) {
        var now = clock.instant();
        var rows = envelope.fit().stream()
                .filter(object -> !Pusher.FREE.contains(Pusher.label(object)) && Pusher.label(object) != Tlp.RED)
                .map(object -> new Withheld(
                        UUID.randomUUID(),
                        object.id(),
                        sources.get(object.position() - 1),
                        name(envelope.text(), object),
                        Pusher.label(object),
                        now))
                .toList();
        transaction.executeWithoutResult(status -> store.note(provider, rows));
    }

    private static String name(byte[] text, Received.Fit object) {
        var tree = JsonMapper.shared().readTree(text, object.offset(), object.length());
        var name = tree.path("name").asString(tree.path("pattern").asString(object.id()));
        return name.substring(0, Math.min(LONGEST_NAME, name.length())).replace("\0", "");
    }
}
