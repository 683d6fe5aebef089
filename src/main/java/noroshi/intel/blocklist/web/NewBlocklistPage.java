package noroshi.intel.blocklist.web;

import static noroshi.site.Ui.text;

import java.util.List;
import java.util.stream.Stream;
import noroshi.intel.blocklist.Blocklists;
import noroshi.shared.Tlp;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Step;
import noroshi.site.Ui;

/**
 * Composing a list.
 *
 * @param bulletins whose values can be taken over
 */
public record NewBlocklistPage(
        String title, String note, Tlp tlp, String values, List<Blocklists.Naming> bulletins, FormErrors errors) {

    static NewBlocklistPage of(BlocklistForm form, List<Blocklists.Naming> bulletins, FormErrors errors) {
        return new NewBlocklistPage(form.title(), form.note(), form.tlp(), form.text(), bulletins, errors);
    }

    public List<Step> crumbs() {
        return List.of(
                new Step(text("blocklist.title"), "/intel/blocklists", false),
                new Step(text("blocklist.new"), "/intel/blocklists/new", true));
    }

    public List<Choice> labels() {
        return labelsOf();
    }

    static List<Choice> labelsOf() {
        return Stream.of(Tlp.GREEN, Tlp.AMBER, Tlp.AMBER_STRICT, Tlp.CLEAR)
                .map(tlp -> new Choice(tlp.name(), tlp.label() + " " + Ui.word("blocklist.label", tlp)))
                .toList();
    }
}
