package noroshi.desk.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import noroshi.desk.Asked;
import noroshi.desk.MatterKind;
import noroshi.desk.Question;
import noroshi.site.Choice;
import noroshi.site.FormErrors;

/**
 * The form in which somebody reports or asks.
 *
 * @param parties whom a report proposes to tell
 * @param fresh some of them were not on the page before
 * @param behalf set for the desk, which writes down what a member said
 * @param relays set for the secretariat of an association, which passes on what a member said
 * @param times what contradicts what in the times they wrote
 * @param keptAt when this form was kept for later
 */
public record AskPage(
        DeskForm form,
        Asked asked,
        List<Choice> systems,
        List<PartyLine> parties,
        boolean fresh,
        Optional<Behalf> behalf,
        boolean relays,
        TimesPart times,
        Optional<Instant> keptAt,
        FormErrors errors) {

    /** One party of a report, by name. */
    public record PartyLine(String id, String name, String why, String sees, boolean ticked) {}

    /** For whom the desk writes. */
    public record Behalf(List<Choice> organisations) {}

    public List<Question> questions(Question.Place place) {
        return asked.questions().stream()
                .filter(question -> question.kind() == MatterKind.REPORT && question.place() == place)
                .toList();
    }

    /** What is asked of whoever has a question. */
    public List<Question> ofConsultations() {
        return asked.questions().stream()
                .filter(question -> question.kind() == MatterKind.CONSULTATION)
                .toList();
    }

    /** What has to be answered does not lie folded away, nor what may have to be put right. */
    public boolean open(Question.Place place) {
        return questions(place).stream()
                .anyMatch(question -> question.required()
                        || errors.at(DeskForm.field(question))
                        || !times.lines().isEmpty()
                                && !form.value(DeskForm.field(question)).isEmpty());
    }
}
