package noroshi.intel.taxii;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import noroshi.intel.ReceivedEnvelope;

/**
 * The versions of one object on one shelf, as far as they matter for what arrives: the first and the last in each version
 * of STIX, and those that arrive.
 */
final class History {
    static final int ONLY = 0;
    static final int LAST = 1;
    static final int FIRST = 2;
    static final int BETWEEN = 3;
    static final int HELD_BACK = 4;

    /**
     * A version.
     *
     * @param before its state in the table; none for what is about to be added
     * @param addition its place among the additions; none for what is in the table
     */
    record Version(
            String spec,
            long position,
            Optional<Integer> before,
            int addition,
            int size,
            Optional<byte[]> sha256,
            Optional<Piece> piece) {
        /** Whether a piece says the same; what is in the table is fetched only where its bytes are others. */
        boolean says(Piece other, LongFunction<byte[]> stored) {
            if (piece.isPresent()) {
                var mine = piece.get().copy();
                return Arrays.equals(mine, other.copy()) || ReceivedEnvelope.sayTheSame(mine, other.copy());
            }
            return size == other.length() && Arrays.equals(sha256.orElseThrow(), other.sha256())
                    || ReceivedEnvelope.sayTheSame(stored.apply(position), other.copy());
        }
    }

    /** A version in the table whose state changes. */
    record Move(int shelf, long position, int before, int after) {}

    private final int shelf;
    private final TreeMap<Long, Version> versions = new TreeMap<>();
    private final Map<Long, Version> heldBack = new HashMap<>();

    History(int shelf) {
        this.shelf = shelf;
    }

    void known(Before.Version known) {
        var found = new Version(
                known.spec(),
                known.position(),
                Optional.of(known.state()),
                -1,
                known.size(),
                Optional.of(known.sha256()),
                Optional.empty());
        (known.state() == HELD_BACK ? heldBack : versions).put(known.version(), found);
    }

    void add(String spec, long version, long position, int addition, Piece piece) {
        var length = piece.length();
        versions.put(
                version,
                new Version(spec, position, Optional.empty(), addition, length, Optional.empty(), Optional.of(piece)));
    }

    Optional<Version> at(long version) {
        return Optional.ofNullable(versions.get(version)).or(() -> Optional.ofNullable(heldBack.get(version)));
    }

    /** The last in one version of STIX. */
    Optional<Long> lastVersion(String spec) {
        return versions.descendingMap().entrySet().stream()
                .filter(each -> each.getValue().spec().equals(spec))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether anything stands here in one version of STIX, held back or not. */
    boolean stands(String spec) {
        return Stream.concat(versions.values().stream(), heldBack.values().stream())
                .anyMatch(version -> version.spec().equals(spec));
    }

    /** Whether there are several versions of STIX: then the table puts the states in order, it knows those between. */
    boolean mixed() {
        return versions.size() > 1
                && versions.values().stream()
                                .map(Version::spec)
                                .distinct()
                                .limit(2)
                                .count()
                        > 1;
    }

    /** The states of what is added, and what changes of the rest. */
    List<Move> settle(Short[] states) {
        var moves = new ArrayList<Move>();
        var mixed = mixed();
        versions.forEach((version, found) -> {
            var state = mixed ? found.before().orElse(BETWEEN) : state(version);
            if (found.before().isEmpty()) {
                states[found.addition()] = (short) state;
            } else if (found.before().get() != state) {
                moves.add(new Move(shelf, found.position(), found.before().get(), state));
            }
        });
        return moves;
    }

    private int state(long version) {
        var first = versions.firstKey() == version;
        var last = versions.lastKey() == version;
        if (first) {
            return last ? ONLY : FIRST;
        }
        return last ? LAST : BETWEEN;
    }
}
