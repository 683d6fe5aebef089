package noroshi.practice.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Proposed;
import noroshi.desk.Question;
import noroshi.desk.Sharing;
import noroshi.desk.Telling;
import noroshi.membership.Members;
import noroshi.practice.Practice;
import noroshi.practice.PracticeDesk;
import noroshi.shared.Actor;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Ui;
import org.springframework.stereotype.Component;

/** Composes the pages of the practice desk. */
@Component
class PracticePages {
    private final PracticeDesk practices;
    private final ConsultationDesk desk;
    private final Sharing sharing;
    private final Members members;

    PracticePages(PracticeDesk practices, ConsultationDesk desk, Sharing sharing, Members members) {
        this.practices = practices;
        this.desk = desk;
        this.sharing = sharing;
        this.members = members;
    }

    Page practise(PracticeForm form, FormErrors errors, Actor actor) {
        var proposed = practices.proposed(form.system(), actor);
        var fresh = unseen(form, proposed);
        return new Page(
                "practice/new",
                new PractisePage(
                        form,
                        desk.questions(actor),
                        sharing.systems(actor).stream()
                                .map(system -> new Choice(system.code(), system.in(Ui.locale())))
                                .toList(),
                        proposed.stream()
                                .map(it -> new PractisePage.PartyLine(
                                        it.id().toString(),
                                        it.organisation().in(Ui.locale()),
                                        Ui.word("desk.trigger", it.reason()),
                                        form.recipients().contains(it.id().toString()) || fresh.contains(it.id())))
                                .toList(),
                        !form.shown().isEmpty() && !fresh.isEmpty(),
                        practices.mine(actor),
                        practices.practised(actor),
                        errors));
    }

    /** As at the real desk, nobody is told, or left out, unseen. */
    boolean unseen(PracticeForm form, Actor actor) {
        return form.report()
                && !unseen(form, practices.proposed(form.system(), actor)).isEmpty();
    }

    private static List<UUID> unseen(PracticeForm form, List<Proposed> proposed) {
        return proposed.stream()
                .map(Proposed::id)
                .filter(id -> !form.shown().contains(id.toString()))
                .toList();
    }

    Page show(UUID id, Actor actor) {
        var practice = practices.show(id, actor);
        return new Page(
                "practice/show",
                new PracticePage(
                        practice,
                        said(practice, desk.questions(actor)),
                        names(practice.told()),
                        names(practice.leftOut()),
                        practices.answers(practice, Ui.locale(), actor)));
    }

    private List<String> names(Collection<UUID> organisations) {
        var known = members.organisations(organisations);
        return organisations.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(name -> name.in(Ui.locale()))
                .toList();
    }

    private static List<PracticePage.Said> said(Practice practice, List<Question> questions) {
        var labels = questions.stream().collect(Collectors.toMap(Question::code, Function.identity()));
        var said = new ArrayList<PracticePage.Said>();
        said("desk.body", practice.outline(), labels, said);
        said("desk.damage", practice.damage(), labels, said);
        said("desk.technical", practice.technical(), labels, said);
        return said;
    }

    private static void said(
            String label, Telling telling, Map<String, Question> questions, List<PracticePage.Said> said) {
        if (!telling.body().isEmpty()) {
            said.add(new PracticePage.Said(Ui.text(label), telling.body()));
        }
        questions.forEach((code, question) -> {
            var answer = telling.answers().getOrDefault(code, "");
            if (!answer.isEmpty()) {
                said.add(new PracticePage.Said(question.label(Ui.locale()), answer));
            }
        });
    }
}
