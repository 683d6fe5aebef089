package noroshi.intel.life.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.intel.IntelLibrary;
import noroshi.intel.Relation;
import noroshi.intel.Spelling;
import noroshi.intel.blocklist.Blocklists;
import noroshi.intel.enquiry.Enquiries;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Indicators;
import noroshi.intel.life.Life;
import noroshi.intel.life.Saying;
import noroshi.intel.life.Standing;
import noroshi.intel.lists.Held;
import noroshi.intel.lists.Holdings;
import noroshi.intel.lists.Lists;
import noroshi.intel.warning.Hit;
import noroshi.intel.warning.WarningLists;
import noroshi.membership.Members;
import noroshi.membership.OrganisationName;
import noroshi.membership.PersonName;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.Ui;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Values are looked up and opened; what one's own side says is taken back; sightings are told. */
@Controller
@RequestMapping("/intel/indicators")
class IndicatorController {
    private static final int ROWS = 150;
    private static final int NEWEST = 30;
    private static final int RELATIONS = 100;
    private static final int FARTHEST = 1_000;

    private final Indicators indicators;
    private final IntelLibrary library;
    private final WarningLists warnings;
    private final Lists lists;
    private final Holdings holdings;
    private final Blocklists blocklists;
    private final Enquiries enquiries;
    private final Members members;
    private final Clock clock;

    IndicatorController(
            Indicators indicators,
            IntelLibrary library,
            WarningLists warnings,
            Lists lists,
            Holdings holdings,
            Blocklists blocklists,
            Enquiries enquiries,
            Members members,
            Clock clock) {
        this.warnings = warnings;
        this.lists = lists;
        this.holdings = holdings;
        this.blocklists = blocklists;
        this.enquiries = enquiries;
        this.indicators = indicators;
        this.library = library;
        this.members = members;
        this.clock = clock;
    }

    @GetMapping
    Page list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page, Actor actor) {
        var number = Math.clamp(page, 1, FARTHEST);
        var asked = Asked.read(q);
        var found = q.isBlank()
                ? indicators.newest(NEWEST, actor)
                : indicators.find(asked, new Window((number - 1) * ROWS, ROWS + 1), actor);
        var rows = found.subList(0, Math.min(ROWS, found.size()));
        return list(q, asked, rows, number, found.size() > ROWS, actor);
    }

    /** What is pasted may be longer than any address, and is answered on one page; a few words go on as a link. */
    @PostMapping
    Object paste(@RequestParam(defaultValue = "") String q, Actor actor) {
        if (q.length() > Asked.LONGEST) {
            var errors = FormErrors.none().and("q", "indicator.search.long", Asked.LONGEST, q.length());
            return new Page("intel/indicators/list", IndicatorsPage.unread(q, errors))
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var link = Redirect.asking("/intel/indicators", q);
        return link.isPresent() ? link.get() : pasted(q, actor);
    }

    private Page pasted(String q, Actor actor) {
        var asked = Asked.read(q);
        var rows = asked.forms().isEmpty()
                ? indicators.find(asked, new Window(0, ROWS), actor)
                : indicators.all(asked.forms(), actor);
        return list(q, asked, rows, 1, false, actor);
    }

    private Page list(String q, Asked asked, List<Life> rows, int number, boolean more, Actor actor) {
        var known = rows.stream().map(Life::value).collect(Collectors.toSet());
        var absent = asked.forms().stream()
                .filter(form -> !more && number == 1 && !known.contains(form.value()))
                .toList();
        var tallies = indicators.tallies(rows.stream().map(Life::id).toList(), actor);
        return new Page(
                "intel/indicators/list",
                new IndicatorsPage(
                        q, rows, tallies, absent, asked.unread(), Asked.rest(q), number, more, FormErrors.none()));
    }

    @GetMapping("/{id}")
    Page show(@PathVariable UUID id, Actor actor) {
        return show(id, "", FormErrors.none(), actor);
    }

    private Page show(UUID id, String reason, FormErrors errors, Actor actor) {
        var life = indicators.show(id, actor);
        var now = clock.instant();
        var organisations = life.sayings().stream()
                .flatMap(saying -> saying.organisation().stream())
                .collect(Collectors.toSet());
        var names = members.organisations(List.copyOf(organisations)).values().stream()
                .collect(Collectors.toMap(OrganisationName::id, name -> name.in(Ui.locale())));
        var rights = indicators.rights(life, actor);
        var held = lists.held(id, actor);
        var fetched = holdings.fetched(id, actor);
        var accounts =
                Stream.concat(held.stream().map(Held::account), fetched.stream().map(Holdings.Fetched::account));
        var machines = members.names(accounts.collect(Collectors.toSet())).values().stream()
                .collect(Collectors.toMap(PersonName::id, name -> name.in(Ui.locale())));
        return new Page(
                "intel/indicators/show",
                new IndicatorPage(
                        life,
                        IndicatorPage.sources(life, names, saying -> indicators.score(life, saying)),
                        relations(life, actor),
                        life.conflicts(now),
                        Timeline.of(life.sayings(), now),
                        indicators.tally(id, actor),
                        indicators.own(id, actor),
                        warnings(life, actor),
                        enquiries.told(new Spelling.Form(life.type(), life.value()), actor),
                        held,
                        fetched,
                        machines,
                        indicators.halfLifeDays(life),
                        rights.mayWithdraw(),
                        rights.mayRestore(),
                        life.standing() != Standing.WITHDRAWN && blocklists.blocking(actor),
                        reason,
                        errors));
    }

    private List<Relation> relations(Life life, Actor actor) {
        var objects = life.sayings().stream()
                .flatMap(saying -> saying.place() instanceof Saying.Place.InLibrary(var object)
                        ? Stream.of(object)
                        : Stream.empty())
                .toList();
        return library.relations(new Spelling.Form(life.type(), life.value()), objects, RELATIONS, actor);
    }

    /** Whether something is registered is told to those who must not publish it, and to nobody else. */
    private List<Hit> warnings(Life life, Actor actor) {
        var form = new Spelling.Form(life.type(), life.value());
        return warnings.hits(List.of(form), actor).getOrDefault(form, List.of()).stream()
                .filter(hit -> WarningLists.mayChange(actor) || hit instanceof Hit.Listed)
                .toList();
    }

    @PostMapping("/{id}/sightings")
    Redirect sight(@PathVariable UUID id, @RequestParam boolean seen, Actor actor) {
        indicators.sight(id, seen, actor);
        return Redirect.to("/intel/indicators/" + id).saying(seen ? "indicator.sighted" : "indicator.not-sighted");
    }

    @PostMapping("/{id}/withdrawal")
    Object withdraw(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Actor actor) {
        try {
            indicators.withdraw(id, reason, actor);
            return Redirect.to("/intel/indicators/" + id).saying("indicator.withdrawn");
        } catch (RuleBroken refusal) {
            var errors = FormErrors.none().and("reason", refusal.key(), refusal.arguments());
            return show(id, reason, errors, actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @DeleteMapping("/{id}/withdrawal")
    Redirect restore(@PathVariable UUID id, Actor actor) {
        indicators.restore(id, actor);
        return Redirect.to("/intel/indicators/" + id).saying("indicator.restored");
    }
}
