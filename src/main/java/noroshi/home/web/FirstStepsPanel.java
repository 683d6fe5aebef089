package noroshi.home.web;

import gg.jte.Content;
import noroshi.home.FirstSteps;
import noroshi.membership.SettingsPart;
import noroshi.shared.Actor;
import noroshi.site.Parts;
import org.springframework.stereotype.Component;

/** Brings the list of first steps back, on the settings page. */
@Component
class FirstStepsPanel implements SettingsPart {
    private final FirstSteps steps;
    private final Parts parts;

    FirstStepsPanel(FirstSteps steps, Parts parts) {
        this.steps = steps;
        this.parts = parts;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public Content draw(Actor actor) {
        return parts.draw("home/parts/settings", new FirstStepsPart(steps.beginning(actor), steps.shown(actor)));
    }
}
