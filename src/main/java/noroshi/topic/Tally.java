package noroshi.topic;

import java.util.Map;
import java.util.Set;

/** How many reacted to a document, and how the reader did. */
public record Tally(Map<Reaction, Integer> counts, Set<Reaction> mine) {
    public static final Tally NONE = new Tally(Map.of(), Set.of());

    public int count(Reaction reaction) {
        return counts.getOrDefault(reaction, 0);
    }

    public boolean mine(Reaction reaction) {
        return mine.contains(reaction);
    }
}
