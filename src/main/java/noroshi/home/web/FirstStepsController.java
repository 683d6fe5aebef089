package noroshi.home.web;

import java.util.List;
import noroshi.home.FirstSteps;
import noroshi.shared.Actor;
import noroshi.site.Level;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.Step;
import noroshi.site.Ui;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The bulletin a newcomer practises with, and where the list of first steps stands. */
@Controller
@RequestMapping("/first-steps")
class FirstStepsController {
    private static final String PRACTICE = "/first-steps/practice";

    private final FirstSteps steps;

    FirstStepsController(FirstSteps steps) {
        this.steps = steps;
    }

    @GetMapping("/practice")
    Page practice(@RequestParam(defaultValue = "") String level, Actor actor) {
        var pro = level.isEmpty() ? Ui.level() == Level.PRO : level.equals("pro");
        return new Page(
                "home/practice",
                new PracticePage(
                        pro,
                        List.of(
                                new Step(Ui.text("home.practice.pro"), PRACTICE + "?level=pro", pro),
                                new Step(Ui.text("home.practice.general"), PRACTICE + "?level=general", !pro)),
                        steps.practised(actor)));
    }

    @PostMapping("/practice")
    Redirect practise(Actor actor) {
        steps.practise(actor);
        return Redirect.to(PRACTICE).saying("home.practice.confirmed");
    }

    @PostMapping
    Redirect show(@RequestParam boolean shown, Actor actor) {
        steps.show(shown, actor);
        return shown
                ? Redirect.to("/").saying("home.first.brought-back")
                : Redirect.to("/").saying("home.first.put-away");
    }
}
