package noroshi.topic;

import java.util.Map;
import java.util.Optional;
import noroshi.shared.RuleBroken;

/**
 * The next version of a topic.
 *
 * @param expectedVersion the version the writer had before them; a newer one is never overwritten
 * @param notePro what changed, for professionals
 * @param noteGeneral what changed, for generalists
 */
public record Revision(int expectedVersion, Map<Level, Text> texts, String notePro, String noteGeneral) {
    public Revision {
        texts = Map.copyOf(texts);
        if (notePro.isBlank() && noteGeneral.isBlank()) {
            throw new RuleBroken("topic.note-missing");
        }
    }

    /** Refuses what cannot follow the texts that stand now. */
    void check(Map<Level, Text> standing) {
        if (!standing.keySet().equals(texts.keySet())) {
            throw new RuleBroken("topic.levels");
        }
        texts.forEach((level, text) -> text.check(Optional.ofNullable(standing.get(level))));
    }
}
