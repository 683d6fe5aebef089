package noroshi.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.audit.AuditTrail;
import noroshi.desk.DeskChanges;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door of the hand-over: composed of what changed, handed over once, taken over by somebody else. For the desk
 * alone.
 */
@Service
@Transactional
public class Handovers {
    /** How long before its end a shift may hand over. */
    private static final Duration EARLY = Duration.ofHours(1);
    /** How long after the end of a shift, and after the hand-over, nobody is told that something is missing. */
    private static final Duration GRACE = Duration.ofMinutes(30);

    private static final int SHOWN = 60;
    private static final int LONGEST = 10_000;
    private static final int LONGEST_ANSWER = 2000;

    private final SheetStore sheets;
    private final DeskChanges changes;
    private final AuditTrail audit;
    private final Clock clock;

    Handovers(SheetStore sheets, DeskChanges changes, AuditTrail audit, Clock clock) {
        this.sheets = sheets;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is missing.
     *
     * @param owed shifts that are over and have not handed over, the oldest first
     * @param untaken sheets that nobody has taken over although it is time, the oldest first
     * @param toTake sheets that wait for the next shift, and it is not late yet
     */
    public record Missing(List<Sheet.Draft> owed, List<Sheet> untaken, List<Sheet> toTake) {
        public static final Missing NOTHING = new Missing(List.of(), List.of(), List.of());

        public boolean any() {
            return !owed.isEmpty() || !untaken.isEmpty();
        }
    }

    /** What is missing and late; nothing for anybody but the desk. */
    @Transactional(readOnly = true)
    public Missing missing(Actor actor) {
        if (!sheets.staff()) {
            return Missing.NOTHING;
        }
        var now = clock.instant();
        var late = now.minus(GRACE);
        var waiting = sheets.untaken();
        return new Missing(
                sheets.owed(late, now),
                waiting.stream().filter(it -> it.handedAt().isBefore(late)).toList(),
                waiting.stream().filter(it -> !it.handedAt().isBefore(late)).toList());
    }

    /** How much waits for the actor: a sheet to take over that is not their own, a hand-over that is late. */
    @Transactional(readOnly = true)
    public Supplier<Integer> waiting(Actor actor) {
        return sheets.waiting(clock.instant().minus(GRACE), actor);
    }

    /** Sheets that nobody has taken over, late or not. */
    @Transactional(readOnly = true)
    public List<Sheet> toTake(Actor actor) {
        return sheets.staff() ? sheets.untaken() : List.of();
    }

    /** Whether the actor works at the desk: what is handed over is not for the Overall Lead. */
    @Transactional(readOnly = true)
    public boolean desk(Actor actor) {
        return sheets.staff();
    }

    /** Refuses everybody but the desk, before anything they sent is looked at. */
    @Transactional(readOnly = true)
    public void enter(Actor actor) {
        requireStaff();
    }

    /** The sheets, newest first. */
    @Transactional(readOnly = true)
    public List<Sheet> newest(Actor actor) {
        requireStaff();
        return sheets.newest(SHOWN);
    }

    @Transactional(readOnly = true)
    public Sheet show(UUID id, Actor actor) {
        requireStaff();
        return sheets.find(id).orElseThrow(NotFound::new);
    }

    /** The sheet of the shift that is to hand over now, composed of what is known; nothing while none is. */
    @Transactional(readOnly = true)
    public Optional<Sheet.Draft> draft(Actor actor) {
        requireStaff();
        return next().map(it -> composed(it, actor));
    }

    private Optional<Sheet.Draft> next() {
        var now = clock.instant();
        return sheets.owed(now.plus(EARLY), now).stream().reduce((one, later) -> later);
    }

    private Sheet.Draft composed(Sheet.Draft it, Actor actor) {
        return new Sheet.Draft(it.hours(), it.begins(), it.ends(), it.since(), changes.since(it.since(), actor));
    }

    /**
     * Hands a shift over: from then on nobody changes what it says.
     *
     * @param begins of which shift the writer had the sheet before them
     */
    public UUID handOver(Instant begins, String said, Actor actor) {
        requireStaff();
        var draft =
                next().filter(it -> it.begins().equals(begins)).orElseThrow(() -> new RuleBroken("watch.sheet.known"));
        var words = said.strip();
        if (words.length() > LONGEST || words.indexOf('\0') >= 0) {
            throw new RuleBroken("watch.too-long", LONGEST);
        }
        var id = UUID.randomUUID();
        if (!sheets.insert(id, composed(draft, actor), words, clock.instant(), actor)) {
            throw new RuleBroken("watch.sheet.known");
        }
        audit.record(actor, "watch.handed-over", id, Map.of("begins", begins));
        return id;
    }

    /** Somebody of the next shift has read it, and goes on from there. */
    public void take(UUID id, String said, Actor actor) {
        requireStaff();
        var sheet = sheets.lock(id).orElseThrow(NotFound::new);
        var answer = said.strip();
        if (answer.length() > LONGEST_ANSWER || answer.indexOf('\0') >= 0) {
            throw new RuleBroken("watch.too-long", LONGEST_ANSWER);
        }
        if (sheet.taken().isPresent()) {
            throw new RuleBroken("watch.sheet.taken");
        }
        if (sheet.handedBy().equals(actor.person())) {
            throw new RuleBroken("watch.sheet.own");
        }
        sheets.take(id, answer, clock.instant(), actor);
        audit.record(actor, "watch.taken-over", id, Map.of());
    }

    private void requireStaff() {
        if (!sheets.staff()) {
            throw new NotFound();
        }
    }
}
