package noroshi.demo;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One topic of a matter.
 *
 * @param told the organisations that were told it
 */
record Sheet(
        UUID id,
        Optional<UUID> parent,
        Case of,
        String title,
        String body,
        Set<UUID> audience,
        List<Organisation> told) {
    Set<UUID> addressees() {
        var all = new LinkedHashSet<>(audience);
        all.add(of.reporter().id());
        return all;
    }
}
