package noroshi.membership.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.membership.Colleague;
import noroshi.membership.Organisations;
import noroshi.membership.People;
import noroshi.membership.Person;
import noroshi.membership.Reach;
import noroshi.membership.Substitutes;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.SiteSettings;
import noroshi.site.Ui;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who stands in for whom in an organisation. */
@Controller
@RequestMapping("/organisations/{id}/substitutes")
class SubstitutesController {
    private static final Window COLLEAGUES = new Window(0, 200);

    private final Substitutes substitutes;
    private final Organisations organisations;
    private final People people;
    private final SiteSettings site;
    private final Clock clock;

    SubstitutesController(
            Substitutes substitutes, Organisations organisations, People people, SiteSettings site, Clock clock) {
        this.clock = clock;
        this.substitutes = substitutes;
        this.organisations = organisations;
        this.people = people;
        this.site = site;
    }

    /** What was typed. */
    record Typed(String person, String substitute, String first, String last) {}

    @GetMapping
    Page show(@PathVariable UUID id, Actor actor) {
        var today = substitutes.today();
        return page(
                id,
                new Typed(
                        actor.person().toString(),
                        "",
                        today.toString(),
                        today.plusDays(7).toString()),
                FormErrors.none(),
                actor);
    }

    @PostMapping
    Object name(
            @PathVariable UUID id,
            @RequestParam(required = false) Optional<UUID> person,
            @RequestParam(required = false) Optional<UUID> substitute,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> first,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> last,
            Actor actor) {
        var away = person.orElse(actor.person());
        try {
            if (substitute.isEmpty()) {
                throw new RuleBroken("membership.substitute.who");
            }
            if (first.isEmpty() || last.isEmpty()) {
                throw new RuleBroken("membership.substitute.when", Substitutes.LONGEST);
            }
            substitutes.name(id, away, substitute.get(), first.get(), last.get(), actor);
            return Redirect.to("/organisations/" + id + "/substitutes").saying("membership.substitute.named");
        } catch (RuleBroken refusal) {
            var typed = new Typed(
                    away.toString(),
                    substitute.map(UUID::toString).orElse(""),
                    first.map(LocalDate::toString).orElse(""),
                    last.map(LocalDate::toString).orElse(""));
            return page(id, typed, FormErrors.of(refusal), actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/{substitution}/end")
    Redirect end(@PathVariable UUID id, @PathVariable UUID substitution, Actor actor) {
        substitutes.end(substitution, actor);
        return Redirect.to("/organisations/" + id + "/substitutes").saying("membership.substitute.ended");
    }

    private Page page(UUID id, Typed typed, FormErrors errors, Actor actor) {
        var organisation = organisations.show(id, actor);
        var colleagues = people.of(id, "", COLLEAGUES, actor).stream()
                .map(Colleague::person)
                .filter(each -> each.kind() == Person.Kind.HUMAN && each.status() == Person.Status.ACTIVE)
                .map(each -> new Choice(each.id().toString(), each.in(Ui.locale())))
                .toList();
        var all = Reach.mayAdminister(actor, id);
        var own = id.equals(actor.organisation());
        return new Page(
                "membership/substitutes",
                new SubstitutesPage(
                        organisation,
                        substitutes.of(id, actor).stream()
                                .map(it -> new SubstitutesPage.Line(
                                        it,
                                        it.runs(clock.instant()),
                                        LocalDate.ofInstant(it.since(), site.tz()),
                                        LocalDate.ofInstant(it.until().minusNanos(1), site.tz()),
                                        Substitutes.mayEnd(it, actor)))
                                .toList(),
                        all ? colleagues : List.of(),
                        own || all
                                ? colleagues.stream()
                                        .filter(each -> all
                                                || !each.value()
                                                        .equals(actor.person().toString()))
                                        .toList()
                                : List.of(),
                        typed.person(),
                        typed.substitute(),
                        typed.first(),
                        typed.last(),
                        errors));
    }
}
