package noroshi.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of what the desk asks: editions that stay as they were, and the draft of the next. The desk keeps it. */
@Service
@Transactional
public class Questionnaire {
    private static final int LONGEST_NOTE = 500;

    private final QuestionStore questions;
    private final MatterStore matters;
    private final List<AnswerUse> uses;
    private final Ledger ledger;

    Questionnaire(QuestionStore questions, MatterStore matters, List<AnswerUse> uses, Ledger ledger) {
        this.questions = questions;
        this.matters = matters;
        this.uses = uses;
        this.ledger = ledger;
    }

    /** Every edition, the draft among them, newest first. */
    @Transactional(readOnly = true)
    public List<Edition> editions(Actor actor) {
        requireStaff();
        return questions.editions();
    }

    @Transactional(readOnly = true)
    public Edition edition(int number, Actor actor) {
        return editions(actor).stream()
                .filter(edition -> edition.number() == number)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** What an edition asks, the draft's too. */
    @Transactional(readOnly = true)
    public Asked asked(int edition, Actor actor) {
        return questions.asked(edition(edition, actor).number());
    }

    /** Where answers go beyond the matter, by code of their question. */
    @Transactional(readOnly = true)
    public Map<String, List<String>> uses(Locale locale, Actor actor) {
        requireStaff();
        var all = new TreeMap<String, List<String>>();
        uses.forEach(each -> each.uses(locale)
                .forEach((code, names) ->
                        all.computeIfAbsent(code, it -> new ArrayList<>()).addAll(names)));
        return all;
    }

    /** Begins the next edition as a copy of the one in force; whoever comes second finds the first one's draft. */
    public int begin(Actor actor) {
        requireStaff();
        if (questions.draft().isEmpty()) {
            questions.begin(actor.person(), ledger.now());
            var draft = draft();
            ledger.note(false, actor.organisation(), "desk.questions-begun", Map.of("edition", draft.number()), actor);
        }
        return draft().number();
    }

    /** Adds a question to the draft, or changes the one of the same code. */
    public void put(Question question, int expected, Actor actor) {
        var draft = claimed(expected);
        question.check();
        questions.put(draft.number(), question);
        noted("desk.question-put", draft, question.code(), actor);
    }

    /** The next edition does not ask it any more; matters that answered it keep question and answer. */
    public void retire(String code, int expected, Actor actor) {
        var draft = claimed(expected);
        if (!questions.retire(draft.number(), code)) {
            throw new NotFound();
        }
        noted("desk.question-retired", draft, code, actor);
    }

    /** One place up or down among the questions of its part. */
    public void move(String code, boolean up, int expected, Actor actor) {
        var draft = claimed(expected);
        var all = questions.asked(draft.number()).questions();
        var moved = all.stream()
                .filter(question -> question.code().equals(code))
                .findFirst()
                .orElseThrow(NotFound::new);
        var order = new ArrayList<>(all.stream()
                .filter(question -> question.kind() == moved.kind() && question.place() == moved.place())
                .map(Question::code)
                .toList());
        var from = order.indexOf(code);
        var to = up ? from - 1 : from + 1;
        if (to >= 0 && to < order.size()) {
            Collections.swap(order, from, to);
            questions.order(draft.number(), order);
            noted("desk.question-moved", draft, code, actor);
        }
    }

    /** From now on new matters are asked by this edition. */
    public void send(String note, int expected, Actor actor) {
        var draft = claimed(expected);
        var words = note.strip();
        if (words.length() > LONGEST_NOTE || words.indexOf('\0') >= 0) {
            throw new RuleBroken("desk.too-long", LONGEST_NOTE);
        }
        if (words.isEmpty()) {
            throw new RuleBroken("desk.questions.note-missing");
        }
        questions.send(draft.number(), words, actor.person(), ledger.now());
        ledger.note(false, actor.organisation(), "desk.questions-sent", Map.of("edition", draft.number()), actor);
    }

    public void discard(int expected, Actor actor) {
        var draft = claimed(expected);
        questions.discard(draft.number());
        ledger.note(false, actor.organisation(), "desk.questions-discarded", Map.of("edition", draft.number()), actor);
    }

    private Edition claimed(int expected) {
        requireStaff();
        var draft = draft();
        if (!questions.claim(expected)) {
            throw new RuleBroken("desk.stale");
        }
        return draft;
    }

    private Edition draft() {
        return questions.draft().orElseThrow(() -> new RuleBroken("desk.questions.no-draft"));
    }

    private void noted(String act, Edition draft, String code, Actor actor) {
        ledger.note(false, actor.organisation(), act, Map.of("edition", draft.number(), "code", code), actor);
    }

    private void requireStaff() {
        if (!matters.staff()) {
            throw new NotFound();
        }
    }
}
