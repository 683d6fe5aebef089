package noroshi.provider.web;

import static noroshi.site.Ui.text;

import java.util.List;
import noroshi.provider.Provider;
import noroshi.provider.Quarantined;
import noroshi.site.FormErrors;
import noroshi.site.Step;

/**
 * One thing a provider sent and we could not take.
 *
 * @param by who decided, when somebody has
 * @param corrected what somebody typed instead of what came
 */
public record QuarantinedPage(
        Provider provider,
        Quarantined one,
        String by,
        String corrected,
        String why,
        boolean maySetUp,
        FormErrors errors) {
    public List<Step> crumbs() {
        return List.of(
                new Step(text("provider.providers"), "/intel/providers", false),
                new Step(provider.name(), "/intel/providers/" + provider.id(), false),
                new Step(title(), path(), true));
    }

    public String title() {
        return one.stixId().isEmpty() ? text("provider.answer") : one.stixId();
    }

    public String path() {
        return "/intel/providers/" + provider.id() + "/quarantined/" + one.id();
    }

    public String typed() {
        return corrected.isBlank() ? one.raw() : corrected;
    }
}
