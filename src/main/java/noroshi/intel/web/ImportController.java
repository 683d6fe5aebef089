package noroshi.intel.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import noroshi.intel.Import;
import noroshi.intel.Imports;
import noroshi.intel.IntelLibrary;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.Sheet;
import noroshi.site.Ui;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A large file on its way into the library: how far it is, and what became of each part of it. */
@Controller
class ImportController {
    private final Imports imports;

    private final IntelLibrary library;

    ImportController(Imports imports, IntelLibrary library) {
        this.imports = imports;
        this.library = library;
    }

    @GetMapping("/intel/imports/{id}")
    Page show(@PathVariable UUID id, Actor actor) {
        return page(imports.show(id, actor), ImportForm.empty(), FormErrors.none());
    }

    @PostMapping("/intel/imports/{id}")
    Object take(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String tlp,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        var form = new ImportForm(tlp, source, reason);
        try {
            imports.take(id, form.permission(), actor);
            return Redirect.to("/intel/imports/" + id);
        } catch (RuleBroken refusal) {
            var field = refusal.key().startsWith("intel.permission") ? "source" : "";
            var errors = FormErrors.none().and(field, refusal.key(), refusal.arguments());
            return page(imports.show(id, actor), form, errors).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @DeleteMapping("/intel/imports/{id}")
    Redirect discard(@PathVariable UUID id, Actor actor) {
        imports.discard(id, actor);
        return Redirect.to("/intel/drop").saying("drop.discarded");
    }

    /** Everything that was refused, with the reason. */
    @GetMapping({"/intel/bundles/{id}/refusals.csv", "/intel/bundles/{id}/refusals.xlsx"})
    ResponseEntity<byte[]> refusals(@PathVariable UUID id, Actor actor) {
        var bundle = library.bundle(id, actor);
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(Ui.text("intel.position"), Ui.text("intel.object"), Ui.text("intel.why")));
        library.refusals(id, actor)
                .forEach(each -> rows.add(List.of(
                        Integer.toString(each.position()),
                        each.stixId(),
                        Ui.text(each.reason().key(), each.reason().arguments().toArray()))));
        return new Sheet(rows).as("refusals-" + bundle.id(), Ui.path());
    }

    private static Page page(Import now, ImportForm form, FormErrors errors) {
        return new Page("intel/import", new ImportPage(now, form, errors));
    }
}
