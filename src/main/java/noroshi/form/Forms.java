package noroshi.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import noroshi.audit.AuditTrail;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.desk.Status;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.site.SiteSettings;
import noroshi.topic.Level;
import noroshi.topic.Readership;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door: one record, rendered as many forms. */
@Service
@Transactional
public class Forms {
    private final FormStore forms;
    private final Particulars particulars;
    private final ConsultationDesk desk;
    private final Readership readership;
    private final AuditTrail audit;
    private final Clock clock;

    Forms(
            FormStore forms,
            Particulars particulars,
            ConsultationDesk desk,
            Readership readership,
            AuditTrail audit,
            Clock clock,
            SiteSettings settings) {
        this.forms = forms;
        this.particulars = particulars;
        this.desk = desk;
        this.readership = readership;
        this.audit = audit;
        this.clock = clock.withZone(settings.tz());
    }

    /** The forms there are today. */
    @Transactional(readOnly = true)
    public List<Form> all(Actor actor) {
        return forms.all(LocalDate.now(clock), clock.instant());
    }

    /** Fills a form with what the actor may see of the matter; taking it out is reading it, and is remembered. */
    public FilledForm fill(Matter matter, String code, String as, Locale locale, Actor actor) {
        var filled = look(matter, code, locale, actor);
        readership.open(matter.topic(), Level.ALL, actor);
        desk.parts(matter, actor).values().forEach(part -> readership.open(part, Level.ALL, actor));
        audit.record(actor, "form.rendered", matter.topic(), Map.of("form", code, "as", as));
        return filled;
    }

    /**
     * The form for who asks only whether there is one, in the edition that was in force when the matter came in. Of a
     * matter that was taken back there is none.
     */
    @Transactional(readOnly = true)
    public FilledForm look(Matter matter, String code, Locale locale, Actor actor) {
        if (matter.status() == Status.WITHDRAWN) {
            throw new NotFound();
        }
        var form = forms.find(code, LocalDate.now(clock), matter.openedAt()).orElseThrow(NotFound::new);
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
        return new FilledForm(form, matter.reference(), matter.title(), matter.tlp(), clock.instant(), entries, unseen);
    }
}
