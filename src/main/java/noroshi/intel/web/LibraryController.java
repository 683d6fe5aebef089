package noroshi.intel.web;

import java.io.IOException;
import java.util.Optional;
import noroshi.intel.Imports;
import noroshi.intel.IntelLibrary;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The list of bundles, and bringing another one. */
@Controller
class LibraryController {
    private static final int ROWS = 30;

    /** Bytes of a file that is read while its sender waits. */
    private static final int AT_ONCE = 10 * 1024 * 1024;

    private final IntelLibrary library;

    private final Imports imports;

    private final Importers importers;

    LibraryController(IntelLibrary library, Imports imports, Importers importers) {
        this.library = library;
        this.imports = imports;
        this.importers = importers;
    }

    @GetMapping("/intel")
    Page list(@RequestParam(defaultValue = "1") int page, Actor actor) {
        return list(Pages.of(page, ROWS), ImportForm.empty(), FormErrors.none(), actor);
    }

    @PostMapping("/intel/bundles")
    Object bring(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String tlp,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String reason,
            Actor actor)
            throws IOException {
        actor.require(Role.EDITOR, Role.ADMINISTRATOR);
        var form = new ImportForm(tlp, source, reason);
        if (file == null || file.isEmpty()) {
            return again(form, FormErrors.none().and("file", "intel.file.missing"), actor);
        }
        try {
            return bring(file, form, actor);
        } catch (RuleBroken refusal) {
            var field = refusal.key().startsWith("intel.permission") ? "source" : "file";
            return again(form, FormErrors.none().and(field, refusal.key(), refusal.arguments()), actor);
        }
    }

    private Redirect bring(MultipartFile file, ImportForm form, Actor actor) throws IOException {
        var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        if (file.getSize() > AT_ONCE) {
            try (var content = file.getInputStream()) {
                return Redirect.to("/intel/imports/" + imports.bring(content, name, form.permission(), false, actor));
            }
        }
        var report = library.importBundle(file.getBytes(), name, form.permission(), actor);
        var there = Redirect.to("/intel/bundles/" + report.bundle() + (report.complete() ? "" : "?show=refused"));
        return report.again()
                ? there.saying("intel.imported-again")
                : there.saying("intel.imported", report.taken(), report.known(), report.refused());
    }

    private Page again(ImportForm form, FormErrors errors, Actor actor) {
        return list(Pages.of(1, ROWS), form, errors, actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Page list(Pages pages, ImportForm form, FormErrors errors, Actor actor) {
        var found = library.bundles(pages.window(), actor);
        var shown = pages.shown(found);
        var names = importers.of(shown);
        var rows = shown.stream()
                .map(bundle -> new LibraryPage.Row(bundle, names.getOrDefault(bundle.importedBy(), "")))
                .toList();
        return new Page(
                "intel/list",
                new LibraryPage(
                        rows,
                        pages.number(),
                        pages.more(found),
                        IntelLibrary.mayImport(actor),
                        imports.largest(),
                        form,
                        errors));
    }
}
