package noroshi.intel.taxii;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of a collection.
 *
 * @param after only what was added later
 * @param limit how many at most
 * @param ids types specs only these; all, when empty
 * @param states which places in an object's history: 0 only, 1 last, 2 first, 3 between
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

    static final int EVERYTHING = Integer.MAX_VALUE - 1;

    public Question {
        ids = List.copyOf(ids);
        types = List.copyOf(types);
        specs = List.copyOf(specs);
        states = Set.copyOf(states);
        versions = List.copyOf(versions);
    }

    /** All versions of one object. */
    static Question ofHistory(String id) {
        return new Question(Long.MIN_VALUE, EVERYTHING, List.of(id), List.of(), List.of(), ALL, List.of());
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

    /** Reads a timestamp of a filter, in microseconds. */
    public static Optional<Long> time(String text) {
        return Stamp.parse(text);
    }

    /** Reads what an earlier page gave as {@code next}. */
    public static Optional<Long> cursor(String text) {
        return Cursor.parse(text);
    }

    boolean narrow() {
        return !types.isEmpty() || !specs.isEmpty();
    }
}
