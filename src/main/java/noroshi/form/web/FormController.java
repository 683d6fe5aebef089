package noroshi.form.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Status;
import noroshi.form.FilledForm;
import noroshi.form.Forms;
import noroshi.form.Papers;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.site.Csv;
import noroshi.site.Page;
import noroshi.site.Step;
import noroshi.site.Ui;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Forms of a matter leave as paper and as data. */
@Controller
@RequestMapping("/desk/{reference}/forms")
class FormController {
    private final ConsultationDesk desk;
    private final Forms forms;
    private final Papers papers;

    FormController(ConsultationDesk desk, Forms forms, Papers papers) {
        this.desk = desk;
        this.forms = forms;
        this.papers = papers;
    }

    @GetMapping
    Page list(@PathVariable String reference, Actor actor) {
        var matter = desk.show(reference, actor);
        if (matter.status() == Status.WITHDRAWN) {
            throw new NotFound();
        }
        return new Page(
                "form/list",
                new FormsPage(
                        matter,
                        forms.all(actor),
                        List.of(
                                new Step(Ui.text("desk.nav"), "/desk", false),
                                new Step(matter.reference(), matter.path(), false),
                                new Step(Ui.text("form.name"), matter.path() + "/forms", true))));
    }

    @GetMapping("/{form}.pdf")
    ResponseEntity<byte[]> paper(
            @PathVariable String reference, @PathVariable String form, HttpServletRequest request, Actor actor) {
        var filled = fill(reference, form, "pdf", request, actor);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, name(filled, "pdf"))
                .body(papers.pdf(filled, Ui.locale()));
    }

    @GetMapping("/{form}.csv")
    ResponseEntity<byte[]> table(
            @PathVariable String reference, @PathVariable String form, HttpServletRequest request, Actor actor) {
        var filled = fill(reference, form, "csv", request, actor);
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("TLP", filled.tlp().label()));
        filled.entries().forEach(entry -> rows.add(List.of(entry.label(), entry.value())));
        return new Csv(rows).as(filled.reference() + "-" + form + ".csv");
    }

    @GetMapping("/{form}.json")
    ResponseEntity<Map<String, Object>> data(
            @PathVariable String reference, @PathVariable String form, HttpServletRequest request, Actor actor) {
        var filled = fill(reference, form, "json", request, actor);
        var fields = new LinkedHashMap<String, String>();
        filled.entries().forEach(entry -> fields.put(entry.code(), entry.value()));
        var body = new LinkedHashMap<String, Object>();
        body.put("form", form);
        body.put("edition", filled.form().edition());
        body.put("reference", filled.reference());
        body.put("tlp", filled.tlp().label());
        body.put("at", filled.at().toString());
        body.put("fields", fields);
        body.put("notShared", filled.unseen());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, name(filled, "json"))
                .body(body);
    }

    /** HEAD looks without reading; a browser that fetches ahead gets no form and asks again later. */
    private FilledForm fill(String reference, String form, String as, HttpServletRequest request, Actor actor) {
        var ahead = request.getHeader("Sec-Purpose");
        if (ahead != null && ahead.contains("prefetch")) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
        var matter = desk.show(reference, actor);
        return request.getMethod().equals("HEAD")
                ? forms.look(matter, form, Ui.locale(), actor)
                : forms.fill(matter, form, as, Ui.locale(), actor);
    }

    private static String name(FilledForm filled, String ending) {
        return ContentDisposition.attachment()
                .filename(filled.reference() + "-" + filled.form().code() + "." + ending)
                .build()
                .toString();
    }
}
