package noroshi.intel.taxii;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is asked of a collection.
 *
 * @param after only what was added later
 * @param limit how many at most
 * @param ids types only these; all, when empty
 * @param specs each in these versions of STIX; each in the latest in which it can be had, when empty
 * @param states which places in an object's history: 0 only, 1 last, 2 first, 3 between; below 0 the same, of what there is
 *     in a later version of STIX too, and implied where such versions are asked for
 * @param versions and these versions, in microseconds
 */
public record Question(
        long after,
        int limit,
        List<String> ids,
        List<String> types,
        List<String> specs,
        Set<Integer> states,
        List<Long> versions) {
    public static final Set<Integer> LAST = Set.of(0, 1);
    public static final Set<Integer> FIRST = Set.of(0, 2);
    public static final Set<Integer> ALL = Set.of(0, 1, 2, 3);

    /** All of an object, in whatever version of STIX. */
    public static final Set<Integer> EVERY = Set.of(-4, -3, -2, -1, 0, 1, 2, 3);

    private static final String LATEST_SPEC = "2.1";
    static final int EVERYTHING = Integer.MAX_VALUE - 1;

    public Question {
        ids = List.copyOf(ids);
        types = List.copyOf(types);
        specs = List.copyOf(specs);
        states = specs.isEmpty() ? Set.copyOf(states) : withOlder(states, specs);
        versions = List.copyOf(versions);
    }

    /**
     * A revocation in an older version of STIX is the last of its object in the latest too; what was there before it is the
     * history of that, for who asks for the history.
     */
    private static Set<Integer> withOlder(Set<Integer> states, List<String> specs) {
        var all = states.contains(History.BETWEEN) || !specs.stream().allMatch(LATEST_SPEC::equals);
        var first = states.contains(History.FIRST);
        return states.stream()
                .flatMap(state -> state >= 0 && (all || first && FIRST.contains(state))
                        ? Stream.of(state, -1 - state)
                        : Stream.of(state))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Everything that was added later. */
    public static Question everything(long after, int limit) {
        return new Question(after, limit, List.of(), List.of(), List.of(), EVERY, List.of());
    }

    /** All versions of one object. */
    static Question ofHistory(String id) {
        return everything(Long.MIN_VALUE, EVERYTHING).about(id);
    }

    /** The same question about one object. */
    public Question about(String id) {
        return new Question(after, limit, List.of(id), List.of(), specs, states, versions);
    }

    /** The same question about one object from its first page to its last. */
    Question aboutAllOf(String id) {
        return new Question(Long.MIN_VALUE, EVERYTHING, List.of(id), List.of(), specs, states, versions);
    }

    /** The same question about these versions alone. */
    Question ofVersions(List<Long> some) {
        return new Question(after, limit, ids, types, specs, Set.of(), some);
    }

    /** The same question about the whole history. */
    public Question ofAllVersions() {
        return new Question(after, limit, ids, types, specs, ALL, List.of());
    }

    /** The same question about the whole object, unless it names versions of STIX. */
    public Question ofWholeObject() {
        return new Question(after, limit, ids, types, specs, EVERY, List.of());
    }

    /** Reads a timestamp of a filter, in microseconds. */
    public static Optional<Long> time(String text) {
        return Stamp.parse(text);
    }

    /** Reads what an earlier page gave as {@code next}. */
    public static Optional<Long> cursor(String text) {
        return Cursor.parse(text);
    }

    /** Whether each object is wanted in the latest version of STIX in which its reader can have it, and in no other. */
    boolean latestSpecOnly() {
        return specs.isEmpty() && states.stream().noneMatch(state -> state < 0);
    }

    boolean narrow() {
        return !types.isEmpty() || !specs.isEmpty();
    }
}
