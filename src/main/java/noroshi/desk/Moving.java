package noroshi.desk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import noroshi.membership.OrganisationName;

/**
 * What of the desk's board moves.
 *
 * @param pulse changes when anything here does; empty for a past moment
 * @param second matters of which the second contact has learned
 * @param calls whom the duty officer is to telephone
 * @param lateWords what was said on matters that are over
 * @param departures recipients that left in mid-matter, whose place nobody has taken
 * @param next the reports upwards that are due next, one of each series, the nearest first
 * @param names whoever is on the board
 */
public record Moving(
        String pulse,
        Board board,
        Set<UUID> second,
        List<Call> calls,
        List<LateWord> lateWords,
        List<Departure.Open> departures,
        List<Slot> next,
        Map<UUID, OrganisationName> names) {

    /**
     * Changes when there is something else for somebody at the desk to do. Of the text, because an enumeration hashes
     * differently in every process, and the same must be the same wherever it is asked for.
     */
    public String due() {
        return Integer.toHexString((calls.toString() + lateWords + departures).hashCode());
    }
}
