package noroshi.desk;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.RuleBroken;

/** What the desk asks an agency for. */
public record NewSupport(
        UUID organisation,
        Set<SupportKind> kinds,
        Support.Mode mode,
        String words,
        String scope,
        Optional<LocalDate> endsOn) {
    private static final int LONGEST = 2000;

    public NewSupport {
        kinds = Set.copyOf(kinds);
        words = words.strip();
        scope = scope.strip();
        if (kinds.isEmpty()) {
            throw new RuleBroken("desk.support.kind-missing");
        }
        if (words.isEmpty() || scope.isEmpty()) {
            throw new RuleBroken("desk.support.words-missing");
        }
        if (words.length() > LONGEST || scope.length() > LONGEST) {
            throw new RuleBroken("desk.too-long", LONGEST);
        }
    }
}
