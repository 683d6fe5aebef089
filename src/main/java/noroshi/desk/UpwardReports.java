package noroshi.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door of the reports: on a timetable, what the rule of each series names; also when that is nothing. Composed
 * by the desk, approved and sent by the Overall Lead.
 */
@Service
@Transactional
public class UpwardReports {
    private static final int SHOWN = 120;

    private final UpwardStore reports;
    private final SeriesStore series;
    private final Deadlines deadlines;
    private final Composing composing;
    private final Broadcasting broadcasting;
    private final Ledger ledger;
    private final Fingerprint fingerprint;

    UpwardReports(
            UpwardStore reports,
            SeriesStore series,
            Deadlines deadlines,
            Composing composing,
            Broadcasting broadcasting,
            Ledger ledger,
            Fingerprint fingerprint) {
        this.reports = reports;
        this.series = series;
        this.deadlines = deadlines;
        this.composing = composing;
        this.broadcasting = broadcasting;
        this.ledger = ledger;
        this.fingerprint = fingerprint;
    }

    /** Whether the actor has anything to do with reports. */
    @Transactional(readOnly = true)
    public boolean reader(Actor actor) {
        return reports.reader();
    }

    /** The reports of one series, or of all where none is named, newest first. */
    @Transactional(readOnly = true)
    public List<UpwardReport> newest(String code, Actor actor) {
        requireReader();
        return reports.newest(code, SHOWN);
    }

    @Transactional(readOnly = true)
    public UpwardReport show(UUID id, Actor actor) {
        requireReader();
        return reports.find(id).orElseThrow(NotFound::new);
    }

    /** Every series there is. */
    @Transactional(readOnly = true)
    public List<Series> series(Actor actor) {
        requireReader();
        return series.all();
    }

    /** The rhythms in force, by code of their series. */
    @Transactional(readOnly = true)
    public Map<String, Rhythm> rhythms(Actor actor) {
        requireReader();
        return deadlines.inForce();
    }

    /** Reports that were due and have not been sent, the oldest first. */
    @Transactional(readOnly = true)
    public List<Slot> missed(Actor actor) {
        return reports.reader() ? deadlines.missed() : List.of();
    }

    /** Reports that were sent and no longer say what the corrected one says that they were made of. */
    @Transactional(readOnly = true)
    public List<UpwardReport> overtaken(Actor actor) {
        return reports.reader() ? reports.overtaken() : List.of();
    }

    /** Drafts that wait for the actor's approval. */
    @Transactional(readOnly = true)
    public int drafts(Actor actor) {
        return reports.reader() && actor.is(Role.OVERALL_LEAD) ? reports.drafts(actor.person()) : 0;
    }

    /** The next report of each series that is due, the nearest first. */
    @Transactional(readOnly = true)
    public List<Slot> next(Actor actor) {
        requireReader();
        return deadlines.next();
    }

    /**
     * From now on, reports of this series are due; to whom is not changed while they are. What was ended and is still due
     * today goes on, as if it had not been ended.
     */
    public void begin(String code, String recipient, Actor actor) {
        requireReader();
        var it = find(code);
        if (recipient.isBlank()) {
            throw new RuleBroken("desk.upward.recipient-missing");
        }
        reports.alone(code);
        var before = deadlines.inForce().get(code);
        if (before == null) {
            series.begin(it.code(), ledger.today(), ledger.now(), recipient.strip());
        } else if (before.lastDay().isPresent()) {
            series.goOn(code, before.firstDay(), recipient.strip());
        } else if (before.recipient().equals(recipient.strip())) {
            return;
        } else {
            throw new RuleBroken("desk.upward.under-way");
        }
        ledger.note(false, actor.organisation(), "desk.reports-begun", Map.of("series", code), actor);
    }

    /** After today, no more reports of this series are due. */
    public void end(String code, Actor actor) {
        requireReader();
        var rhythm = Optional.ofNullable(deadlines.inForce().get(code))
                .orElseThrow(() -> new RuleBroken("desk.upward.no-rhythm"));
        if (rhythm.lastDay().isPresent()) {
            return;
        }
        series.end(code, rhythm.firstDay(), ledger.today());
        ledger.note(false, actor.organisation(), "desk.reports-ended", Map.of("series", code), actor);
    }

    /** Changes when a series is due and what it reports. What is made of another series has no rule of its own. */
    public void arrange(String code, Map<Half, LocalTime> times, Rule rule, Actor actor) {
        requireReader();
        var it = find(code);
        if (!it.times().keySet().equals(times.keySet())) {
            throw new RuleBroken("desk.choice");
        }
        if (it.drawnFrom().isEmpty()) {
            if (rule.empty()) {
                throw new RuleBroken("desk.upward.rule-missing");
            }
            series.rule(code, rule);
        }
        times.forEach((half, time) -> series.due(code, half, time));
        ledger.note(false, actor.organisation(), "desk.reports-arranged", Map.of("series", code), actor);
    }

    private Series find(String code) {
        return series.find(code).orElseThrow(NotFound::new);
    }

