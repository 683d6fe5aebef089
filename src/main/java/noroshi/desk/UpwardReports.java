package noroshi.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.membership.Members;
import noroshi.membership.OrganisationName;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The front door of the reports upwards: twice a day, what has an impact on the event or could become public; also when
 * that is nothing. Composed by the desk, approved and sent by the Overall Lead.
 */
@Service
@Transactional
public class UpwardReports {
    private static final int SHOWN = 60;

    private final UpwardStore reports;
    private final Members members;
    private final DeskSettings settings;
    private final Ledger ledger;
    private final JsonMapper json;

    UpwardReports(UpwardStore reports, Members members, DeskSettings settings, Ledger ledger, JsonMapper json) {
        this.reports = reports;
        this.members = members;
        this.settings = settings;
        this.ledger = ledger;
        this.json = json;
    }

    /** Whether the actor has anything to do with reports. */
    @Transactional(readOnly = true)
    public boolean reader(Actor actor) {
        return reports.reader();
    }

    /** The reports, newest first. */
    @Transactional(readOnly = true)
    public List<UpwardReport> newest(Actor actor) {
        requireReader();
        return reports.newest(SHOWN);
    }

    @Transactional(readOnly = true)
    public UpwardReport show(UUID id, Actor actor) {
        requireReader();
        return reports.find(id).orElseThrow(NotFound::new);
    }

    /** The rhythm in force, if reports are due at all. */
    @Transactional(readOnly = true)
    public Optional<Rhythm> rhythm(Actor actor) {
        requireReader();
        return inForce();
    }

    private Optional<Rhythm> inForce() {
        var today = ledger.today();
        return reports.rhythm(today).filter(it -> it.lastDay().stream().noneMatch(today::isAfter));
    }

    /** Reports that were due and have not been sent, the oldest first. */
    @Transactional(readOnly = true)
    public List<Slot> missed(Actor actor) {
        if (!reports.reader()) {
            return List.of();
        }
        return reports.rhythm(ledger.today()).map(this::missed).orElse(List.of());
    }

    /** Drafts that wait for the actor's approval. */
    @Transactional(readOnly = true)
    public int drafts(Actor actor) {
        return reports.reader() && actor.is(Role.OVERALL_LEAD) ? reports.drafts(actor.person()) : 0;
    }

    private List<Slot> missed(Rhythm rhythm) {
        var now = ledger.now();
        var sent = reports.sent(rhythm.firstDay());
        var last = rhythm.lastDay().filter(ledger.today()::isAfter).orElse(ledger.today());
        var missed = new ArrayList<Slot>();
        for (var day = rhythm.firstDay(); !day.isAfter(last); day = day.plusDays(1)) {
            for (var half : Half.values()) {
                var slot = slot(day, half);
                if (slot.dueAt().isBefore(now) && !sent.contains(day + " " + half)) {
                    missed.add(slot);
                }
            }
        }
        return missed;
    }

    /** The next report that is due. */
    @Transactional(readOnly = true)
    public Optional<Slot> next(Actor actor) {
        requireReader();
        return inForce().map(rhythm -> {
            var now = ledger.now();
            var today = ledger.today();
            var morning = slot(today, Half.AM);
            var evening = slot(today, Half.PM);
            if (now.isBefore(morning.dueAt())) {
                return morning;
            }
            return now.isBefore(evening.dueAt()) ? evening : slot(today.plusDays(1), Half.AM);
        });
    }

    private Slot slot(LocalDate day, Half half) {
        var time = half == Half.AM ? settings.morning() : settings.evening();
        return new Slot(day, half, day.atTime(time).atZone(ledger.zone()).toInstant());
    }

    /** From today on, reports are due. */
    public void begin(String recipient, Actor actor) {
        requireReader();
        if (recipient.isBlank()) {
            throw new RuleBroken("desk.upward.recipient-missing");
        }
        reports.begin(ledger.today(), recipient.strip());
        ledger.note(false, actor.organisation(), "desk.reports-begun", Map.of(), actor);
    }

    /** After today, no more reports are due. */
    public void end(Actor actor) {
        requireReader();
        var rhythm = inForce().orElseThrow(() -> new RuleBroken("desk.upward.no-rhythm"));
        reports.end(rhythm.firstDay(), ledger.today());
        ledger.note(false, actor.organisation(), "desk.reports-ended", Map.of(), actor);
    }

