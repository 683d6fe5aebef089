package noroshi.membership.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import noroshi.membership.Colleague;
import noroshi.membership.Moves;
import noroshi.membership.People;
import noroshi.membership.Person;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.Ui;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** People who move from one organisation to another. */
@Controller
class MoveController {
    private static final Window COLLEAGUES = new Window(0, 200);
    private static final String MOVES = "/members/moves";

    private final Moves moves;
    private final People people;

    MoveController(Moves moves, People people) {
        this.moves = moves;
        this.people = people;
    }

    @GetMapping("/members/{person}/move")
    Page form(@PathVariable UUID person, Actor actor) {
        return form(person, "", moves.today().plusDays(1).toString(), "", FormErrors.none(), actor);
    }

    @PostMapping("/members/{person}/move")
    Object ask(
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> day,
            @RequestParam(required = false) Optional<UUID> successor,
            Actor actor) {
        moves.seat(person, actor);
        try {
            var when = day.orElseThrow(() -> new RuleBroken("membership.move.when", Moves.FARTHEST));
            moves.ask(person, code, when, successor, actor);
        } catch (RuleBroken refusal) {
            var chosen = successor.map(UUID::toString).orElse("");
            return form(person, code, day.map(LocalDate::toString).orElse(""), chosen, FormErrors.of(refusal), actor)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return Redirect.to(MOVES).saying("membership.move.asked");
    }

    private Page form(UUID person, String code, String day, String successor, FormErrors errors, Actor actor) {
        var seat = moves.seat(person, actor);
        var colleagues = people.of(seat.organisation().id(), "", COLLEAGUES, actor).stream()
                .map(Colleague::person)
                .filter(each -> each.kind() == Person.Kind.HUMAN
                        && each.status() == Person.Status.ACTIVE
                        && !each.id().equals(person))
                .map(each -> new Choice(each.id().toString(), each.in(Ui.locale())))
                .toList();
        return new Page(
                "membership/move",
                new MovePage(
                        people.show(person, actor), seat.organisation(), colleagues, code, day, successor, errors));
    }

    @GetMapping(MOVES)
    Page list(Actor actor) {
        return new Page(
                "membership/moves",
                new MovesPage(moves.coming(actor).stream()
                        .map(move ->
                                new MovesPage.Line(move, move.accepted().isEmpty() && moves.mayAccept(move, actor)))
                        .toList()));
    }

    @GetMapping(MOVES + "/{move}")
    Page show(@PathVariable UUID move, Actor actor) {
        return new Page("membership/moving", moves.show(move, actor));
    }

    @PostMapping(MOVES + "/{move}/acceptance")
    Redirect accept(@PathVariable UUID move, Actor actor) {
        moves.decide(move, true, actor);
        return Redirect.to(MOVES).saying("membership.move.accepted");
    }

    @PostMapping(MOVES + "/{move}/refusal")
    Redirect refuse(@PathVariable UUID move, Actor actor) {
        moves.decide(move, false, actor);
        return Redirect.to(MOVES).saying("membership.move.declined");
    }
}
