package noroshi.practice.web;

import java.util.List;
import java.util.Optional;
import noroshi.desk.Question;
import noroshi.practice.Practice;
import noroshi.practice.Practised;
import noroshi.site.Choice;
import noroshi.site.FormErrors;

/**
 * Where somebody practises, and finds what they practised before.
 *
 * @param fresh some of the parties were not on the page before
 * @param practised set for whoever administers the reader's organisation
 */
public record PractisePage(
        PracticeForm form,
        List<Question> questions,
        List<Choice> systems,
        List<PartyLine> parties,
        boolean fresh,
        List<Practice> earlier,
        Optional<Practised> practised,
        FormErrors errors) {

    /** One party of a report, by name. */
    public record PartyLine(String id, String name, String why, boolean ticked) {}

    public List<Question> questions(Question.Place place) {
        return questions.stream().filter(question -> question.place() == place).toList();
    }
}
