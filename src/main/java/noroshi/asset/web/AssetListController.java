package noroshi.asset.web;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import noroshi.asset.AssetLists;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Many assets at once: brought, shown, and then registered whole or thrown away. */
@Controller
@RequestMapping("/assets/import")
class AssetListController {
    private final AssetLists lists;

    AssetListController(AssetLists lists) {
        this.lists = lists;
    }

    @GetMapping
    Page form(Actor actor) {
        AssetController.requireRight(actor);
        return new Page("asset/import", ImportPage.empty());
    }

    @PostMapping
    Object bring(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String lines,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Actor actor)
            throws IOException {
        AssetController.requireRight(actor);
        try {
            var prepared = read(kind, lines, file, actor);
            return prepared.upload()
                    .<Object>map(id -> Redirect.to("/assets/import/" + id))
                    .orElseGet(() -> wrong(kind, lines, prepared));
        } catch (RuleBroken refusal) {
            var field = file == null || file.isEmpty() ? "lines" : "file";
            var errors = FormErrors.none().and(field, refusal.key(), refusal.arguments());
            return again(new ImportPage(kind, lines, List.of(), 0, 0, errors));
        }
    }

    private AssetLists.Prepared read(String kind, String lines, @Nullable MultipartFile file, Actor actor)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return lists.paste(lines, AssetForm.kind(kind), actor);
        }
        var name = file.getOriginalFilename();
        return lists.bring(name == null ? "" : name, file.getBytes(), AssetForm.kind(kind), actor);
    }

    private static Page wrong(String kind, String lines, AssetLists.Prepared prepared) {
        var bad = prepared.sheet().bad();
        var errors = FormErrors.none().and("lines", "asset.lines-wrong", bad.size());
        return again(new ImportPage(
                kind,
                lines,
                bad.subList(0, Math.min(ImportPage.SHOWN, bad.size())),
                bad.size(),
                prepared.sheet().good().size(),
                errors));
    }

    private static Page again(ImportPage page) {
        return new Page("asset/import", page).with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/{upload}")
    Page preview(@PathVariable UUID upload, Actor actor) {
        return new Page("asset/preview", new PreviewPage(lists.preview(upload, actor)));
    }

    @PostMapping("/{upload}")
    Redirect register(@PathVariable UUID upload, Actor actor) {
        var added = lists.register(upload, actor);
        return Redirect.to("/assets?show=waiting").saying("asset.list-asked", added);
    }

    @DeleteMapping("/{upload}")
    Redirect discard(@PathVariable UUID upload, Actor actor) {
        lists.discard(upload, actor);
        return Redirect.to("/assets/import").saying("asset.list-discarded");
    }
}
