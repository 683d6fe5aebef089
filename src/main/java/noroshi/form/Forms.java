package noroshi.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import noroshi.audit.AuditTrail;
import noroshi.desk.Matter;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.site.SiteSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door: one record, rendered as many forms. */
@Service
@Transactional
public class Forms {
    private final FormStore forms;
    private final Particulars particulars;
    private final AuditTrail audit;
    private final Clock clock;

    Forms(FormStore forms, Particulars particulars, AuditTrail audit, Clock clock, SiteSettings settings) {
        this.forms = forms;
        this.particulars = particulars;
        this.audit = audit;
        this.clock = clock.withZone(settings.tz());
    }

    /** The forms there are today. */
    @Transactional(readOnly = true)
    public List<Form> all(Actor actor) {
        return forms.all(LocalDate.now(clock));
    }

    /** Fills a form with what the actor may see of the matter; taking it out is remembered. */
    public FilledForm fill(Matter matter, String code, String as, Locale locale, Actor actor) {
        var form = forms.find(code, LocalDate.now(clock)).orElseThrow(NotFound::new);
        var told = particulars.of(matter, locale, actor);
        var entries = new ArrayList<FilledForm.Entry>();
        var unseen = 0;
        for (var field : form.fields()) {
            if (told.closed(field.source())) {
                unseen++;
            } else {
                entries.add(new FilledForm.Entry(field.code(), field.label(locale), told.value(field.source())));
            }
        }
        audit.record(actor, "form.rendered", matter.topic(), Map.of("form", code, "as", as));
        return new FilledForm(form, matter.reference(), matter.title(), matter.tlp(), clock.instant(), entries, unseen);
    }
}
