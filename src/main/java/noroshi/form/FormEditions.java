package noroshi.form;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import noroshi.audit.AuditTrail;
import noroshi.desk.ConsultationDesk;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.site.SiteSettings;
import noroshi.site.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of what offices' forms look like: editions that stay as they were, and the draft of the next. For the desk. */
@Service
@Transactional
public class FormEditions {
    private static final int LONGEST_NOTE = 500;

    private final FormStore forms;
    private final EditionStore editions;
    private final Sources sources;
    private final ConsultationDesk desk;
    private final AuditTrail audit;
    private final Words words;
    private final Clock clock;
    private final ZoneId zone;

    FormEditions(
            FormStore forms,
            EditionStore editions,
            Sources sources,
            ConsultationDesk desk,
            AuditTrail audit,
            Words words,
            Clock clock,
            SiteSettings settings) {
        this.forms = forms;
        this.editions = editions;
        this.sources = sources;
        this.desk = desk;
        this.audit = audit;
        this.words = words;
        this.clock = clock;
        this.zone = settings.tz();
    }

    /** The forms that are in use. */
    @Transactional(readOnly = true)
    public List<Form> forms(Actor actor) {
        requireStaff(actor);
        return forms.all(today(), clock.instant());
    }

    /** One of them, with the fields that it has today. */
    @Transactional(readOnly = true)
    public Form form(String code, Actor actor) {
        requireStaff(actor);
        return forms.find(code, today(), clock.instant()).orElseThrow(NotFound::new);
    }

    /** Every edition of a form, the draft among them, newest first. */
    @Transactional(readOnly = true)
    public List<FormEdition> of(String form, Actor actor) {
        return editions.of(form(form, actor).code());
    }

    @Transactional(readOnly = true)
    public FormEdition edition(String form, int number, Actor actor) {
        return of(form, actor).stream()
                .filter(it -> it.number() == number)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** The fields of an edition, in their order; the draft's too. */
    @Transactional(readOnly = true)
    public List<Form.Field> fields(String form, int edition, Actor actor) {
        return editions.fields(form, edition(form, edition, actor).number());
    }

    /** What may fill a field. */
    @Transactional(readOnly = true)
    public List<Source> sources(Locale locale, Actor actor) {
        requireStaff(actor);
        return sources.all(locale, actor);
    }

    /** An edition filled with an example that is nobody's. */
    @Transactional(readOnly = true)
    public FilledForm example(String form, int edition, Locale locale, Actor actor) {
        var fields = fields(form, edition, actor);
        var examples = new HashMap<String, String>();
        sources.all(locale, actor).forEach(source -> examples.put(source.code(), source.example()));
        return new FilledForm(
                form(form, actor).with(edition, fields),
                words.text(locale, "form.example.matter.reference"),
                words.text(locale, "form.example.matter.title"),
                Tlp.AMBER,
                clock.instant(),
                fields.stream()
                        .map(field -> new FilledForm.Entry(
                                field.code(), field.label(locale), examples.getOrDefault(field.source(), "")))
                        .toList(),
                0);
    }

    /** Begins the next edition as a copy of the newest one; whoever comes second finds the first one's draft. */
    public void begin(String code, Actor actor) {
        var form = form(code, actor).code();
        if (editions.begin(form, actor.person(), clock.instant())) {
            noted("form.edition-begun", form, draft(form), Map.of(), actor);
        }
    }

    /** Adds a field to the draft, or changes the one of the same code. */
    public void put(String form, Form.Field field, int expected, Actor actor) {
        var draft = claimed(form, expected, actor);
        field.check();
        var known = sources.all(Locale.JAPANESE, actor).stream()
                        .anyMatch(it -> it.code().equals(field.source()))
                || editions.fields(form, draft.number()).stream()
                        .anyMatch(it -> it.source().equals(field.source()));
        if (!known) {
            throw new RuleBroken("form.field.source-unknown");
        }
        editions.put(form, draft.number(), field);
        noted("form.field-put", form, draft, Map.of("code", field.code()), actor);
    }

    /** The next edition does not have it any more; matters that came in before keep it. */
    public void retire(String form, String code, int expected, Actor actor) {
        var draft = claimed(form, expected, actor);
        if (!editions.retire(form, draft.number(), code)) {
            throw new NotFound();
        }
        noted("form.field-retired", form, draft, Map.of("code", code), actor);
    }

    /** One place up or down. */
    public void move(String form, String code, boolean up, int expected, Actor actor) {
        var draft = claimed(form, expected, actor);
        var order = new ArrayList<>(editions.fields(form, draft.number()).stream()
                .map(Form.Field::code)
                .toList());
        var from = order.indexOf(code);
        if (from < 0) {
            throw new NotFound();
        }
        var to = up ? from - 1 : from + 1;
        if (to >= 0 && to < order.size()) {
            Collections.swap(order, from, to);
            editions.order(form, draft.number(), order);
            noted("form.field-moved", form, draft, Map.of("code", code), actor);
        }
    }

    /** Matters that come in from this day on are rendered with the draft; if it is today, from this moment on. */
    public void send(String form, String note, LocalDate day, int expected, Actor actor) {
        var draft = claimed(form, expected, actor);
        var what = note.strip();
        if (what.isEmpty()) {
            throw new RuleBroken("form.note-missing");
        }
        if (what.length() > LONGEST_NOTE || what.indexOf('\0') >= 0) {
            throw new RuleBroken("form.too-long", LONGEST_NOTE);
        }
        if (editions.fields(form, draft.number()).isEmpty()) {
            throw new RuleBroken("form.no-field");
        }
        var now = clock.instant();
        var since = day.equals(LocalDate.ofInstant(now, zone))
                ? now
                : day.atStartOfDay(zone).toInstant();
        var last = editions.of(form).stream().flatMap(it -> it.since().stream()).max(Instant::compareTo);
        if (since.isBefore(now) || last.stream().anyMatch(since::isBefore)) {
            throw new RuleBroken("form.day");
        }
        editions.send(form, draft.number(), what, since, actor.person());
        noted("form.edition-sent", form, draft, Map.of("since", since.toString()), actor);
    }

    public void discard(String form, int expected, Actor actor) {
        var draft = claimed(form, expected, actor);
        editions.discard(form, draft.number());
        noted("form.edition-discarded", form, draft, Map.of(), actor);
    }

    private FormEdition claimed(String code, int expected, Actor actor) {
        var form = form(code, actor).code();
        var draft = draft(form);
        if (!editions.claim(form, expected)) {
            throw new RuleBroken("form.stale");
        }
        return draft;
    }

    private FormEdition draft(String form) {
        return editions.of(form).stream()
                .filter(FormEdition::draft)
                .findFirst()
                .orElseThrow(() -> new RuleBroken("form.no-draft"));
    }

    private void noted(String act, String form, FormEdition edition, Map<String, ?> more, Actor actor) {
        var detail = new HashMap<String, Object>(more);
        detail.put("form", form);
        detail.put("edition", edition.number());
        audit.record(actor, act, actor.organisation(), detail);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private void requireStaff(Actor actor) {
        if (!desk.staff(actor)) {
            throw new NotFound();
        }
    }
}
