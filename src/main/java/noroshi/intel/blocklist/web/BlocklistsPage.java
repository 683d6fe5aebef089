package noroshi.intel.blocklist.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.intel.blocklist.Blocklist;
import noroshi.intel.blocklist.Received;
import noroshi.intel.blocklist.Standing;

/**
 * Every list for those at the Centre who work with them, and what came to the reader's own organisation.
 *
 * @param blocking whether the reader works with lists at the Centre
 */
public record BlocklistsPage(
        boolean blocking,
        List<Blocklist> lists,
        Map<UUID, List<Standing>> standings,
        List<Received> received,
        Instant now) {

    public List<Standing> standings(Blocklist list) {
        return standings.getOrDefault(list.id(), List.of());
    }

    public long owing(Blocklist list) {
        return standings(list).stream().filter(each -> each.owes().isPresent()).count();
    }

    public boolean late(Blocklist list) {
        return standings(list).stream().anyMatch(each -> each.overdue(now));
    }
}
