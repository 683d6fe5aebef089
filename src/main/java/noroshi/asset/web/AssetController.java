package noroshi.asset.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import noroshi.asset.Asset;
import noroshi.asset.AssetFilter;
import noroshi.asset.AssetFilter.Show;
import noroshi.asset.AssetRegister;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import noroshi.site.Csv;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.Ui;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of one's own organisation, and one asset in it. */
@Controller
@RequestMapping("/assets")
class AssetController {
    private static final int AT_ONCE = 200;

    private final AssetRegister register;
    private final AssetPages pages;

    AssetController(AssetRegister register, AssetPages pages) {
        this.register = register;
        this.pages = pages;
    }

    @GetMapping
    Page list(
            @RequestParam Optional<UUID> organisation,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Actor actor) {
        return pages.list(filter(organisation, show, kind, q), page, actor);
    }

    /** Everything in force or waiting, as a list that can be brought back. */
    @GetMapping("/list.csv")
    ResponseEntity<byte[]> export(@RequestParam Optional<UUID> organisation, Actor actor) {
        var filter = filter(organisation, "", "", "");
        var table = new ArrayList<List<String>>();
        table.add(List.of(
                Ui.text("asset.column.kind"),
                Ui.text("asset.column.value"),
                Ui.text("asset.column.note"),
                Ui.text("asset.column.state"),
                Ui.text("asset.column.until")));
        for (int offset = 0; table.size() - 1 == offset; offset += AT_ONCE) {
            register.list(filter, new Window(offset, AT_ONCE), actor).forEach(asset -> table.add(row(asset)));
        }
        return new Csv(table).as("assets.csv");
    }

    private static List<String> row(Asset asset) {
        var until = asset.state() instanceof Asset.State.Registered it
                ? Ui.day(it.until()).toString()
                : "";
        return List.of(
                Ui.word("asset.kind", asset.kind()),
                asset.shown(),
                asset.note(),
                Ui.text(until.isEmpty() ? "asset.state.waiting" : "asset.state.registered"),
                until);
    }

    @GetMapping("/new")
    Page compose(Actor actor) {
        requireRight(actor);
        return new Page("asset/new", new NewAssetPage(AssetForm.EMPTY, FormErrors.none()));
    }

    @PostMapping
    Object register(@ModelAttribute AssetForm form, Actor actor) {
        try {
            var id = register.register(AssetForm.kind(form.kind()), form.value(), form.note(), actor);
            return Redirect.to("/assets/" + id).saying("asset.asked");
        } catch (RuleBroken refusal) {
            return new Page("asset/new", new NewAssetPage(form, AssetForm.errors(refusal)))
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/{id}")
    Page show(@PathVariable UUID id, Actor actor) {
        return pages.show(id, "", FormErrors.none(), actor);
    }

    @PostMapping("/{id}/renewal")
    Redirect renew(@PathVariable UUID id, Actor actor) {
        register.renew(id, actor);
        return Redirect.to("/assets/" + id).saying("asset.renewal-sent");
    }

    /** Everything of one's own that ends soon, or has ended. */
    @PostMapping("/renewal")
    Redirect renewAll(Actor actor) {
        var asked = register.renewAll(actor);
        return Redirect.to("/assets?show=" + (asked == 0 ? "expiring" : "waiting"))
                .saying(asked == 0 ? "asset.renewals-none" : "asset.renewal-sent");
    }

    @DeleteMapping("/{id}")
    Object remove(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Actor actor) {
        try {
            register.remove(id, reason, actor);
            return Redirect.to("/assets/" + id).saying("asset.removed");
        } catch (RuleBroken refusal) {
            var field = refusal.key().startsWith("asset.reason") ? "reason" : "";
            var errors = FormErrors.none().and(field, refusal.key(), refusal.arguments());
            return pages.show(id, reason, errors, actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    static void requireRight(Actor actor) {
        if (!AssetRegister.mayRegister(actor)) {
            throw new NotAllowed();
        }
    }

    private static AssetFilter filter(Optional<UUID> organisation, String show, String kind, String words) {
        var part = Arrays.stream(Show.values())
                .filter(it -> it.name().equals(show.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(Show.CURRENT);
        return new AssetFilter(organisation, part, AssetForm.kind(kind), words.strip());
    }
}
