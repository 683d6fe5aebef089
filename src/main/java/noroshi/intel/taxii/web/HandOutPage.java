package noroshi.intel.taxii.web;

import static noroshi.site.Ui.text;

import java.util.List;
import java.util.Optional;
import noroshi.intel.Bundle;
import noroshi.intel.taxii.HandedOut;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Step;

/**
 * Where a bundle is handed out, and what became of it.
 *
 * @param options collections, each with who reads it
 * @param chosen id of the collection, as sent
 * @param earlier wherever it was handed out, the latest first
 */
public record HandOutPage(
        Bundle bundle,
        List<Choice> options,
        String chosen,
        Optional<HandedOut> done,
        List<HandedOut> earlier,
        FormErrors errors) {
    public HandOutPage {
        options = List.copyOf(options);
        earlier = List.copyOf(earlier);
    }

    public List<Step> crumbs() {
        return List.of(
                new Step(text("intel.title"), "/intel", false),
                new Step(bundle.fileName(), path(), false),
                new Step(text("intel.handout"), to(), true));
    }

    public String path() {
        return "/intel/bundles/" + bundle.id();
    }

    public String to() {
        return path() + "/collections";
    }
}
