package noroshi.topic;

import java.time.Instant;

/** One version of a topic: when it came and what it changed, in the words of each level. */
public record Version(int number, Instant at, String notePro, String noteGeneral) {
    /** The note in the words of the level, or the other one where there is only one. */
    public String note(Level level) {
        var first = level == Level.GENERAL ? noteGeneral : notePro;
        return first.isBlank() ? level == Level.GENERAL ? notePro : noteGeneral : first;
    }
}
