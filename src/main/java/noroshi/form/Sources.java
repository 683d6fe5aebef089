package noroshi.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.MatterKind;
import noroshi.desk.Question;
import noroshi.shared.Actor;
import noroshi.site.Words;
import org.springframework.stereotype.Component;

/** What may fill a field: what is known of a matter and its reporter, what was told, and each answer to a question. */
@Component
class Sources {
    static final List<String> KNOWN = List.of(
            "matter.reference",
            "matter.edition",
            "matter.reported_at",
            "matter.revised_at",
            "matter.title",
            "matter.label",
            "matter.latest",
            "matter.system",
            "matter.recipients",
            "reporter.organisation",
            "reporter.contact",
            "reporter.sector",
            "reporter.ministry",
            "outline.body",
            "damage.body",
            "technical.body");

    private static final String ANSWER = "answer.";

    private final ConsultationDesk desk;
    private final Words words;

    Sources(ConsultationDesk desk, Words words) {
        this.desk = desk;
        this.words = words;
    }

    /** All there are today, with their names and an example of each. */
    List<Source> all(Locale locale, Actor actor) {
        var all = new ArrayList<Source>();
        KNOWN.forEach(code -> all.add(new Source(
                code,
                words.text(locale, "form.source." + code.replace('_', '-')),
                words.text(locale, "form.example." + code.replace('_', '-')))));
        desk.questions(actor).stream()
                .filter(question -> question.kind() == MatterKind.REPORT)
                .forEach(question -> all.add(new Source(
                        ANSWER + question.code(),
                        words.text(locale, "form.source.answer", question.label(locale)),
                        example(question, locale))));
        return all;
    }

    private String example(Question question, Locale locale) {
        return question.options().stream()
                .findFirst()
                .map(option -> option.in(locale))
                .orElseGet(() -> words.text(locale, "form.example.answer", question.label(locale)));
    }
}
