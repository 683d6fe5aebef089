package noroshi.intel.blocklist;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Actor;

/** What a higher module knows of values that were told to the Centre, and of what those who told them agreed to. */
public interface Reporters {
    /** The values that stand in what somebody reported, one for each place; nothing for values that nobody reported. */
    List<Told> told(Blocklist list, List<Entry> entries, Collection<UUID> organisations, Actor actor);

    /**
     * A value that was reported.
     *
     * @param agreed whether its reporter agreed to tell it under the label of the list
     * @param refused those of the organisations whom the reporter has not let have it
     * @param where it was reported, for whoever reads that
     */
    record Told(UUID value, boolean agreed, Set<UUID> refused, Optional<Where> where) {}

    /** A report, by the name that its readers know. */
    record Where(String reference, String path) {}
}
