package noroshi.membership;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import noroshi.shared.KeptForAll;
import noroshi.shared.OncePerPage;
import noroshi.shared.Question;
import noroshi.shared.Together;
import org.springframework.util.function.SingletonSupplier;

/** Names things by their ids. A page names the same in several places, and the next page names much of it again. */
final class NamesByIds<T> {
    private final Together together;
    private final KeptForAll<UUID, Optional<T>> kept;
    private final Function<Set<UUID>, Question<Map<UUID, T>>> question;

    NamesByIds(
            Together together,
            KeptForAll<UUID, Optional<T>> kept,
            Function<Set<UUID>, Question<Map<UUID, T>>> question) {
        this.together = together;
        this.kept = kept;
        this.question = question;
    }

    /** What is kept, or is named or going to be named on this page already, is not asked for again. */
    Supplier<Map<UUID, T>> later(Collection<UUID> ids) {
        var known = kept.now();
        var coming = OncePerPage.ask(this, HashMap<UUID, Supplier<Map<UUID, T>>>::new);
        var unknown = ids.stream()
                .filter(id -> !known.containsKey(id) && !coming.containsKey(id))
                .collect(toSet());
        if (!unknown.isEmpty()) {
            var answer = together.later(new Asked(this, unknown), question.apply(unknown));
            var named = SingletonSupplier.of(() -> {
                var found = answer.get();
                unknown.forEach(id -> known.put(id, Optional.ofNullable(found.get(id))));
                return found;
            });
            unknown.forEach(id -> coming.put(id, named::obtain));
        }
        return () -> {
            var found = new HashMap<UUID, T>();
            for (var id : ids) {
                var name = known.get(id);
                (name != null
                                ? name
                                : Optional.ofNullable(
                                        requireNonNull(coming.get(id)).get().get(id)))
                        .ifPresent(it -> found.put(id, it));
            }
            return found;
        };
    }

    private record Asked(NamesByIds<?> by, Set<UUID> ids) {}
}
