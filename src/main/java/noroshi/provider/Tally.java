package noroshi.provider;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.taxii.Receipt;

/** Counts what happens in one round. */
final class Tally {
    private int pages;
    private int received;
    private int taken;
    private int known;
    private int failed;
    private int withheld;

    void page(int objects) {
        pages++;
        received += objects;
    }

    void received(int objects) {
        received += objects;
    }

    /** What our own collection said. */
    void receipt(Receipt receipt) {
        var already = (int)
                receipt.successes().stream().filter(Receipt.Success::known).count();
        known += already;
        taken += receipt.succeeded() - already;
        failed += receipt.failed();
    }

    void failed(int objects) {
        failed += objects;
    }

    void taken(int objects) {
        taken += objects;
    }

    void withheld(int objects) {
        withheld += objects;
    }

    int pages() {
        return pages;
    }

    int taken() {
        return taken;
    }

    Round round(UUID provider, Round.Kind kind, Instant began, Instant ended, boolean more, Optional<Fault> fault) {
        return new Round(
                UUID.randomUUID(),
                provider,
                kind,
                began,
                ended,
                pages,
                received,
                taken,
                known,
                failed,
                withheld,
                more,
                fault.map(Fault::key).orElse(""),
                fault.map(Fault::arguments).orElse(List.of()));
    }
}
