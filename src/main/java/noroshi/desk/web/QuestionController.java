package noroshi.desk.web;

import java.util.Arrays;
import java.util.List;
import noroshi.desk.Asked;
import noroshi.desk.Edition;
import noroshi.desk.MatterKind;
import noroshi.desk.Question;
import noroshi.desk.Questionnaire;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.Step;
import noroshi.site.Ui;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk keeps the questionnaire: editions as they were, and the draft of the next. */
@Controller
@RequestMapping("/desk/questions")
class QuestionController {
    private static final String HERE = "/desk/questions";

    private final Questionnaire questionnaire;

    QuestionController(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
    }

    @GetMapping
    Page list(@RequestParam(defaultValue = "") String code, Actor actor) {
        var typed = questionnaire.editions(actor).stream()
                .filter(Edition::draft)
                .flatMap(draft -> questionnaire.asked(draft.number(), actor).questions().stream())
                .filter(question -> question.code().equals(code))
                .map(QuestionForm::of)
                .findFirst()
                .orElse(QuestionForm.BLANK);
        return page(typed, "", FormErrors.none(), actor);
    }

    private Page page(QuestionForm typed, String note, FormErrors errors, Actor actor) {
        var editions = questionnaire.editions(actor);
        var draft = editions.stream()
                .filter(Edition::draft)
                .findFirst()
                .map(it -> new QuestionsPage.Draft(it, parts(questionnaire.asked(it.number(), actor))));
        return new Page(
                "desk/questions",
                new QuestionsPage(editions, draft, questionnaire.uses(Ui.locale(), actor), typed, note, errors));
    }

    private static List<QuestionsPage.Part> parts(Asked asked) {
        return Arrays.stream(MatterKind.values())
                .flatMap(kind -> Arrays.stream(Question.Place.values())
                        .map(place -> new QuestionsPage.Part(
                                kind,
                                place,
                                asked.questions().stream()
                                        .filter(question -> question.kind() == kind && question.place() == place)
                                        .toList())))
                .filter(part -> !part.questions().isEmpty())
                .toList();
    }

    /** An edition as members see it; the draft too, before it is sent. */
    @GetMapping("/{edition}")
    Page show(@PathVariable String edition, Actor actor) {
        if (!edition.matches("[1-9][0-9]{0,8}")) {
            throw new NotFound();
        }
        var it = questionnaire.edition(Integer.parseInt(edition), actor);
        return new Page(
                "desk/edition",
                new EditionPage(
                        it,
                        parts(questionnaire.asked(it.number(), actor)),
                        DeskForm.blank(),
                        List.of(
                                new Step(Ui.text("desk.nav"), "/desk", false),
                                new Step(Ui.text("desk.questions"), HERE, false),
                                new Step(
                                        Ui.text("desk.questions.edition", it.number()),
                                        HERE + "/" + it.number(),
                                        true))));
    }

    @PostMapping("/draft")
    Object begin(Actor actor) {
        questionnaire.begin(actor);
        return Redirect.to(HERE).saying("desk.questions.begun");
    }

    @DeleteMapping("/draft")
    Object discard(@RequestParam(defaultValue = "0") int expected, Actor actor) {
        return act(
                () -> questionnaire.discard(expected, actor),
                "desk.questions.discarded",
                QuestionForm.BLANK,
                "",
                actor);
    }

    @PostMapping("/draft/questions")
    Object put(
            @RequestParam(defaultValue = "0") int expected,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String form,
            @RequestParam(defaultValue = "") String labelJa,
            @RequestParam(defaultValue = "") String labelEn,
            @RequestParam(defaultValue = "") String hintJa,
            @RequestParam(defaultValue = "") String hintEn,
            @RequestParam(defaultValue = "") String options,
            @RequestParam(defaultValue = "false") boolean required,
            Actor actor) {
        var typed = new QuestionForm(
                code, kind, place, form, labelJa, labelEn, hintJa, hintEn, options.replace("\r\n", "\n"), required);
        return act(() -> questionnaire.put(typed.question(), expected, actor), "desk.question.put", typed, "", actor);
    }

    @DeleteMapping("/draft/questions")
    Object retire(
            @RequestParam(defaultValue = "0") int expected, @RequestParam(defaultValue = "") String code, Actor actor) {
        return act(
                () -> questionnaire.retire(code, expected, actor),
                "desk.question.retired",
                QuestionForm.BLANK,
                "",
                actor);
    }

    @PostMapping("/draft/order")
    Object move(
            @RequestParam(defaultValue = "0") int expected,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "false") boolean up,
            Actor actor) {
        return act(
                () -> questionnaire.move(code, up, expected, actor),
                "desk.question.moved",
                QuestionForm.BLANK,
                "",
                actor);
    }

    @PostMapping("/draft/sending")
    Object send(
            @RequestParam(defaultValue = "0") int expected, @RequestParam(defaultValue = "") String note, Actor actor) {
        return act(
                () -> questionnaire.send(note, expected, actor),
                "desk.questions.sent",
                QuestionForm.BLANK,
                note,
                actor);
    }

    private Object act(Runnable work, String saying, QuestionForm typed, String note, Actor actor) {
        try {
            work.run();
            return Redirect.to(HERE).saying(saying);
        } catch (RuleBroken refusal) {
            return page(typed, note, FormErrors.of(refusal), actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }
}
