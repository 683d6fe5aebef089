package noroshi.provider;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.intel.OwnStix;
import noroshi.intel.Spelling;
import noroshi.intel.warning.WarningLists;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Remembers what each provider was brought. It is told to drop what must not be there any longer, in the version it has,
 * and is told so of nothing else.
 */
@Component
class SentRecord {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int AT_ONCE = 200;
    private static final String FIRST = "";

    /** What a person lets out of a version follows one millisecond after it; the source's own next version is newer still. */
    private static final Duration BEHIND_RELEASED = Duration.ofMillis(2);

    private final BroughtStore store;
    private final WarningLists warnings;
    private final TransactionOperations transaction;
    private final Clock clock;

    SentRecord(BroughtStore store, WarningLists warnings, TransactionOperations transaction, Clock clock) {
        this.store = store;
        this.warnings = warnings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What the provider holds of an object by one source. */
    Optional<Brought> held(UUID provider, String stixId, UUID source) {
        return within(() -> store.find(provider, stixId, source));
    }

    /** Whether it holds a version of it that names all these values. */
    boolean holds(UUID provider, String stixId, UUID source, List<Spelling.Form> values) {
        return held(provider, stixId, source)
                .filter(brought -> brought.values().containsAll(values))
                .isPresent();
    }

    /** How far had been brought before anything was written down. */
    long recorded(UUID provider) {
        return within(() -> store.recorded(provider));
    }

    /**
     * Writes down what the provider has taken, as it left; what has no versions can never be taken back and is left out.
     */
    void note(UUID provider, List<Departing.Left> left, Set<String> refused) {
        var now = clock.instant();
        transaction.executeWithoutResult(status -> {
            for (var each : left) {
                var object = each.object();
                if (object.version().isEmpty() || refused.contains(object.id())) {
                    continue;
                }
                if (object.gist().revoked()) {
                    store.revoked(provider, object.id(), each.source(), now);
                } else {
                    store.note(
                            provider,
                            new Brought(
                                    object.id(),
                                    each.source(),
                                    object.marked().orElse(Tlp.AMBER_STRICT),
                                    object.version().get(),
                                    object.gist().values(),
                                    each.raw()),
                            now);
                }
            }
        });
    }

    void revoked(UUID provider, List<Brought> gone, Set<String> refused) {
        var now = clock.instant();
        transaction.executeWithoutResult(status -> gone.stream()
                .filter(each -> !refused.contains(each.stixId()))
                .forEach(each -> store.revoked(provider, each.stixId(), each.source(), now)));
    }

    /** These versions are not there any longer, or never came to be; newer ones are. */
    void gone(UUID provider, List<Delivery.Sent> versions) {
        var now = clock.instant();
        transaction.executeWithoutResult(status ->
                versions.forEach(each -> store.gone(provider, each.stixId(), each.source(), each.version(), now)));
    }

    /** What it holds that a member has registered as theirs since, or a warning list names. */
    List<Brought> blocked(UUID provider, Actor actor) {
        var found = new ArrayList<Brought>();
        var id = FIRST;
        var source = new UUID(0, 0);
        while (true) {
            var after = id;
            var by = source;
            var some = within(() -> store.after(provider, after, by, AT_ONCE));
            if (some.isEmpty()) {
                return found;
            }
            var values = some.stream()
                    .flatMap(each -> each.values().stream())
                    .distinct()
                    .toList();
            var blocking = warnings.blocking(values, actor);
            some.stream()
                    .filter(each -> each.values().stream().anyMatch(blocking::containsKey))
                    .forEach(found::add);
            id = some.getLast().stixId();
            source = some.getLast().source();
        }
    }

    /** The version that went, taken back: it names nothing that the provider does not know already. */
    byte[] takingBack(List<Brought> gone) {
        var envelope = JSON.createObjectNode();
        var objects = envelope.putArray("objects");
        for (var each : gone) {
            var object = (ObjectNode) JSON.readTree(each.raw());
            objects.add(object.put("modified", OwnStix.text(each.version().plus(BEHIND_RELEASED)))
                    .put("revoked", true));
        }
        return JSON.writeValueAsString(envelope).getBytes(StandardCharsets.UTF_8);
    }

    private <T> T within(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
