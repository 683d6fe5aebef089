package noroshi.provider.web;

import static noroshi.site.Ui.text;
import static noroshi.site.Ui.word;

import java.util.List;
import noroshi.provider.Provider;
import noroshi.provider.Quarantined;
import noroshi.provider.Round;
import noroshi.site.FormErrors;
import noroshi.site.Step;

/** One provider: what was agreed, how it is doing, what could not be taken. */
public record ProviderPage(
        Provider provider,
        List<Round> rounds,
        int number,
        boolean more,
        List<Quarantined> quarantined,
        boolean maySetUp,
        FormErrors errors) {
    public List<Step> crumbs() {
        return List.of(
                new Step(text("provider.providers"), "/intel/providers", false),
                new Step(provider.name(), path(), true));
    }

    public String path() {
        return "/intel/providers/" + provider.id();
    }

    public static String kind(Round round) {
        return word("provider.kind", round.kind());
    }

    public static String fault(Round round) {
        return round.well()
                ? text("provider.well")
                : text(round.fault(), round.arguments().toArray());
    }

    public static String reason(Quarantined row) {
        return text(row.reason(), row.arguments().toArray());
    }
}
