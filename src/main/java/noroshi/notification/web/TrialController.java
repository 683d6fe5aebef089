package noroshi.notification.web;

import java.util.UUID;
import noroshi.notification.Trials;
import noroshi.notification.web.ArrivedPage.Step;
import noroshi.site.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the link of a trial message leads, signed in or not; programs that look at every link of a mail confirm nothing. */
@Controller
@RequestMapping("/mail-arrived/{trial}")
class TrialController {
    private final Trials trials;

    TrialController(Trials trials) {
        this.trials = trials;
    }

    @GetMapping
    Page ask(@PathVariable UUID trial) {
        return new Page("notification/arrived", new ArrivedPage(trial, Step.ASKED));
    }

    @PostMapping
    Page arrived(@PathVariable UUID trial) {
        return trials.arrived(trial)
                ? new Page("notification/arrived", new ArrivedPage(trial, Step.DONE), HttpStatus.OK)
                : new Page("notification/arrived", new ArrivedPage(trial, Step.OVER), HttpStatus.NOT_FOUND);
    }
}
