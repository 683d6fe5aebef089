package noroshi.form.web;

import java.util.List;
import noroshi.form.FilledForm;
import noroshi.form.Form;
import noroshi.form.FormEdition;
import noroshi.form.Source;
import noroshi.site.Step;

/** One edition of a form: its fields, and what they look like filled with an example. */
public record EditionPage(
        FormEdition edition, List<Form.Field> fields, List<Source> sources, FilledForm example, List<Step> crumbs) {
    public String path() {
        return "/desk/forms/" + example.form().code();
    }

    public String named(Form.Field field) {
        return KeepingPage.named(field.source(), sources);
    }

    /** What stands in a field of the example. */
    public String value(Form.Field field) {
        return example.entries().stream()
                .filter(entry -> entry.code().equals(field.code()))
                .map(FilledForm.Entry::value)
                .findFirst()
                .orElse("");
    }
}
