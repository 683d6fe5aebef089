package noroshi.insight.web;

import java.util.List;
import java.util.UUID;
import noroshi.insight.OrganisationReach;
import noroshi.insight.Reach;
import noroshi.shared.Actor;
import noroshi.site.Page;
import noroshi.site.Ui;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who has opened what, organisation by organisation. */
@Controller
@RequestMapping("/insight")
class ReachController {
    private final Reach reach;
    private final Periods periods;
    private final ReachPages pages;

    ReachController(Reach reach, Periods periods, ReachPages pages) {
        this.reach = reach;
        this.periods = periods;
        this.pages = pages;
    }

    /** Which organisations to show, as the address says it. */
    record Filter(String show, String category, String sector) {
        boolean silent() {
            return show.equals("silent");
        }

        /** Those of the wanted kinds, the silent ones alone where they are asked for. */
        List<OrganisationReach> of(List<OrganisationReach> all) {
            return kinds(all).stream().filter(row -> !silent() || row.silent()).toList();
        }

        List<OrganisationReach> kinds(List<OrganisationReach> all) {
            return all.stream()
                    .filter(row -> category.isEmpty() || row.is(category))
                    .filter(row -> sector.isEmpty() || row.is(sector))
                    .toList();
        }
    }

    @GetMapping("/reach")
    Page list(
            @ModelAttribute PeriodForm form,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String sector,
            @RequestParam(defaultValue = "1") int page,
            Actor actor) {
        var chosen = periods.choose(form, actor);
        var all = reach.organisations(chosen.period(), actor);
        return new Page("insight/reach", pages.list(chosen, all, new Filter(show, category, sector), page));
    }

    @GetMapping({"/reach.csv", "/reach.xlsx"})
    ResponseEntity<byte[]> export(
            @ModelAttribute PeriodForm form,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String sector,
            Actor actor) {
        var chosen = periods.choose(form, actor);
        var all = reach.organisations(chosen.period(), actor);
        return Tables.reach(new Filter(show, category, sector).of(all))
                .as("reach-" + chosen.period().from() + "-" + chosen.period().to(), Ui.path());
    }

    @GetMapping("/reach/{id}")
    Page organisation(
            @PathVariable UUID id,
            @ModelAttribute PeriodForm form,
            @RequestParam(defaultValue = "") String show,
            Actor actor) {
        var chosen = periods.choose(form, actor);
        return new Page(
                "insight/organisation",
                pages.organisation(chosen, reach.organisation(id, chosen.period(), actor), show));
    }

    @GetMapping({"/reach/{id}/bulletins.csv", "/reach/{id}/bulletins.xlsx"})
    ResponseEntity<byte[]> bulletins(
            @PathVariable UUID id,
            @ModelAttribute PeriodForm form,
            @RequestParam(defaultValue = "") String show,
            Actor actor) {
        var chosen = periods.choose(form, actor);
        return Tables.organisation(pages.organisation(chosen, reach.organisation(id, chosen.period(), actor), show))
                .as(
                        "bulletins-" + chosen.period().from() + "-"
                                + chosen.period().to(),
                        Ui.path());
    }
}
