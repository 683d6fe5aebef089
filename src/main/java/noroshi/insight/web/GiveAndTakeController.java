package noroshi.insight.web;

import noroshi.shared.Actor;
import noroshi.site.Page;
import noroshi.site.SiteSettings;
import noroshi.topic.Contributions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Trust is give and take: everybody sees their own, nobody that of others. */
@Controller
class GiveAndTakeController {
    private final Contributions contributions;
    private final Periods periods;
    private final SiteSettings site;

    GiveAndTakeController(Contributions contributions, Periods periods, SiteSettings site) {
        this.contributions = contributions;
        this.periods = periods;
        this.site = site;
    }

    @GetMapping("/insight/give-and-take")
    Page show(@ModelAttribute PeriodForm form, Actor actor) {
        var chosen = periods.choose(form, actor);
        var from = chosen.period().from().atStartOfDay(site.tz()).toInstant();
        var until = chosen.period().to().plusDays(1).atStartOfDay(site.tz()).toInstant();
        return new Page("insight/give_and_take", new GiveAndTakePage(chosen, contributions.mine(from, until, actor)));
    }
}
