package noroshi.intel.cut.web;

import static noroshi.site.Ui.text;

import java.util.List;
import java.util.Map;
import noroshi.intel.Fields;
import noroshi.intel.cut.Cut;
import noroshi.site.FormErrors;
import noroshi.site.Step;

/**
 * What left of one object, and what was held back.
 *
 * @param source what its source is called; empty where nobody may learn it
 * @param ticked what the reader has just chosen
 */
public record CutPage(Cut cut, String source, boolean mayRelease, List<String> ticked, FormErrors errors) {
    public List<Step> crumbs() {
        return List.of(new Step(text("cut.title"), "/intel/cuts", false), new Step(cut.stixId(), path(), true));
    }

    public String path() {
        return "/intel/cuts/" + cut.id();
    }

    public Map<String, String> held() {
        return written(cut.cut());
    }

    public Map<String, String> gone() {
        return written(cut.left());
    }

    private Map<String, String> written(List<String> fields) {
        return Fields.written(cut.object(), source.isEmpty() ? Fields.unnamed(cut.stixId(), fields) : fields);
    }

    /** What became of the fields that were let out. */
    public String letOut() {
        return cut.settledAt().isPresent() ? "cut.settled" : "cut.released";
    }

    public boolean released(String field) {
        return cut.answer().filter(answer -> answer.released().contains(field)).isPresent();
    }
}
