package noroshi.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import noroshi.desk.Closure;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Impact;
import noroshi.desk.Judgement;
import noroshi.desk.Matter;
import noroshi.desk.NewNote;
import noroshi.desk.NoteKind;
import noroshi.desk.Status;
import noroshi.desk.Triage;
import noroshi.desk.Visibility;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The Centre's desk judges, assigns, answers, writes for itself, closes. */
@Controller
@RequestMapping("/desk/{reference}")
class TriageController {
    private final ConsultationDesk desk;
    private final Triage triage;
    private final MatterPages pages;

    TriageController(ConsultationDesk desk, Triage triage, MatterPages pages) {
        this.desk = desk;
        this.triage = triage;
        this.pages = pages;
    }

    @PostMapping("/acknowledgement")
    Object acknowledge(@PathVariable String reference, Actor actor) {
        return act(reference, "acknowledge", "", "desk.acknowledged", it -> triage.acknowledge(it, actor), actor);
    }

    @PostMapping("/judgement")
    Object judge(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "0") int priority,
            @RequestParam(defaultValue = "UNKNOWN") Impact impact,
            @RequestParam(defaultValue = "") String extent,
            @RequestParam(defaultValue = "UNKNOWN") Visibility visibility,
            @RequestParam(defaultValue = "") String system,
            HttpServletRequest request,
            Actor actor) {
        return act(
                reference,
                MatterPage.Typed.all("judgement", request),
                "desk.judged",
                it -> triage.judge(
                        it,
                        new Judgement(priority, impact, extent.strip(), visibility),
                        Optional.of(system).filter(code -> !code.isEmpty()),
                        Seen.moment(seen),
                        actor),
                actor);
    }

    @PostMapping("/assignment")
    Object assign(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam Optional<Integer> team,
            @RequestParam Optional<UUID> person,
            Actor actor) {
        return act(
                reference,
                "assignment",
                "",
                "desk.assigned",
                it -> triage.assign(it, team, person, Seen.moment(seen), actor),
                actor);
    }

    @PostMapping("/status")
    Object show(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam Status status,
            @RequestParam(defaultValue = "") String latest,
            Actor actor) {
        return act(
                reference,
                "status",
                latest,
                "desk.shown",
                it -> triage.show(it, status, latest, Seen.moment(seen), actor),
                actor);
    }

    @PostMapping("/answers")
    Object answer(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(required = false) List<MultipartFile> files,
            Actor actor)
            throws IOException {
        var uploads = Uploads.read(files);
        return act(
                reference,
                "answer",
                body,
                "desk.answered",
                it -> triage.answer(it, body, step.equals("close"), uploads, Seen.moment(seen), actor),
                actor);
    }

    @PostMapping("/notes")
    Object note(
            @PathVariable String reference,
            @RequestParam(defaultValue = "NOTE") NoteKind kind,
            @RequestParam(defaultValue = "") String body,
            @RequestParam Optional<Integer> minutes,
            @RequestParam(defaultValue = "false") boolean spoke,
            Actor actor) {
        return act(
                reference,
                "note",
                body,
                "desk.noted",
                it -> {
                    var note = new NewNote(kind, body, minutes);
                    if (spoke && kind == NoteKind.CALL) {
                        triage.spoke(it, note, actor);
                    } else {
                        triage.note(it, note, actor);
                    }
                },
                actor);
    }

    @PostMapping("/notes/{note}/done")
    Object done(@PathVariable String reference, @PathVariable UUID note, Actor actor) {
        return act(reference, "note", "", "desk.done", it -> triage.done(it, note, actor), actor);
    }

    @PostMapping("/closure")
    Object close(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String lessons,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String step,
            Axes axes,
            HttpServletRequest request,
            Actor actor) {
        var typed = MatterPage.Typed.all("closure", request);
        if (step.equals("keep")) {
            return act(
                    reference,
                    typed,
                    "desk.classified",
                    it -> triage.classify(it, axes.classification(), Seen.moment(seen), actor),
                    actor);
        }
        return act(
                reference,
                typed,
                "desk.closed",
                it -> triage.close(it, new Closure(outcome, lessons, axes.classification()), Seen.moment(seen), actor),
                actor);
    }

    @PostMapping("/reopening")
    Object reopen(@PathVariable String reference, Actor actor) {
        return act(reference, "reopening", "", "desk.reopened", it -> triage.reopen(it, actor), actor);
    }

    @PostMapping("/merger")
    Object merge(@PathVariable String reference, @RequestParam(defaultValue = "") String into, Actor actor) {
        return act(
                reference, "merger", "", "desk.merged", it -> triage.merge(it, desk.show(into, actor), actor), actor);
    }

    private Object act(String reference, String form, String text, String said, Consumer<Matter> verb, Actor actor) {
        return act(reference, new MatterPage.Typed(form, text, FormErrors.none()), said, verb, actor);
    }

    private Object act(String reference, MatterPage.Typed before, String said, Consumer<Matter> verb, Actor actor) {
        var matter = desk.show(reference, actor);
        triage.enter(actor);
        try {
            verb.accept(matter);
            return Redirect.to(matter.path()).saying(said);
        } catch (RuleBroken refusal) {
            var typed = before.refused(FormErrors.of(refusal));
            var fresh = desk.show(reference, actor);
            return new Page("desk/show", pages.page(fresh, typed, actor)).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }
}
