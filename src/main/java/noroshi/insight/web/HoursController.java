package noroshi.insight.web;

import java.time.DayOfWeek;
import noroshi.insight.Reach;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.site.Page;
import noroshi.site.Ui;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** At which hours people read. */
@Controller
@RequestMapping("/insight")
class HoursController {
    private final Reach reach;
    private final Periods periods;

    HoursController(Reach reach, Periods periods) {
        this.reach = reach;
        this.periods = periods;
    }

    @GetMapping("/hours")
    Page show(@ModelAttribute PeriodForm form, Actor actor) {
        return new Page("insight/hours", page(form, actor));
    }

    @GetMapping({"/hours.csv", "/hours.xlsx"})
    ResponseEntity<byte[]> export(@ModelAttribute PeriodForm form, Actor actor) {
        var page = page(form, actor);
        var period = page.chosen().period();
        return Tables.hours(page).as("hours-" + period.from() + "-" + period.to(), Ui.path());
    }

    /** The topics behind one number. */
    @GetMapping("/hours/{weekday}/{hour}")
    Page hour(@PathVariable int weekday, @PathVariable int hour, @ModelAttribute PeriodForm form, Actor actor) {
        return new Page("insight/hour", within(weekday, hour, form, actor));
    }

    @GetMapping({"/hours/{weekday}/{hour}/list.csv", "/hours/{weekday}/{hour}/list.xlsx"})
    ResponseEntity<byte[]> hourToTake(
            @PathVariable int weekday, @PathVariable int hour, @ModelAttribute PeriodForm form, Actor actor) {
        var page = within(weekday, hour, form, actor);
        var period = page.chosen().period();
        return Tables.hour(page)
                .as("hour-" + weekday + "-" + hour + "-" + period.from() + "-" + period.to(), Ui.path());
    }

    private HourPage within(int weekday, int hour, PeriodForm form, Actor actor) {
        if (weekday < 1 || weekday > 7 || hour < 0 || hour > 23) {
            throw new NotFound();
        }
        var chosen = periods.choose(form, actor);
        var day = DayOfWeek.of(weekday);
        return new HourPage(chosen, day, hour, reach.within(chosen.period(), day, hour, actor));
    }

    private HoursPage page(PeriodForm form, Actor actor) {
        var chosen = periods.choose(form, actor);
        return new HoursPage(chosen, reach.hours(chosen.period(), actor));
    }
}
