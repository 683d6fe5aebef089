package noroshi.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import noroshi.desk.Asked;
import noroshi.desk.Channel;
import noroshi.desk.Chronologies;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Links;
import noroshi.desk.Matter;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.Ui;
import noroshi.topic.Draft;
import noroshi.topic.Drafts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A member reports or asks; or the desk writes down what a member said. */
@Controller
class AskController {
    private static final String FORM = "matter";

    private final ConsultationDesk desk;
    private final Drafts drafts;
    private final AskPages pages;
    private final Links links;
    private final Chronologies chronologies;

    AskController(ConsultationDesk desk, Drafts drafts, AskPages pages, Links links, Chronologies chronologies) {
        this.chronologies = chronologies;
        this.desk = desk;
        this.links = links;
        this.drafts = drafts;
        this.pages = pages;
    }

    @GetMapping("/desk/new")
    Page ask(@RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String split, Actor actor) {
        if (!split.isEmpty() && desk.staff(actor)) {
            return pages.page(form(desk.show(split, actor)), Optional.empty(), FormErrors.none(), actor);
        }
        var draft = drafts.find(FORM, Optional.empty(), actor);
        var form = draft.map(it -> DeskForm.of(it.fields()))
                .orElseGet(() -> DeskForm.blank().with("kind", kind));
        return pages.page(form, draft.map(Draft::savedAt), FormErrors.none(), actor);
    }

    @PostMapping("/desk")
    Object report(
            HttpServletRequest request,
            @RequestParam(defaultValue = "send") String step,
            @RequestParam(required = false) List<MultipartFile> files,
            Actor actor)
            throws IOException {
        var form = DeskForm.read(request);
        try {
            return switch (step) {
                case "keep" -> keep(form, !Uploads.read(files).isEmpty(), actor);
                case "parties" -> pages.page(form, Optional.empty(), FormErrors.none(), actor);
                default -> send(form, files, actor);
            };
        } catch (RuleBroken refusal) {
            return again(form, FormErrors.of(refusal), actor);
        }
    }

    private Object send(DeskForm form, List<MultipartFile> files, Actor actor) throws IOException {
        var asked = desk.asked(form.edition(), actor);
        var errors = lacking(form, asked);
        if (errors.any()) {
            return again(form, errors, actor);
        }
        var matter = form.matter(asked, Uploads.read(files), actor.organisation());
        if (form.report() && !pages.unseen(form, actor).isEmpty()) {
            return again(form, FormErrors.none().and("recipient", "desk.parties-unseen"), actor);
        }
        var times = TimesPart.of(chronologies.ofReport(matter, actor));
        if (matter.files().isEmpty() && times.news(form.value("knowing"))) {
            return pages.page(form, times, actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var split = form.value("split");
        var reference = split.isEmpty()
                ? desk.report(matter, Ui.locale(), actor)
                : links.split(desk.show(split, actor), matter, Ui.locale(), actor);
        drafts.find(FORM, Optional.empty(), actor)
                .filter(draft -> split.isEmpty()
                        && DeskForm.of(draft.fields()).value("once").equals(form.value("once")))
                .ifPresent(draft -> drafts.discard(draft.id(), actor));
        return Redirect.to("/desk/" + reference).saying("desk.sent", reference);
    }

    /** Everything at once, each beside its field. */
    private static FormErrors lacking(DeskForm form, Asked asked) {
        var errors = FormErrors.none();
        for (var each : form.lacking(asked).entrySet()) {
            errors = errors.and(each.getKey(), each.getValue());
        }
        for (var question : form.missing(asked)) {
            errors = errors.and(DeskForm.field(question), "desk.answer-missing", question.label(Ui.locale()));
        }
        return errors;
    }

    /** A part of a matter becomes one of its own: the desk writes it down for the same organisation. */
    private static DeskForm form(Matter matter) {
        return DeskForm.blank()
                .with("split", matter.reference())
                .with("kind", matter.kind().name())
                .with("title", matter.title())
                .with("hidden", matter.hidden() ? "true" : "")
                .with("tlp", matter.tlp().name())
                .with("system", matter.system().orElse(""))
                .with("channel", Channel.INTERNAL.name())
                .with(
                        "organisation",
                        matter.reporter()
                                .map(it -> it.organisation().toString())
                                .orElse(""));
    }

    /** A draft holds no files: whoever chose some stays on the form and is told so. */
    private Object keep(DeskForm form, boolean files, Actor actor) {
        drafts.keep(FORM, Optional.empty(), form.kept(), actor);
        if (files) {
            var kept = drafts.find(FORM, Optional.empty(), actor).map(Draft::savedAt);
            return pages.page(form, kept, FormErrors.none(), actor);
        }
        return Redirect.to("/desk/new").saying("desk.kept");
    }

    @DeleteMapping("/desk/new")
    Redirect discard(Actor actor) {
        drafts.find(FORM, Optional.empty(), actor).ifPresent(draft -> drafts.discard(draft.id(), actor));
        return Redirect.to("/desk/new").saying("desk.discarded");
    }

    private Page again(DeskForm form, FormErrors errors, Actor actor) {
        return pages.page(form, Optional.empty(), errors, actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
