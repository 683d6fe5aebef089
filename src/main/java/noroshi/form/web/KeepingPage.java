package noroshi.form.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import noroshi.form.Form;
import noroshi.form.FormEdition;
import noroshi.form.Source;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Step;

/**
 * One form as the desk keeps it.
 *
 * @param draft what the next edition will be, if somebody writes one
 * @param sources what may fill a field
 * @param typed the field that is being written or changed
 * @param note what was typed about what is new
 * @param day from when on, as it was typed
 */
public record KeepingPage(
        Form form,
        List<FormEdition> editions,
        Optional<Draft> draft,
        List<Source> sources,
        Form.Field typed,
        String note,
        String day,
        FormErrors errors,
        List<Step> crumbs) {
    static final Form.Field BLANK = new Form.Field("", "", "", "");

    /** The draft with its fields in their order. */
    public record Draft(FormEdition edition, List<Form.Field> fields) {}

    public String path() {
        return "/desk/forms/" + form.code();
    }

    public boolean inForce(FormEdition edition) {
        return edition.number() == form.edition();
    }

    /** What fills a field, in words; what is not asked any more keeps its code. */
    public String named(String source) {
        return named(source, sources);
    }

    static String named(String source, List<Source> sources) {
        return sources.stream()
                .filter(it -> it.code().equals(source))
                .map(Source::name)
                .findFirst()
                .orElse(source);
    }

    /** What may be chosen, and what the field has. */
    public List<Choice> choices() {
        var known = sources.stream().map(it -> new Choice(it.code(), it.name()));
        return typed.source().isEmpty()
                        || sources.stream().anyMatch(it -> it.code().equals(typed.source()))
                ? known.toList()
                : Stream.concat(known, Stream.of(new Choice(typed.source(), typed.source())))
                        .toList();
    }
}
