package noroshi.intel.web;

import static noroshi.site.Ui.text;

import java.util.Arrays;
import java.util.List;
import noroshi.intel.Import;
import noroshi.shared.Tlp;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Step;

/** A large file on its way into the library. */
public record ImportPage(Import now, ImportForm form, FormErrors errors) {
    public List<Step> crumbs() {
        return List.of(
                new Step(text("intel.title"), "/intel", false),
                new Step(text("drop.title"), "/intel/drop", false),
                new Step(now.name(), path(), true));
    }

    public String path() {
        return "/intel/imports/" + now.id();
    }

    public boolean busy() {
        return now.state() == Import.State.CHECKING || now.state() == Import.State.TAKING;
    }

    /** Objects that were looked at, or taken, so far. */
    public int sofar() {
        return now.state() == Import.State.CHECKING ? now.checked() : now.done();
    }

    public List<Choice> labels() {
        return Arrays.stream(Tlp.values())
                .map(tlp -> new Choice(tlp.name(), tlp.label()))
                .toList();
    }
}
