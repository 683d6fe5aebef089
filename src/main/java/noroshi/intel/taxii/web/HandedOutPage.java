package noroshi.intel.taxii.web;

import static noroshi.site.Ui.text;

import java.util.List;
import noroshi.intel.Bundle;
import noroshi.intel.taxii.HandedOut;
import noroshi.site.Step;

/** A bundle on its way into a collection, or what became of it. */
public record HandedOutPage(Bundle bundle, HandedOut now) {
    public List<Step> crumbs() {
        return List.of(
                new Step(text("intel.title"), "/intel", false),
                new Step(bundle.fileName(), back(), false),
                new Step(text("intel.handout"), again(), false),
                new Step(title(), path(), true));
    }

    /** Of the collection; a word for one that the reader may not know any more. */
    public String title() {
        return now.title().isEmpty() ? text("intel.handout.gone") : now.title();
    }

    public String back() {
        return "/intel/bundles/" + bundle.id();
    }

    public String again() {
        return back() + "/collections";
    }

    public String path() {
        return again() + "/" + now.collection();
    }
}
