package noroshi.insight.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.insight.web.FigureList.Cell;
import noroshi.membership.Members;
import noroshi.membership.PersonName;
import noroshi.shared.Actor;
import noroshi.site.Page;
import noroshi.site.SiteSettings;
import noroshi.site.Ui;
import noroshi.topic.Contribution;
import noroshi.topic.Contribution.What;
import noroshi.topic.Contributions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Trust is give and take: everybody sees their own, nobody that of others. */
@Controller
@RequestMapping("/insight/give-and-take")
class GiveAndTakeController {
    private final Contributions contributions;
    private final Members members;
    private final Periods periods;
    private final SiteSettings site;

    GiveAndTakeController(Contributions contributions, Members members, Periods periods, SiteSettings site) {
        this.contributions = contributions;
        this.members = members;
        this.periods = periods;
        this.site = site;
    }

    @GetMapping
    Page show(@ModelAttribute PeriodForm form, Actor actor) {
        var chosen = periods.choose(form, actor);
        var mine = contributions.mine(from(chosen), until(chosen), actor);
        return new Page("insight/give_and_take", new GiveAndTakePage(chosen, mine));
    }

    /** What one of the numbers counts. */
    @GetMapping({"/counted", "/counted.csv", "/counted.xlsx"})
    Object counted(
            @ModelAttribute PeriodForm form,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "1") int page,
            Actor actor) {
        var chosen = periods.choose(form, actor);
        var measure = Arrays.stream(What.values())
                .filter(each -> each.name().equals(what.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(What.POSTS);
        var parts = contributions.of(measure, from(chosen), until(chosen), actor);
        var readers = measure == What.READERS;
        var names = members.names(
                parts.stream().flatMap(each -> each.person().stream()).toList());
        var number = readers
                ? parts.size()
                : parts.stream().mapToLong(Contribution::number).sum();
        return FigureLists.answer(
                chosen,
                new FigureLists.Words(
                        Ui.word("insight.gave-and-got", measure),
                        Ui.text("insight.waits.within", chosen.words(), number),
                        List.of(
                                Ui.text(readers ? "insight.name" : "insight.topic"),
                                Ui.text(readers ? "insight.outside.topics" : "insight.gave-and-got.number"))),
                parts.stream()
                        .map(each -> List.of(named(each, names), Cell.number(each.number())))
                        .toList(),
                List.of("/insight/give-and-take/counted", chosen.at("") + "&what=" + measure.name()),
                List.of(),
                page);
    }

    private static Cell named(Contribution part, Map<UUID, PersonName> names) {
        if (part.person().isPresent()) {
            return Cell.of(Optional.ofNullable(names.get(part.person().get()))
                    .map(name -> name.in(Ui.locale()))
                    .orElseGet(() -> Ui.text("insight.viewers.unnamed")));
        }
        return part.topic()
                .map(topic -> Cell.link(part.title(), "/topics/" + topic))
                .orElseGet(() -> Cell.of(Ui.text("insight.shares.unnamed")));
    }

    private Instant from(Chosen chosen) {
        return chosen.period().from().atStartOfDay(site.tz()).toInstant();
    }

    private Instant until(Chosen chosen) {
        return chosen.period().to().plusDays(1).atStartOfDay(site.tz()).toInstant();
    }
}
