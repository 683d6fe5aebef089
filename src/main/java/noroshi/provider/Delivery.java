package noroshi.provider;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An envelope that a partner took without saying yet what became of it.
 *
 * @param statusId by which it is asked for (TAXII 2.1, 4.3); empty when the partner gave none that can be asked for
 * @param number of objects in it
 * @param takesBack whether it takes back what went before
 * @param objects those that have versions
 * @param unknown how often the partner knew nothing of it
 * @param givenUpAt since when it is asked for no more
 */
public record Delivery(
        UUID id,
        String statusId,
        int number,
        boolean takesBack,
        List<Sent> objects,
        Instant sentAt,
        int unknown,
        Optional<Instant> givenUpAt) {
    public Delivery {
        objects = List.copyOf(objects);
    }

    /**
     * An object as it went.
     *
     * @param source who brought it to us
     */
    public record Sent(String stixId, UUID source, Instant version) {}
}
