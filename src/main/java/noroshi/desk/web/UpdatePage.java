package noroshi.desk.web;

import java.util.List;
import noroshi.desk.Matter;
import noroshi.desk.MatterKind;
import noroshi.desk.Question;
import noroshi.site.FormErrors;

/**
 * The form in which a reporter tells more.
 *
 * @param times what contradicts what in the times they wrote
 */
public record UpdatePage(Matter matter, DeskForm form, List<Question> questions, TimesPart times, FormErrors errors) {
    public List<Question> questions(Question.Place place) {
        return questions.stream()
                .filter(question -> question.kind() == MatterKind.REPORT && question.place() == place)
                .toList();
    }

    public List<Question> ofConsultations() {
        return questions.stream()
                .filter(question -> question.kind() == MatterKind.CONSULTATION)
                .toList();
    }

    public boolean report() {
        return matter.kind() == MatterKind.REPORT;
    }
}
