package noroshi.intel.cut.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.intel.cut.Attribution;
import noroshi.intel.cut.Cut;
import noroshi.intel.cut.Cuts;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
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

/** A person looks field by field at what is held back, and lets it out or not. */
@Controller
@RequestMapping("/intel/cuts")
class CutController {
    private static final int ROWS = 50;

    private final Cuts cuts;
    private final Members members;

    CutController(Cuts cuts, Members members) {
        this.cuts = cuts;
        this.members = members;
    }

    @GetMapping
    Page list(@RequestParam Optional<UUID> recipient, @RequestParam(defaultValue = "1") int page, Actor actor) {
        return list(recipient, page, FormErrors.none(), actor);
    }

    @PostMapping("/kept")
    Object keepBack(
            @RequestParam(defaultValue = "") Set<UUID> cut, @RequestParam Optional<UUID> recipient, Actor actor) {
        try {
            cuts.keepBack(cut, actor);
            return Redirect.to(recipient.map(CutsPage::address).orElse("/intel/cuts"))
                    .saying("cut.kept-back");
        } catch (RuleBroken refusal) {
            return list(recipient, 1, FormErrors.none().and("", refusal.key(), refusal.arguments()), actor)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Page list(Optional<UUID> recipient, int page, FormErrors errors, Actor actor) {
        var found = cuts.list(recipient, new Window(Window.page(page, ROWS).offset(), ROWS + 1), actor);
        var rows = found.stream().limit(ROWS).toList();
        var open = rows.stream()
                .filter(cut -> cut.answer().isEmpty() && cuts.mayRelease(cut, actor))
                .map(Cut::id)
                .collect(Collectors.toSet());
        return new Page(
                "intel/cuts",
                new CutsPage(
                        rows,
                        open,
                        recipient,
                        Math.max(page, 1),
                        found.size() > ROWS,
                        cuts.attribution(actor),
                        cuts.following(actor),
                        Cuts.speaks(actor),
                        errors));
    }

    @PostMapping("/attribution")
    Redirect choose(@RequestParam Attribution choice, Actor actor) {
        cuts.choose(choice, actor);
        return Redirect.to("/intel/cuts").saying("cut.attribution.chosen");
    }

    @GetMapping("/{id}")
    Page show(@PathVariable UUID id, Actor actor) {
        return page(id, List.of(), FormErrors.none(), actor);
    }

    @PostMapping("/{id}")
    Object release(@PathVariable UUID id, @RequestParam(defaultValue = "") List<String> field, Actor actor) {
        try {
            cuts.release(id, field, actor);
            return Redirect.to("/intel/cuts/" + id).saying("cut.answered");
        } catch (RuleBroken refusal) {
            return page(id, field, FormErrors.none().and("field", refusal.key(), refusal.arguments()), actor)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Page page(UUID id, List<String> ticked, FormErrors errors, Actor actor) {
        var cut = cuts.show(id, actor);
        return new Page("intel/cut", new CutPage(cut, source(cut, actor), cuts.mayRelease(cut, actor), ticked, errors));
    }

    private String source(Cut cut, Actor actor) {
        return cuts.named(cut, actor)
                ? members.organisations(List.of(cut.source())).values().stream()
                        .map(name -> name.in(Ui.locale()))
                        .findFirst()
                        .orElse("")
                : "";
    }
}
