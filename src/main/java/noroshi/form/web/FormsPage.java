package noroshi.form.web;

import java.util.List;
import noroshi.desk.Matter;
import noroshi.form.Form;
import noroshi.site.Step;

/** The forms a matter can be taken out as. */
public record FormsPage(Matter matter, List<Form> forms, List<Step> crumbs) {
    public String path(Form form, String ending) {
        return matter.path() + "/forms/" + form.code() + "." + ending;
    }
}
