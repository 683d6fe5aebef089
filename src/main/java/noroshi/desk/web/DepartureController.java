package noroshi.desk.web;

import java.util.UUID;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Departures;
import noroshi.desk.Triage;
import noroshi.shared.Actor;
import noroshi.site.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The desk has seen to who takes the place of a recipient that left. */
@Controller
class DepartureController {
    private final ConsultationDesk desk;
    private final Triage triage;
    private final Departures departures;

    DepartureController(ConsultationDesk desk, Triage triage, Departures departures) {
        this.desk = desk;
        this.triage = triage;
        this.departures = departures;
    }

    @PostMapping("/desk/{reference}/departures/{recipient}")
    Redirect settle(@PathVariable String reference, @PathVariable UUID recipient, Actor actor) {
        var matter = desk.show(reference, actor);
        triage.enter(actor);
        departures.settle(matter, recipient, actor);
        return Redirect.to("/desk").saying("desk.departure.settled");
    }
}
