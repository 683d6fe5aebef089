package noroshi.provider.web;

import static noroshi.site.Ui.text;
import static noroshi.site.Ui.word;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import noroshi.intel.taxii.Collection;
import noroshi.provider.Provider;
import noroshi.provider.SignIn;
import noroshi.provider.Speaks;
import noroshi.shared.Seen;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Step;

/** A provider is set up, or changed. */
public record ProviderEditPage(
        Optional<Provider> known, ProviderForm form, Seen seen, List<Collection> collections, FormErrors errors) {
    public String title() {
        return text(known.isPresent() ? "provider.edit" : "provider.new");
    }

    public String to() {
        return known.map(provider -> "/intel/providers/" + provider.id()).orElse("/intel/providers");
    }

    public String method() {
        return known.isPresent() ? "put" : "post";
    }

    public boolean hasCertificate() {
        return known.flatMap(provider -> provider.tls().until()).isPresent();
    }

    public List<Step> crumbs() {
        return List.of(new Step(text("provider.providers"), "/intel/providers", false), new Step(title(), to(), true));
    }

    public List<Choice> signIns() {
        return Arrays.stream(SignIn.values())
                .map(each -> new Choice(each.name(), word("provider.sign-in", each)))
                .toList();
    }

    public List<Choice> languages() {
        return Arrays.stream(Speaks.values())
                .map(each -> new Choice(each.name(), word("provider.speaks", each)))
                .toList();
    }

    public List<Choice> choices() {
        return collections.stream()
                .map(each -> new Choice(each.id().toString(), each.title()))
                .toList();
    }
}
