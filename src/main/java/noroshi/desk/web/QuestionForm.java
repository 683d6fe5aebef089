package noroshi.desk.web;

import java.util.List;
import java.util.stream.Collectors;
import noroshi.desk.MatterKind;
import noroshi.desk.Question;
import noroshi.shared.RuleBroken;

/**
 * A question as somebody types it; nothing is refused here, so that nothing typed is lost.
 *
 * @param options one on each line, Japanese and English with a bar between them
 */
public record QuestionForm(
        String code,
        String kind,
        String place,
        String form,
        String labelJa,
        String labelEn,
        String hintJa,
        String hintEn,
        String options,
        boolean required) {
    private static final String BAR = "|";

    static final QuestionForm BLANK = new QuestionForm(
            "",
            MatterKind.REPORT.name(),
            Question.Place.OUTLINE.name(),
            Question.Form.LINE.name(),
            "",
            "",
            "",
            "",
            "",
            false);

    static QuestionForm of(Question it) {
        return new QuestionForm(
                it.code(),
                it.kind().name(),
                it.place().name(),
                it.form().name(),
                it.labelJa(),
                it.labelEn(),
                it.hintJa(),
                it.hintEn(),
                it.options().stream().map(QuestionForm::line).collect(Collectors.joining("\n")),
                it.required());
    }

    private static String line(Question.Option option) {
        return option.ja() + " " + BAR + " " + option.en();
    }

    Question question() {
        var chosen = choice(Question.Form.class, form);
        return new Question(
                code.strip(),
                choice(MatterKind.class, kind),
                choice(Question.Place.class, place),
                chosen,
                labelJa.strip(),
                labelEn.strip(),
                hintJa.strip(),
                hintEn.strip(),
                chosen == Question.Form.CHOICE
                        ? options.lines()
                                .filter(line -> !line.isBlank())
                                .map(QuestionForm::option)
                                .toList()
                        : List.of(),
                required);
    }

    private static Question.Option option(String line) {
        var bar = line.indexOf(BAR);
        if (bar < 1
                || line.substring(bar + 1).isBlank()
                || line.substring(0, bar).isBlank()) {
            throw new RuleBroken("desk.question.option", line.strip());
        }
        return new Question.Option(
                line.substring(0, bar).strip(), line.substring(bar + 1).strip());
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException unknown) {
            throw new RuleBroken("desk.choice");
        }
    }
}
