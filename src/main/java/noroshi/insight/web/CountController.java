package noroshi.insight.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import noroshi.insight.Counted;
import noroshi.insight.Counts;
import noroshi.insight.Measure;
import noroshi.insight.Wait;
import noroshi.insight.web.FigureList.Cell;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.site.Step;
import noroshi.site.Ui;
import noroshi.topic.Level;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists behind the figures of the national picture. */
@Controller
@RequestMapping("/insight")
class CountController {
    private final Counts counts;
    private final Periods periods;
    private final Titles titles;

    CountController(Counts counts, Periods periods, Titles titles) {
        this.counts = counts;
        this.periods = periods;
        this.titles = titles;
    }

    @GetMapping({"/counted", "/counted.csv", "/counted.xlsx"})
    Object counted(
            @ModelAttribute PeriodForm form,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "false") boolean whole,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String among,
            @RequestParam(defaultValue = "1") int page,
            Actor actor) {
        var chosen = periods.choose(form, actor);
        var measure = named(Measure.values(), what).orElse(Measure.VIEWS);
        var wanted = named(Counted.Among.values(), among).orElse(Counted.Among.ALL);
        var all = (whole
                        ? counts.until(chosen.period().to(), measure, actor)
                        : counts.within(chosen.period(), measure, named(Level.values(), level), actor))
                .stream().filter(each -> each.is(wanted)).toList();
        var logins = measure == Measure.LOGINS;
        var headings = List.of(
                Ui.text(logins ? "insight.organisation" : "insight.topic"), Ui.word("insight.measure", measure));
        var rest = chosen.at("") + "&what=" + what + "&whole=" + whole + "&level=" + level + "&among=" + among;
        var sum = all.stream().mapToLong(Counted::number).sum();
        var sub = whole
                ? Ui.text("insight.counted.whole", Ui.date(chosen.period().to()), sum)
                : Ui.text("insight.counted.within", chosen.words(), sum);
        return FigureLists.answer(
                chosen,
                new FigureLists.Words(Ui.word("insight.counted", measure), sub, headings),
                all.stream()
                        .map(each -> List.of(
                                each.id()
                                        .map(id -> Cell.link(
                                                each.name(),
                                                (logins ? chosen.at("/insight/reach/" + id) : "/insight/topics/" + id)))
                                        .orElseGet(() -> Cell.of(Ui.text("insight.shares.unnamed"))),
                                Cell.number(each.number())))
                        .toList(),
                List.of("/insight/counted", rest),
                List.of(),
                page);
    }

    @GetMapping({"/waits", "/waits.csv", "/waits.xlsx"})
    Object waits(
            @ModelAttribute PeriodForm form,
            @RequestParam(defaultValue = "") String wait,
            @RequestParam Optional<UUID> topic,
            @RequestParam(defaultValue = "1") int page,
            Actor actor) {
        var chosen = periods.choose(form, actor);
        var bucket = Wait.Bucket.read(wait);
        var all = counts.waits(chosen.period(), topic, bucket, actor);
        var headings = List.of(
                Ui.text("insight.topic"),
                Ui.text("insight.organisation"),
                Ui.text("insight.published"),
                Ui.text("insight.first"),
                Ui.text("insight.after"));
        var of = topic.map(id -> "&topic=" + id).orElse("");
        var sub = topic.isPresent()
                ? Ui.text("insight.waits.count", all.size())
                : Ui.text("insight.waits.within", chosen.words(), all.size());
        return FigureLists.answer(
                chosen,
                new FigureLists.Words(Ui.text("insight.wait"), sub, headings),
                all.stream().map(each -> cells(chosen, each)).toList(),
                List.of("/insight/waits", chosen.at("") + of + "&wait=" + bucket.code()),
                Waits.steps(chosen.at("/insight/waits") + of, bucket),
                page);
    }

    private List<Cell> cells(Chosen chosen, Wait it) {
        return List.of(
                Cell.link(titles.of(it.topic()), "/insight/topics/" + it.topic().id()),
                Cell.link(
                        it.organisation().in(Ui.locale()),
                        chosen.at("/insight/reach/" + it.organisation().id())),
                Cell.at(it.topic().publishedAt()),
                it.firstAt().map(Cell::at).orElseGet(() -> Cell.of(Ui.text("insight.wait.never"))),
                Cell.of(Titles.length(
                        it.firstAt().map(first -> Duration.between(it.topic().publishedAt(), first)))));
    }

    @GetMapping({"/registered", "/registered.csv", "/registered.xlsx"})
    Object registered(
            @ModelAttribute PeriodForm form,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "1") int page,
            Actor actor) {
        var chosen = periods.choose(form, actor);
        var people = show.equals("people");
        var all = people ? counts.people(actor) : counts.organisations(actor);
        var headings = people
                ? List.of(Ui.text("insight.name"), Ui.text("insight.reach.organisations"))
                : List.of(Ui.text("insight.organisation"), Ui.text("insight.people"));
        var sub = Ui.text(people ? "insight.registered.people" : "insight.registered.organisations", all.size());
        var path = chosen.at("/insight/registered");
        return FigureLists.answer(
                chosen,
                new FigureLists.Words(Ui.text("insight.registered"), sub, headings),
                all.stream()
                        .map(each -> List.of(name(chosen, each, people, actor), Cell.number(each.number())))
                        .toList(),
                List.of("/insight/registered", chosen.at("") + "&show=" + show),
                List.of(
                        new Step(Ui.text("insight.reach.organisations"), path, !people),
                        new Step(Ui.text("insight.people"), path + "&show=people", people)),
                page);
    }

    /** Where its reader may go: an account's own page is for administrators. */
    private static Cell name(Chosen chosen, Counted each, boolean people, Actor actor) {
        var id = each.id().map(UUID::toString).orElse("");
        if (!people) {
            return Cell.link(each.name(), chosen.at("/insight/reach/" + id));
        }
        return actor.is(Role.ADMINISTRATOR) ? Cell.link(each.name(), "/members/" + id) : Cell.of(each.name());
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
        return Arrays.stream(all)
                .filter(each -> each.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
