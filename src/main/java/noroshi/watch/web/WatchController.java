package noroshi.watch.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.watch.NewDuty;
import noroshi.watch.Rota;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The rota: a week at a glance, and who is put on it. */
@Controller
@RequestMapping("/desk/watch")
class WatchController {
    private final Rota rota;
    private final Weeks weeks;

    WatchController(Rota rota, Weeks weeks) {
        this.rota = rota;
        this.weeks = weeks;
    }

    @GetMapping
    Page week(@RequestParam(defaultValue = "") String day, Actor actor) {
        return weeks.page(
                day.isEmpty() ? rota.today() : day(day).orElseThrow(NotFound::new),
                Optional.empty(),
                FormErrors.none(),
                actor);
    }

    @GetMapping("/days/{day}")
    Page day(@PathVariable String day, Actor actor) {
        return weeks.day(day(day).orElseThrow(NotFound::new), actor);
    }

    @PostMapping("/duties")
    Object enter(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam Optional<List<String>> shifts,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String phone,
            Actor actor) {
        rota.enter(actor);
        var chosen = Set.copyOf(shifts.orElse(List.of()));
        var first = day(from);
        try {
            var entered = rota.enter(
                    new NewDuty(
                            first.orElseThrow(() -> new RuleBroken("watch.day")),
                            day(to).orElseThrow(() -> new RuleBroken("watch.day")),
                            chosen,
                            post,
                            person(person),
                            phone),
                    actor);
            return Redirect.to("/desk/watch?day=" + first.orElseThrow()).saying("watch.entered", entered);
        } catch (RuleBroken refusal) {
            return weeks.page(
                            first.orElseGet(rota::today),
                            Optional.of(new WeekPage.Typed(from, to, chosen, post, person, phone)),
                            FormErrors.of(refusal),
                            actor)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/copies")
    Object copy(@RequestParam(defaultValue = "") String week, Actor actor) {
        var day = day(week).orElseGet(rota::today);
        try {
            return Redirect.to("/desk/watch?day=" + day).saying("watch.copied", rota.copy(day, actor));
        } catch (RuleBroken refusal) {
            return weeks.page(day, Optional.empty(), FormErrors.of(refusal), actor)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @DeleteMapping("/duties/{duty}")
    Redirect end(@PathVariable UUID duty, @RequestParam(defaultValue = "") String day, Actor actor) {
        rota.end(duty, actor);
        return Redirect.to(day(day).map(it -> "/desk/watch/days/" + it).orElse("/desk/watch"))
                .saying("watch.ended");
    }

    private static UUID person(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException nobody) {
            throw new RuleBroken("watch.person-missing");
        }
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed)).filter(it -> it.getYear() > 2000 && it.getYear() < 2200);
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }
}
