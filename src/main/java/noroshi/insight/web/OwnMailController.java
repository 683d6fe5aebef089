package noroshi.insight.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.insight.Colleague;
import noroshi.insight.OwnFigures;
import noroshi.insight.Period;
import noroshi.membership.Members;
import noroshi.membership.PersonName;
import noroshi.notification.Mailed;
import noroshi.notification.OwnMail;
import noroshi.notification.Trial;
import noroshi.notification.Trials;
import noroshi.shared.Actor;
import noroshi.shared.Window;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.Sheet;
import noroshi.site.SiteSettings;
import noroshi.site.Ui;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An organisation's administrator sees what left by mail to its people. */
@Controller
@RequestMapping("/insight")
class OwnMailController {
    private static final int ON_A_PAGE = 50;

    private final OwnMail mails;
    private final Trials trials;
    private final OwnFigures own;
    private final Members members;
    private final Periods periods;
    private final SiteSettings site;

    OwnMailController(
            OwnMail mails, Trials trials, OwnFigures own, Members members, Periods periods, SiteSettings site) {
        this.mails = mails;
        this.trials = trials;
        this.own = own;
        this.members = members;
        this.periods = periods;
        this.site = site;
    }

    /** Which messages, as the address says it; what it does not know it does not ask for. */
    record Wanted(String outcome, String sort, String person) {
        Wanted(@Nullable String outcome, @Nullable String sort, @Nullable String person) {
            this.outcome = outcome == null ? "" : outcome;
            this.sort = sort == null ? "" : sort;
            this.person = person == null ? "" : person;
        }

        Mailed.Filter filter(Collection<UUID> people) {
            return new Mailed.Filter(
                    named(Mailed.Outcome.values(), outcome),
                    named(Mailed.Sort.values(), sort),
                    people.stream().filter(id -> id.toString().equals(person)).findFirst());
        }

        private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
            return Arrays.stream(all)
                    .filter(each -> each.name().equalsIgnoreCase(name))
                    .findFirst();
        }
    }

    @GetMapping("/mail")
    Page show(
            @ModelAttribute PeriodForm form,
            @ModelAttribute Wanted wanted,
            @RequestParam(defaultValue = "1") int page,
            Actor actor) {
        var chosen = periods.choose(form, actor);
        var unreached = mails.unreached(actor);
        var silent = trials.unconfirmed(actor);
        var people = people(chosen.period(), actor);
        var filter = wanted.filter(people);
        var from = chosen.period().from().atStartOfDay(site.tz()).toInstant();
        var until = chosen.period().to().plusDays(1).atStartOfDay(site.tz()).toInstant();
        var window = new Window(Window.page(page, ON_A_PAGE).offset(), ON_A_PAGE + 1);
        var found = mails.list(filter, from, until, window, actor);
        var rows = found.stream().limit(ON_A_PAGE).toList();
        var names = names(Stream.of(
                        people.stream(),
                        rows.stream().map(Mailed::person),
                        unreached.stream().map(Mailed.Unreached::person),
                        silent.stream().map(Trial.Unconfirmed::person))
                .flatMap(ids -> ids));
        var answer = new Page(
                "insight/mail",
                new OwnMailPage(
                        chosen,
                        filter,
                        rows,
                        names,
                        mails.counts(filter, from, until, actor),
                        people.stream()
                                .map(id -> new OwnMailPage.Person(id, name(id, names)))
                                .toList(),
                        unreached.stream()
                                .map(each ->
                                        new OwnMailPage.Unreached(name(each.person(), names), each.at(), each.reply()))
                                .toList(),
                        silent.stream()
                                .map(each -> new OwnMailPage.Unreached(name(each.person(), names), each.at(), ""))
                                .toList(),
                        Math.max(page, 1),
                        found.size() > ON_A_PAGE));
        return chosen.errors().any() ? answer.with(HttpStatus.UNPROCESSABLE_CONTENT) : answer;
    }

    @GetMapping({"/mail.csv", "/mail.xlsx"})
    ResponseEntity<byte[]> export(@ModelAttribute PeriodForm form, @ModelAttribute Wanted wanted, Actor actor) {
        var chosen = periods.choose(form, actor);
        var from = chosen.period().from().atStartOfDay(site.tz()).toInstant();
        var until = chosen.period().to().plusDays(1).atStartOfDay(site.tz()).toInstant();
        var rows = mails.all(wanted.filter(people(chosen.period(), actor)), from, until, actor);
        return sheet(rows, names(rows.stream().map(Mailed::person)))
                .as("mail-" + chosen.period().from() + "-" + chosen.period().to(), Ui.path());
    }

    /** What did not reach their people leaves again. */
    @PostMapping("/mail/again")
    Redirect again(Actor actor) {
        var people = mails.sendAgain(actor);
        return Redirect.to("/insight/mail")
                .saying(people == 0 ? "insight.mail.nothing-again" : "insight.mail.leaves-again");
    }

    private List<UUID> people(Period period, Actor actor) {
        return own.colleagues(period, actor).stream().map(Colleague::person).toList();
    }

    private Map<UUID, PersonName> names(Stream<UUID> people) {
        return members.names(people.distinct().toList());
    }

    private static String name(UUID person, Map<UUID, PersonName> names) {
        return Optional.ofNullable(names.get(person))
                .map(name -> name.in(Ui.locale()))
                .orElse("");
    }

    private static Sheet sheet(List<Mailed> rows, Map<UUID, PersonName> names) {
        var table = new ArrayList<List<String>>();
        table.add(List.of(
                Ui.text("insight.mail.made"),
                Ui.text("insight.mail.done"),
                Ui.text("insight.mail.to"),
                Ui.text("insight.mail.kind"),
                Ui.text("insight.mail.about"),
                Ui.text("insight.mail.label"),
                Ui.text("insight.mail.importance"),
                Ui.text("insight.mail.reason"),
                Ui.text("insight.mail.outcome"),
                Ui.text("insight.mail.reply")));
        rows.forEach(row -> table.add(List.of(
                Ui.machineTime(row.madeAt()),
                row.doneAt().map(Ui::machineTime).orElse(""),
                name(row.person(), names),
                OwnMailPage.sort(row),
                OwnMailPage.about(row),
                row.about().map(it -> it.tlp().label()).orElse(""),
                row.about()
                        .flatMap(it -> it.importance())
                        .map(it -> Ui.word("notification.importance", it))
                        .orElse(""),
                OwnMailPage.why(row),
                Ui.word("notification.state", row.state()),
                row.reply())));
        return new Sheet(table);
    }
}
