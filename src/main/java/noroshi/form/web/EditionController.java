package noroshi.form.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import noroshi.form.Form;
import noroshi.form.FormEdition;
import noroshi.form.FormEditions;
import noroshi.form.Papers;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.Step;
import noroshi.site.Ui;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk keeps the offices' forms: editions as they were, and the draft of the next. */
@Controller
@RequestMapping("/desk/forms")
class EditionController {
    private static final String HERE = "/desk/forms";

    private final FormEditions editions;
    private final Papers papers;

    EditionController(FormEditions editions, Papers papers) {
        this.editions = editions;
        this.papers = papers;
    }

    @GetMapping
    Page list(Actor actor) {
        return new Page(
                "form/editions",
                new EditionsPage(
                        editions.forms(actor).stream()
                                .map(form -> new EditionsPage.Line(form, editions.of(form.code(), actor)))
                                .toList(),
                        List.of(
                                new Step(Ui.text("desk.nav"), "/desk", false),
                                new Step(Ui.text("form.editions"), HERE, true))));
    }

    @GetMapping("/{form}")
    Page form(@PathVariable String form, @RequestParam(defaultValue = "") String code, Actor actor) {
        var typed = draft(form, actor).stream()
                .flatMap(it -> editions.fields(form, it.number(), actor).stream())
                .filter(field -> field.code().equals(code))
                .findFirst()
                .orElse(KeepingPage.BLANK);
        return page(form, typed, "", "", FormErrors.none(), actor);
    }

    private List<FormEdition> draft(String form, Actor actor) {
        return editions.of(form, actor).stream().filter(FormEdition::draft).toList();
    }

    private Page page(String code, Form.Field typed, String note, String day, FormErrors errors, Actor actor) {
        var form = editions.form(code, actor);
        return new Page(
                "form/keeping",
                new KeepingPage(
                        form,
                        editions.of(code, actor),
                        draft(code, actor).stream()
                                .findFirst()
                                .map(it -> new KeepingPage.Draft(it, editions.fields(code, it.number(), actor))),
                        editions.sources(Ui.locale(), actor),
                        typed,
                        note,
                        day,
                        errors,
                        List.of(
                                new Step(Ui.text("desk.nav"), "/desk", false),
                                new Step(Ui.text("form.editions"), HERE, false),
                                new Step(form.name(Ui.locale()), HERE + "/" + code, true))));
    }

    /** An edition and what it looks like, filled with an example; the draft too, before it is sent. */
    @GetMapping("/{form}/{edition}")
    Page show(@PathVariable String form, @PathVariable String edition, Actor actor) {
        var it = editions.edition(form, number(edition), actor);
        var name = editions.form(form, actor).name(Ui.locale());
        return new Page(
                "form/edition",
                new EditionPage(
                        it,
                        editions.fields(form, it.number(), actor),
                        editions.sources(Ui.locale(), actor),
                        editions.example(form, it.number(), Ui.locale(), actor),
                        List.of(
                                new Step(Ui.text("desk.nav"), "/desk", false),
                                new Step(Ui.text("form.editions"), HERE, false),
                                new Step(name, HERE + "/" + form, false),
                                new Step(
                                        Ui.text("form.edition.number", it.number()),
                                        HERE + "/" + form + "/" + it.number(),
                                        true))));
    }

    @GetMapping("/{form}/{edition}.pdf")
    ResponseEntity<byte[]> paper(@PathVariable String form, @PathVariable String edition, Actor actor) {
        var number = number(edition);
        var example = editions.example(form, number, Ui.locale(), actor);
        var name = ContentDisposition.attachment()
                .filename(form + "-" + number + ".pdf")
                .build()
                .toString();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, name)
                .body(papers.pdf(example, Ui.locale()));
    }

    private static int number(String edition) {
        if (!edition.matches("[1-9][0-9]{0,8}")) {
            throw new NotFound();
        }
        return Integer.parseInt(edition);
    }

    @PostMapping("/{form}/draft")
    Object begin(@PathVariable String form, Actor actor) {
        editions.begin(form, actor);
        return Redirect.to(HERE + "/" + form).saying("form.begun");
    }

    @DeleteMapping("/{form}/draft")
    Object discard(@PathVariable String form, @RequestParam(defaultValue = "0") int expected, Actor actor) {
        return act(form, () -> editions.discard(form, expected, actor), "form.discarded", KeepingPage.BLANK, actor);
    }

    @PostMapping("/{form}/draft/fields")
    Object put(
            @PathVariable String form,
            @RequestParam(defaultValue = "0") int expected,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String labelJa,
            @RequestParam(defaultValue = "") String labelEn,
            @RequestParam(defaultValue = "") String source,
            Actor actor) {
        var typed = new Form.Field(code.strip(), labelJa.strip(), labelEn.strip(), source);
        return act(form, () -> editions.put(form, typed, expected, actor), "form.field.put", typed, actor);
    }

    @DeleteMapping("/{form}/draft/fields")
    Object retire(
            @PathVariable String form,
            @RequestParam(defaultValue = "0") int expected,
            @RequestParam(defaultValue = "") String code,
            Actor actor) {
        return act(
                form,
                () -> editions.retire(form, code, expected, actor),
                "form.field.retired",
                KeepingPage.BLANK,
                actor);
    }

    @PostMapping("/{form}/draft/order")
    Object move(
            @PathVariable String form,
            @RequestParam(defaultValue = "0") int expected,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "false") boolean up,
            Actor actor) {
        return act(
                form,
                () -> editions.move(form, code, up, expected, actor),
                "form.field.moved",
                KeepingPage.BLANK,
                actor);
    }

    @PostMapping("/{form}/draft/sending")
    Object send(
            @PathVariable String form,
            @RequestParam(defaultValue = "0") int expected,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String day,
            Actor actor) {
        try {
            editions.send(form, note, day(day), expected, actor);
            return Redirect.to(HERE + "/" + form).saying("form.sent");
        } catch (RuleBroken refusal) {
            return page(form, KeepingPage.BLANK, note, day, FormErrors.of(refusal), actor)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static LocalDate day(String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException malformed) {
            throw new RuleBroken("form.day");
        }
    }

    private Object act(String form, Runnable work, String saying, Form.Field typed, Actor actor) {
        try {
            work.run();
            return Redirect.to(HERE + "/" + form).saying(saying);
        } catch (RuleBroken refusal) {
            return page(form, typed, "", "", FormErrors.of(refusal), actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }
}