    /** Composes the report of a half day from the tickets as they stand, or composes its draft anew. */
    public UUID compose(LocalDate day, Half half, String words, Actor actor) {
        requireDesk();
        var rhythm = reports.rhythm(day).orElseThrow(() -> new RuleBroken("desk.upward.no-rhythm"));
        if (day.isAfter(ledger.today().plusDays(1))) {
            throw new RuleBroken("desk.choice");
        }
        var before = reports.of(day, half);
        if (before.stream().anyMatch(UpwardReport::sent)) {
            throw new RuleBroken("desk.upward.was-sent");
        }
        var now = ledger.now();
        var items = items(now);
        if (before.isEmpty()) {
            var id = reports.insert(slot(day, half), 1, rhythm.recipient(), items, words.strip(), now, actor);
            ledger.note(false, id, "desk.report-composed", Map.of("items", items.size()), actor);
            return id;
        }
        var draft = before.getFirst().id();
        if (reports.lock(draft).filter(UpwardReport::sent).isPresent()) {
            throw new RuleBroken("desk.upward.was-sent");
        }
        ledger.note(false, draft, "desk.report-composed", Map.of("items", items.size()), actor);
        return reports.compose(draft, items, words.strip(), now, actor);
    }

    /** New ones since the last report, and the end of those that were reported. */
    private List<UpwardItem> items(Instant at) {
        var reported = reports.reported();
        var candidates = reports.candidates(at);
        var names = members.organisations(
                candidates.stream().flatMap(it -> it.organisation().stream()).toList());
        return candidates.stream()
                .filter(it -> !reported.contains(it.matter().toString()) && !reported.contains(it.matter() + " over")
                        || it.status().over() && !reported.contains(it.matter() + " over"))
                .map(it -> it.item(
                        it.organisation().map(names::get).map(OrganisationName::name),
                        !reported.contains(it.matter().toString())))
                .toList();
    }

    /**
     * Approves a draft and sends it: from then on it is a numbered copy that nobody changes.
     *
     * @param seen when the draft was composed that the approver had before them; no other one is sent
     */
    public void send(UUID id, Instant seen, Actor actor) {
        requireReader();
        actor.require(Role.OVERALL_LEAD);
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
        var now = ledger.now();
        reports.send(id, sha256(draft), now, actor);
        ledger.note(false, id, "desk.report-sent", Map.of("items", draft.items().size()), actor);
        ledger.tell(new ReportSent(id, now));
    }

    /**
     * A report that was sent stays as it is; what was wrong is said in the next edition of the same half day. A correction
     * that was written and not sent is written anew.
     */
    public UUID correct(UUID id, String words, Actor actor) {
        requireDesk();
        var wrong = reports.lock(id).orElseThrow(NotFound::new);
        if (!wrong.sent()) {
            throw new RuleBroken("desk.upward.not-sent");
        }
        if (words.isBlank()) {
            throw new RuleBroken("desk.reason-missing");
        }
        var editions = reports.of(wrong.day(), wrong.half());
        var sent = editions.stream().filter(UpwardReport::sent).toList().getLast();
        var items = refreshed(sent.items());
        var last = reports.lock(editions.getLast().id()).orElseThrow(NotFound::new);
        var correction = last.sent()
                ? reports.insert(
                        slot(wrong.day(), wrong.half()),
                        last.edition() + 1,
                        wrong.recipient(),
                        items,
                        words.strip(),
                        ledger.now(),
                        actor)
                : reports.compose(last.id(), items, words.strip(), ledger.now(), actor);
        ledger.note(false, correction, "desk.report-corrected", Map.of("corrects", id), actor);
        return correction;
    }

    /** The same matters, as they stand now. */
    private List<UpwardItem> refreshed(List<UpwardItem> items) {
        var now = reports.candidates(ledger.now());
        return items.stream()
                .map(item -> now.stream()
                        .filter(it -> it.matter().toString().equals(item.matter()))
                        .findFirst()
                        .map(it -> it.item(item.organisation(), item.fresh()))
                        .orElse(item))
                .toList();
    }

    private String sha256(UpwardReport report) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var text = report.day() + " " + report.half() + " " + report.edition() + "\n" + report.recipient() + "\n"
                    + report.words() + "\n" + json.writeValueAsString(report.items());
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
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
