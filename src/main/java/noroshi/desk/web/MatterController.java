package noroshi.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.desk.Chronologies;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Macros;
import noroshi.desk.Matter;
import noroshi.desk.Question;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.Ui;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A matter is read, told further, talked about, confirmed and taken back. */
@Controller
@RequestMapping("/desk/{reference}")
class MatterController {
    private final ConsultationDesk desk;
    private final Reading reading;
    private final MatterPages pages;
    private final Macros macros;
    private final Chronologies chronologies;

    MatterController(
            ConsultationDesk desk, Reading reading, MatterPages pages, Macros macros, Chronologies chronologies) {
        this.chronologies = chronologies;
        this.macros = macros;
        this.desk = desk;
        this.reading = reading;
        this.pages = pages;
    }

    @GetMapping
    Page show(
            @PathVariable String reference,
            @RequestParam Optional<UUID> macro,
            HttpServletRequest request,
            Actor actor) {
        var typed = macro.filter(_ -> desk.staff(actor))
                .flatMap(id -> macros.all(actor).stream()
                        .filter(it -> it.id().equals(id))
                        .findFirst())
                .map(it -> new MatterPage.Typed("answer", it.body(), FormErrors.none()))
                .orElse(MatterPage.Typed.NOTHING);
        return page(reading.open(reference, request, actor), typed, actor);
    }

    private Page page(Matter matter, MatterPage.Typed typed, Actor actor) {
        return new Page("desk/show", pages.page(matter, typed, actor));
    }

    @PostMapping("/comments")
    Object say(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(required = false) List<MultipartFile> files,
            Actor actor)
            throws IOException {
        try {
            var comment = desk.say(reference, body, Uploads.read(files), actor);
            return Redirect.to("/desk/" + reference + "#c-" + comment).saying("desk.said");
        } catch (RuleBroken refusal) {
            return again(reference, "comment", body, refusal, actor);
        }
    }

    private Page again(String reference, String form, String text, RuleBroken refusal, Actor actor) {
        var typed = new MatterPage.Typed(form, text, FormErrors.of(refusal));
        return page(desk.show(reference, actor), typed, actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/update")
    Page tell(@PathVariable String reference, HttpServletRequest request, Actor actor) {
        var matter = reading.open(reference, request, actor);
        if (!desk.tells(matter, actor)) {
            throw new NotAllowed();
        }
        var form = UpdateForms.of(matter, desk.telling(matter.topic(), actor), parts(matter, actor));
        return new Page(
                "desk/update",
                new UpdatePage(matter, form, asked(matter, actor), TimesPart.NOTHING, FormErrors.none()));
    }

    /** A matter goes on with the questions it began with. */
    private List<Question> asked(Matter matter, Actor actor) {
        return desk.asked(Optional.of(matter.edition()), actor).questions();
    }

    private java.util.Map<noroshi.desk.Side, noroshi.desk.Telling> parts(Matter matter, Actor actor) {
        var tellings = new java.util.EnumMap<noroshi.desk.Side, noroshi.desk.Telling>(noroshi.desk.Side.class);
        desk.parts(matter, actor).forEach((side, topic) -> tellings.put(side, desk.telling(topic, actor)));
        return tellings;
    }

    @PostMapping("/updates")
    Object update(
            @PathVariable String reference,
            HttpServletRequest request,
            @RequestParam(required = false) List<MultipartFile> files,
            Actor actor)
            throws IOException {
        var form = DeskForm.read(request);
        var matter = desk.show(reference, actor);
        var questions = asked(matter, actor);
        try {
            var update = form.update(questions, Uploads.read(files));
            var times = TimesPart.of(chronologies.ofUpdate(matter, update, actor));
            if (update.files().isEmpty() && times.news(form.value("knowing"))) {
                return again(new UpdatePage(matter, form, questions, times, FormErrors.none()));
            }
            desk.update(reference, update, Ui.locale(), actor);
            return Redirect.to("/desk/" + reference).saying("desk.updated");
        } catch (RuleBroken refusal) {
            var now = desk.show(reference, actor);
            return again(new UpdatePage(now, form, questions, TimesPart.NOTHING, FormErrors.of(refusal)));
        }
    }

    private static Page again(UpdatePage page) {
        return new Page("desk/update", page).with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/confirmation")
    Redirect confirm(@PathVariable String reference, Actor actor) {
        desk.confirm(reference, actor);
        return Redirect.to("/desk/" + reference).saying("desk.confirmed");
    }

    @PostMapping("/withdrawal")
    Object withdraw(@PathVariable String reference, @RequestParam(defaultValue = "") String reason, Actor actor) {
        try {
            desk.withdraw(reference, reason, actor);
            return Redirect.to("/desk/" + reference).saying("desk.withdrawn");
        } catch (RuleBroken refusal) {
            return again(reference, "withdrawal", reason, refusal, actor);
        }
    }
}