    /** Composes the report of a half day as things stand, or composes its draft anew. */
    public UUID compose(String code, LocalDate day, Half half, String words, Actor actor) {
        requireDesk();
        var it = find(code);
        var rhythm = series.rhythm(code, day).orElseThrow(() -> new RuleBroken("desk.upward.no-rhythm"));
        var extra = half == Half.EXTRA;
        if (day.isAfter(ledger.today().plusDays(1)) || extra != !it.times().containsKey(half) || extra && !it.extra()) {
            throw new RuleBroken("desk.choice");
        }
        reports.alone(code);
        var before = reports.of(code, day, half);
        if (!extra && before.stream().anyMatch(UpwardReport::sent)) {
            throw new RuleBroken("desk.upward.was-sent");
        }
        if (before.stream().anyMatch(last -> !last.sent() && last.corrects().isPresent())) {
            throw new RuleBroken("desk.upward.draft-first");
        }
        var now = ledger.now();
        if (before.isEmpty() || before.getLast().sent()) {
            var body = composing.body(it, day, half, now);
            var place = new UpwardStore.Place(code, day, half, before.size() + 1, rhythm.recipient(), Optional.empty());
            var id = reports.insert(place, body, words.strip(), now, actor);
            composed(id, body, actor);
            return id;
        }
        var draft = before.getLast().id();
        if (reports.lock(draft).filter(UpwardReport::sent).isPresent()) {
            throw new RuleBroken("desk.upward.was-sent");
        }
        var body = composing.body(it, day, half, now);
        composed(draft, body, actor);
        return reports.compose(draft, body, words.strip(), now, actor);
    }

    private void composed(UUID id, UpwardReport.Body body, Actor actor) {
        ledger.note(
                false, id, "desk.report-composed", Map.of("items", body.items().size()), actor);
    }

    /**
     * Approves a draft and sends it: from then on it is a numbered copy that nobody changes.
     *
     * @param seen when the draft was composed that the approver had before them; no other one is sent
     */
    public void send(UUID id, Instant seen, Actor actor) {
        requireReader();
        actor.require(Role.OVERALL_LEAD);
        reports.alone(show(id, actor).series());
        var draft = reports.lock(id).orElseThrow(NotFound::new);
        if (draft.sent()) {
            return;
        }
        if (!draft.composedAt().equals(seen)) {
            throw new RuleBroken("desk.upward.stale");
        }
        if (draft.composedBy().equals(actor.person())) {
            throw new RuleBroken("desk.upward.second-person");
        }
        var it = find(draft.series());
        var source = composing.source(it, draft.day(), draft.half()).map(UpwardReport::id);
        if (draft.drawnFrom().isPresent() && !draft.drawnFrom().equals(source)) {
            throw new RuleBroken("desk.upward.source-moved");
        }
        var now = ledger.now();
        var topic = it.content() == Series.Content.BROADCAST
                ? Optional.of(broadcasting.post(it, draft, actor))
                : Optional.<UUID>empty();
        reports.send(id, fingerprint.of(draft), topic, now, actor);
        ledger.note(false, id, "desk.report-sent", Map.of("items", draft.items().size()), actor);
        ledger.tell(new ReportSent(id, now));
    }

    /**
     * A report that was sent stays as it is; what was wrong is said in the next edition of the same half day. A correction
     * that was written and not sent is written anew.
     */
    public UUID correct(UUID id, String words, Actor actor) {
        requireDesk();
        reports.alone(show(id, actor).series());
        var wrong = reports.lock(id).orElseThrow(NotFound::new);
        if (!wrong.sent()) {
            throw new RuleBroken("desk.upward.not-sent");
        }
        if (words.isBlank()) {
            throw new RuleBroken("desk.reason-missing");
        }
        var editions = reports.of(wrong.series(), wrong.day(), wrong.half());
        var sent = wrong.half() == Half.EXTRA
                ? wrong
                : editions.stream().filter(UpwardReport::sent).toList().getLast();
        var last = reports.lock(editions.getLast().id()).orElseThrow(NotFound::new);
        if (!last.sent() && !last.corrects().equals(Optional.of(sent.id()))) {
            throw new RuleBroken("desk.upward.draft-first");
        }
        var now = ledger.now();
        var body = composing.again(find(wrong.series()), sent, now);
        var place = new UpwardStore.Place(
                wrong.series(),
                wrong.day(),
                wrong.half(),
                last.edition() + 1,
                wrong.recipient(),
                Optional.of(sent.id()));
        var correction = last.sent()
                ? reports.insert(place, body, words.strip(), now, actor)
                : reports.compose(last.id(), body, words.strip(), now, actor);
        ledger.note(false, correction, "desk.report-corrected", Map.of("corrects", id), actor);
        return correction;
    }

    /** Who only approves does not read the tickets. */
    private void requireDesk() {
        requireReader();
        if (!reports.staff()) {
            throw new NotAllowed();
        }
    }

    private void requireReader() {
        if (!reports.reader()) {
            throw new NotFound();
        }
    }
}
