package noroshi.intel.web;

import static noroshi.site.Ui.text;

import java.util.List;
import noroshi.intel.Bundle;
import noroshi.intel.Indicator;
import noroshi.intel.LibraryObject;
import noroshi.intel.Relation;
import noroshi.site.Step;

/**
 * One object: what it says, what it looks for, and what it is related to, both ways.
 *
 * @param source which organisation's machine brought it; empty where people did
 */
public record ObjectPage(
        LibraryObject object,
        Bundle bundle,
        String source,
        List<Indicator> indicators,
        List<Relation> relations,
        int number,
        boolean more) {
    private static final int SHOWN = 100_000;

    public String title() {
        return object.name().isEmpty() ? object.stixId() : object.name();
    }

    public String path() {
        return "/intel/objects/" + object.id();
    }

    public List<Step> crumbs() {
        return List.of(
                new Step(text("intel.title"), "/intel", false),
                new Step(bundle.fileName(), "/intel/bundles/" + bundle.id(), false),
                new Step(title(), path(), true));
    }

    /** As much of the received text as a page can show. */
    public String shown() {
        return cut() ? object.text().substring(0, SHOWN) : object.text();
    }

    public boolean cut() {
        return object.text().length() > SHOWN;
    }
}
