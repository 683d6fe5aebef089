package noroshi.intel.taxii;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import noroshi.shared.Tlp;

/** What one commit adds to a collection, column by column. */
final class Additions {
    final List<Integer> shelves = new ArrayList<>();
    final List<Integer> lanes = new ArrayList<>();
    final List<String> ids = new ArrayList<>();
    final List<Long> versions = new ArrayList<>();
    final List<Short> digits = new ArrayList<>();
    final List<UUID> sources = new ArrayList<>();
    final List<String> tlps = new ArrayList<>();
    final List<Piece> pieces = new ArrayList<>();
    final LinkedHashSet<UUID> accounts = new LinkedHashSet<>();

    int count() {
        return ids.size();
    }

    void add(Lane lane, String id, long version, int fraction, UUID source, Tlp tlp, Piece piece) {
        shelves.add(lane.shelf());
        lanes.add(lane.id());
        ids.add(id);
        versions.add(version);
        digits.add((short) fraction);
        sources.add(source);
        tlps.add(tlp.name());
        pieces.add(piece);
    }

    /** The bytes of all pieces in one array; one envelope alone is not copied. */
    byte[] bytes(Integer[] starts, Integer[] sizes) {
        var whole = pieces.isEmpty() ? new byte[0] : pieces.getFirst().text();
        var alone = pieces.stream().allMatch(piece -> piece.text() == whole);
        var total = pieces.stream().mapToInt(Piece::length).sum();
        var bytes = alone ? whole : new byte[total];
        var at = 0;
        for (var i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            sizes[i] = piece.length();
            if (alone) {
                starts[i] = piece.offset() + 1;
            } else {
                System.arraycopy(piece.text(), piece.offset(), bytes, at, piece.length());
                starts[i] = at + 1;
                at += piece.length();
            }
        }
        return bytes;
    }
}
