package noroshi.intel.taxii;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The versions of one object on one shelf, as far as they matter for what arrives: the first, the last, and those that
 * arrive.
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
            long position,
            Optional<Integer> before,
            int addition,
            int size,
            Optional<byte[]> sha256,
            Optional<Piece> piece) {}

    /** A version in the table whose state changes. */
    record Move(int shelf, long position, int before, int after) {}

    private final int shelf;
    private final TreeMap<Long, Version> versions = new TreeMap<>();
    private final Map<Long, Version> heldBack = new HashMap<>();

    History(int shelf) {
        this.shelf = shelf;
    }

    void known(long version, long position, int state, int size, byte[] sha256) {
        var found = new Version(position, Optional.of(state), -1, size, Optional.of(sha256), Optional.empty());
        if (state == HELD_BACK) {
            heldBack.put(version, found);
        } else {
            versions.put(version, found);
        }
    }

    void add(long version, long position, int addition, Piece piece) {
        versions.put(
                version,
                new Version(
                        position, Optional.empty(), addition, piece.length(), Optional.empty(), Optional.of(piece)));
    }

    Optional<Version> at(long version) {
        return Optional.ofNullable(versions.get(version)).or(() -> Optional.ofNullable(heldBack.get(version)));
    }

    Optional<Long> lastVersion() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.lastKey());
    }

    boolean empty() {
        return versions.isEmpty();
    }

    /** The states of what is added, and what changes of the rest. */
    List<Move> settle(Short[] states) {
        var moves = new ArrayList<Move>();
        versions.forEach((version, found) -> {
            var state = state(version);
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
