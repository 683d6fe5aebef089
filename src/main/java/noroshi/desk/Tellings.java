package noroshi.desk;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import noroshi.shared.RuleBroken;

/** What a form of the desk holds, text by text, as the questions place it. Every form that asks like the desk reads so. */
public record Tellings(Telling outline, Telling damage, Telling technical) {
    private static final String ANSWER = "q_";

    /** The name of a question's field. */
    public static String field(Question question) {
        return ANSWER + question.code();
    }

    /** Whether a field of this name answers a question. */
    public static boolean answers(String name) {
        return name.startsWith(ANSWER);
    }

    /** @param fields what was typed, by the names of the fields */
    public static Tellings of(Map<String, String> fields, List<Question> questions) {
        return new Tellings(
                telling("body", Question.Place.OUTLINE, fields, questions),
                telling("damage", Question.Place.DAMAGE, fields, questions),
                telling("technical", Question.Place.TECHNICAL, fields, questions));
    }

    private static Telling telling(
            String name, Question.Place place, Map<String, String> fields, List<Question> questions) {
        return new Telling(
                fields.getOrDefault(name, "").strip(),
                questions.stream()
                        .filter(question -> question.place() == place)
                        .filter(question ->
                                !fields.getOrDefault(field(question), "").isBlank())
                        .collect(Collectors.toMap(
                                Question::code,
                                question ->
                                        fields.getOrDefault(field(question), "").strip())));
    }

    /** Whether nobody said anything. */
    public boolean nothing() {
        return outline.isBlank() && damage.isBlank() && technical.isBlank();
    }

    /** Refuses facts in a consultation, which has no parts for them: they are not dropped without a word. */
    public Tellings fitting(String kind) {
        if (kind.equals(MatterKind.CONSULTATION.name()) && !(damage.isBlank() && technical.isBlank())) {
            throw new RuleBroken("desk.consultation-facts");
        }
        return this;
    }
}
