package noroshi.intel.life.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.intel.Spelling;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Indicators;
import noroshi.intel.life.Life;
import noroshi.intel.life.Tally;
import noroshi.intel.life.web.IndicatorDocuments.Said;
import noroshi.intel.life.web.IndicatorDocuments.Value;
import noroshi.intel.life.web.IndicatorDocuments.Values;
import noroshi.intel.life.web.IndicatorDocuments.WholeValue;
import noroshi.intel.warning.Hit;
import noroshi.intel.warning.WarningLists;
import noroshi.membership.Members;
import noroshi.membership.OrganisationName;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import noroshi.site.Ui;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Values for the scripts of those who take part: the same front doors, the same wall and the same record of opening as the
 * pages. What is for named persons only (RED) is read by persons, on pages.
 */
@RestController
@RequestMapping(path = "/api/v1/indicators", produces = MediaType.APPLICATION_JSON_VALUE)
class IndicatorApi {
    private static final int ROWS = 100;

    private final Indicators indicators;
    private final WarningLists warnings;
    private final Members members;
    private final Clock clock;

    IndicatorApi(Indicators indicators, WarningLists warnings, Members members, Clock clock) {
        this.indicators = indicators;
        this.warnings = warnings;
        this.members = members;
        this.clock = clock;
    }

    @GetMapping
    Values lookUp(@RequestParam String value, @RequestParam(defaultValue = "1") int page, Actor actor) {
        if (value.length() > Asked.LONGEST) {
            throw new RuleBroken("indicator.search.long", Asked.LONGEST, value.length());
        }
        var asked = Asked.read(value);
        var window = Window.page(page, ROWS);
        var found = indicators.find(asked, new Window(window.offset(), ROWS + 1), actor);
        var rows = found.stream()
                .limit(ROWS)
                .flatMap(life -> indicators.withoutRed(life).stream())
                .toList();
        return new Values(
                values(rows, actor),
                indicators.absent(asked, actor),
                asked.unread(),
                Asked.rest(value),
                found.size() > ROWS);
    }

    @GetMapping("/{id}")
    WholeValue whole(@PathVariable UUID id, Actor actor) {
        var life = indicators.showWithoutRed(id, actor);
        var organisations = life.sayings().stream()
                .flatMap(saying -> saying.organisation().stream())
                .distinct()
                .toList();
        var names = members.organisations(organisations).values().stream()
                .collect(Collectors.toMap(OrganisationName::id, name -> name.in(Ui.locale())));
        var sources = IndicatorPage.sources(life, names, saying -> indicators.score(life, saying));
        return new WholeValue(
                values(List.of(life), actor).getFirst(),
                sources.stream().map(Said::of).toList());
    }

    private List<Value> values(List<Life> lives, Actor actor) {
        var tallies = indicators.tallies(lives.stream().map(Life::id).toList(), actor);
        var hits = warnings.hits(lives.stream().map(IndicatorApi::form).toList(), actor);
        var now = clock.instant();
        return lives.stream()
                .map(life -> Value.of(
                        life,
                        tallies.getOrDefault(life.id(), Tally.NONE),
                        names(Optional.ofNullable(hits.get(form(life))).orElse(List.of())),
                        now))
                .toList();
    }

    private static Spelling.Form form(Life life) {
        return new Spelling.Form(life.type(), life.value());
    }

    /** Whether something is registered as a member's own is told to nobody here. */
    private static List<String> names(List<Hit> hits) {
        return hits.stream()
                .filter(Hit.Listed.class::isInstance)
                .map(Hit.Listed.class::cast)
                .map(Hit.Listed::name)
                .distinct()
                .toList();
    }
}
