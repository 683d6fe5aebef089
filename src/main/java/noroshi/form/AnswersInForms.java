package noroshi.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import noroshi.desk.AnswerUse;
import noroshi.site.SiteSettings;
import org.springframework.stereotype.Component;

/** Tells the desk which offices' forms an answer fills. */
@Component
class AnswersInForms implements AnswerUse {
    private final FormStore forms;
    private final Clock clock;

    AnswersInForms(FormStore forms, Clock clock, SiteSettings settings) {
        this.forms = forms;
        this.clock = clock.withZone(settings.tz());
    }

    @Override
    public Map<String, List<String>> uses(Locale locale) {
        return forms.uses(LocalDate.now(clock), clock.instant(), locale);
    }
}
