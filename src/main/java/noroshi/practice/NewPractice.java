package noroshi.practice;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.desk.MatterKind;
import noroshi.desk.NewMatter;
import noroshi.desk.Telling;
import noroshi.shared.RuleBroken;

/**
 * What somebody sends to the practice desk; refused for the reasons for which the desk would refuse it.
 *
 * @param once chosen when the form was made; sent twice, it is one practice
 * @param recipients whom the member leaves ticked
 */
public record NewPractice(
        UUID once,
        MatterKind kind,
        String title,
        Telling outline,
        Telling damage,
        Telling technical,
        Optional<String> system,
        boolean help,
        boolean hidden,
        Set<UUID> recipients) {
    private static final int WORDS = 20_000;

    public NewPractice {
        recipients = Set.copyOf(recipients);
        title = NewMatter.title(title);
        if (outline.isBlank() && damage.isBlank() && technical.isBlank()) {
            throw new RuleBroken("desk.body-missing");
        }
        if (length(outline) + length(damage) + length(technical) > WORDS) {
            throw new RuleBroken("practice.long");
        }
    }

    /** Whether this is what was received; whom it was to reach is asked of those it proposed then. */
    boolean same(Practice received) {
        return kind == received.kind()
                && title.equals(received.title())
                && outline.equals(received.outline())
                && damage.equals(received.damage())
                && technical.equals(received.technical())
                && system.equals(received.system())
                && help == received.help()
                && hidden == received.hidden()
                && recipients.containsAll(received.told())
                && received.leftOut().stream().noneMatch(recipients::contains);
    }

    private static int length(Telling telling) {
        return telling.body().length()
                + telling.answers().values().stream().mapToInt(String::length).sum();
    }
}
