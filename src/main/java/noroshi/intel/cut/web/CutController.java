package noroshi.intel.cut.web;

import java.util.List;
import java.util.UUID;
import noroshi.intel.cut.Attribution;
import noroshi.intel.cut.Cut;
import noroshi.intel.cut.Cuts;
import noroshi.membership.Members;
import noroshi.shared.Actor;
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

/** A person looks field by field at what is held back, and lets it out or not. */
@Controller
@RequestMapping("/intel/cuts")
class CutController {
    private final Cuts cuts;
    private final Members members;

    CutController(Cuts cuts, Members members) {
        this.cuts = cuts;
        this.members = members;
    }

    @GetMapping
    Page list(Actor actor) {
        return new Page(
                "intel/cuts",
                new CutsPage(cuts.list(actor), cuts.attribution(actor), cuts.following(actor), Cuts.speaks(actor)));
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
