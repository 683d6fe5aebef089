package noroshi.desk.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import noroshi.desk.Edition;
import noroshi.desk.MatterKind;
import noroshi.desk.Question;
import noroshi.site.FormErrors;

/**
 * The questionnaire as the desk keeps it.
 *
 * @param draft what the next edition will ask, if somebody writes one
 * @param uses where answers go beyond the matter, by code of their question
 * @param typed the question that is being written or changed
 * @param note what was typed about what is new
 */
public record QuestionsPage(
        List<Edition> editions,
        Optional<Draft> draft,
        Map<String, List<String>> uses,
        QuestionForm typed,
        String note,
        FormErrors errors) {

    /** The draft with its parts in their order. */
    public record Draft(Edition edition, List<Part> parts) {}

    /** The questions of one kind and place. */
    public record Part(MatterKind kind, Question.Place place, List<Question> questions) {}

    public String goesTo(Question question) {
        return String.join("・", uses.getOrDefault(question.code(), List.of()));
    }
}
