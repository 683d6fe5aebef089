package noroshi.practice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.desk.MatterKind;
import noroshi.desk.Telling;

/**
 * What somebody sent to the practice desk.
 *
 * @param told the organisations that a real report would have reached
 * @param leftOut those it proposed and its member left out
 */
public record Practice(
        UUID id,
        MatterKind kind,
        String title,
        Telling outline,
        Telling damage,
        Telling technical,
        Optional<String> system,
        boolean help,
        boolean hidden,
        List<UUID> told,
        List<UUID> leftOut,
        Instant sentAt) {
    private static final String NOTICED = "noticed";

    public Practice {
        told = List.copyOf(told);
        leftOut = List.copyOf(leftOut);
    }

    /** Whether a sentence is for this report. */
    boolean calls(Sentence.When when) {
        var report = kind == MatterKind.REPORT;
        return switch (when) {
            case ALWAYS -> true;
            case REPORT -> report;
            case CONSULTATION -> !report;
            case TOLD -> report && !told.isEmpty();
            case NOBODY_TOLD -> report && told.isEmpty();
            case HIDDEN -> report && hidden;
            case HELP -> report && help;
            case DAMAGE -> report && !damage.isBlank();
            case TECHNICAL -> report && !technical.isBlank();
            case NO_TECHNICAL -> report && technical.isBlank();
            case NO_TIME -> report && !outline.answers().containsKey(NOTICED);
        };
    }
}
