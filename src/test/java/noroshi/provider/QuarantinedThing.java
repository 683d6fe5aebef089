package noroshi.provider;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import noroshi.shared.Acting;
import noroshi.testing.Cast;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionOperations;

/** Something that waits in the quarantine of a provider. */
@TestComponent
public class QuarantinedThing {
    private final QuarantineStore store;
    private final TransactionOperations transaction;

    QuarantinedThing(QuarantineStore store, TransactionOperations transaction) {
        this.store = store;
        this.transaction = transaction;
    }

    public String of(UUID provider) {
        Acting.as(
                Cast.ADA,
                () -> transaction.executeWithoutResult(status -> store.put(
                        provider,
                        "x",
                        "intel.object.type-missing",
                        List.of(),
                        "{}".getBytes(StandardCharsets.UTF_8),
                        Instant.EPOCH)));
        try {
            return Acting.as(
                            Cast.ADA,
                            () -> transaction.execute(
                                    status -> store.waiting(provider, new noroshi.shared.Window(0, 1))))
                    .getFirst()
                    .id();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
