package noroshi.insight;

import java.time.LocalDate;
import java.util.Optional;
import noroshi.shared.RuleBroken;

/** An event as somebody enters it. */
public record NewEvent(EventKind kind, LocalDate date, Optional<LocalDate> end, String labelJa, String labelEn) {
    private static final int LONGEST = 60;

    public NewEvent {
        labelJa = labelJa.strip();
        labelEn = labelEn.strip();
        if (labelJa.isEmpty() || labelEn.isEmpty() || labelJa.length() > LONGEST || labelEn.length() > LONGEST) {
            throw new RuleBroken("insight.event.label-missing", LONGEST);
        }
        if (kind.lasts() != end.isPresent()) {
            throw new RuleBroken(kind.lasts() ? "insight.event.end-missing" : "insight.event.end-too-many");
        }
        end.ifPresent(last -> new Period(date, last));
    }
}
