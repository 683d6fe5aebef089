package noroshi.desk;

import java.util.List;
import java.util.Map;

/** The questions of one edition of the questionnaire, in their order. */
public record Asked(int edition, List<Question> questions) {
    public Asked {
        questions = List.copyOf(questions);
    }

    /**
     * What has to be answered with the first report and is not.
     *
     * @param answers by code of the question
     */
    public List<Question> missing(MatterKind kind, Map<String, String> answers) {
        return questions.stream()
                .filter(question -> question.required() && question.kind() == kind)
                .filter(question -> answers.getOrDefault(question.code(), "").isBlank())
                .toList();
    }
}
