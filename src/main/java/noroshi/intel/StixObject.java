package noroshi.intel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.shared.Tlp;

/**
 * An object taken from a bundle: the bytes as received, and what was derived from them.
 *
 * @param revoked whether it says that it is taken back
 * @param content hash over the meaning, the same for every spelling of the same JSON
 * @param json what goes into the searchable copy
 * @param marked the label the object carries itself
 * @param origin which machines brought it; none for what stood in a file
 */
record StixObject(
        int position,
        StixId id,
        StixFamily family,
        Optional<Instant> created,
        Optional<Instant> modified,
        boolean revoked,
        String name,
        Optional<Tlp> marked,
        Slice raw,
        String sha256,
        String content,
        String json,
        List<Link> links,
        Optional<Lookout> lookout,
        List<Reason> remarks,
        Optional<Origin> origin) {

    StixObject {
        links = List.copyOf(links);
        remarks = List.copyOf(remarks);
    }

    /** With more that deserves a look. */
    StixObject with(List<Reason> more) {
        return more.isEmpty()
                ? this
                : new StixObject(
                        position,
                        id,
                        family,
                        created,
                        modified,
                        revoked,
                        name,
                        marked,
                        raw,
                        sha256,
                        content,
                        json,
                        links,
                        lookout,
                        Stream.concat(remarks.stream(), more.stream()).toList(),
                        origin);
    }

    Optional<UUID> bringer() {
        return origin.map(Origin::bringer);
    }

    /** A reference from one object to another, with its meaning. */
    record Link(String source, String kind, String target) {}

    /** What an indicator looks for, and how long. */
    record Lookout(
            String patternType,
            String pattern,
            Instant validFrom,
            Optional<Instant> validUntil,
            Optional<Integer> confidence,
            List<IndicatorValue> values) {
        Lookout {
            values = List.copyOf(values);
        }
    }
}
