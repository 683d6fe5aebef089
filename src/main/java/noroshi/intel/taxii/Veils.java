package noroshi.intel.taxii;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import noroshi.intel.Unnamed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes what others get of what a source does not want to be named for: once, beside what was received. This process, the
 * only one that writes, remembers who chose what until somebody chooses again.
 */
@Component
class Veils {
    private static final int AT_ONCE = 500;

    private final VeilStore store;
    private final LedgerStore ledger;
    private final AtomicLong choices = new AtomicLong();
    private volatile Optional<Known> known = Optional.empty();

    Veils(VeilStore store, LedgerStore ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    private record Known(long choices, Map<UUID, List<String>> names) {}

    /** Somebody has chosen. */
    void forget() {
        choices.incrementAndGet();
    }

    private Map<UUID, List<String>> names() {
        var now = choices.get();
        var found = known.filter(each -> each.choices() == now);
        if (found.isEmpty()) {
            found = Optional.of(new Known(now, store.names()));
            known = found;
        }
        return found.get().names();
    }

    /** Whether the name of a type says whose it is, though its source chose that not everybody learns that. */
    boolean tells(UUID source, String type) {
        var words = names().get(source);
        return words != null && Unnamed.tells(type, words);
    }

    /** An object as others get it, where its source is not named to everyone. */
    byte[] unnamed(UUID source, byte[] object) {
        return Optional.ofNullable(names().get(source))
                .flatMap(words -> Unnamed.of(object, words))
                .orElse(object);
    }

    /** Of what a commit has just added. */
    void cover(UUID collection, long first, Additions additions) {
        var names = names();
        if (names.isEmpty()) {
            return;
        }
        var covers = new ArrayList<VeilStore.Cover>();
        for (var i = 0; i < additions.count(); i++) {
            var words = names.get(additions.sources.get(i));
            if (words != null) {
                var piece = additions.pieces.get(i);
                covers.add(new VeilStore.Cover(
                        additions.shelves.get(i),
                        first + i,
                        Unnamed.of(piece.text(), piece.offset(), piece.length(), words)));
            }
        }
        if (!covers.isEmpty()) {
            store.cover(collection, covers, true);
        }
    }

    /** Of what an organisation brought before it chose, some behind a place; answers the last that was done. */
    @Transactional
    Optional<VeilStore.Place> follow(UUID collection, UUID organisation, VeilStore.Place after) {
        ledger.takeTurn(collection);
        var words = Optional.ofNullable(names().get(organisation));
        var some = store.waiting(collection, organisation, after, AT_ONCE);
        if (some.isEmpty()) {
            return Optional.empty();
        }
        var kept = store.cover(
                collection,
                some.stream()
                        .map(each -> new VeilStore.Cover(
                                each.place().shelf(),
                                each.place().position(),
                                words.flatMap(names -> Unnamed.of(each.raw(), names))))
                        .toList(),
                words.isPresent());
        if (kept < some.size()) {
            forget();
        }
        return Optional.of(some.getLast().place());
    }
}
