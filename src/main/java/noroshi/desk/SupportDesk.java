package noroshi.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of help: the desk asks, an agency answers, what it finds out comes back. */
@Service
@Transactional
public class SupportDesk {
    private static final int LONGEST = 20_000;

    private final SupportStore supports;
    private final MatterStore matters;
    private final TellingStore tellings;
    private final Triage triage;
    private final Sharing sharing;
    private final Members members;
    private final LateWordStore lateWords;
    private final Ledger ledger;

    SupportDesk(
            SupportStore supports,
            MatterStore matters,
            TellingStore tellings,
            Triage triage,
            Sharing sharing,
            Members members,
            LateWordStore lateWords,
            Ledger ledger) {
        this.lateWords = lateWords;
        this.supports = supports;
        this.matters = matters;
        this.tellings = tellings;
        this.triage = triage;
        this.sharing = sharing;
        this.members = members;
        this.ledger = ledger;
    }

    /** Help for a matter: all of it for the desk and the reporter's side, their own for an agency. */
    @Transactional(readOnly = true)
    public List<Support> of(Matter matter, Actor actor) {
        return supports.of(matter.topic());
    }

    /** Whether the actor answers for the agency that was asked. */
    @Transactional(readOnly = true)
    public boolean asked(Support support, Actor actor) {
        return supports.holds(support.office());
    }

    /**
     * Asks an agency for help. It reads the outline and the technical facts: because the reporter wanted help, or because
     * they were asked and agreed before.
     */
    public UUID ask(Matter seen, NewSupport wanted, Actor actor) {
        if (!matters.staff()) {
            throw new NotFound();
        }
        var matter = sharing.locked(seen);
        if (matter.status().over()) {
            throw new RuleBroken("desk.over");
        }
        if (!sharing.agreed(matter, wanted.organisation(), actor)) {
            throw new RuleBroken("desk.support.no-consent");
        }
        sharing.add(matter, wanted.organisation(), Trigger.SUPPORT, new Wanted(wanted.words(), false, true), actor);
        var now = ledger.now();
        var support = supports.insert(matter.topic(), members.windowOf(wanted.organisation()), wanted, now, actor)
                .orElseThrow(() -> new RuleBroken("desk.support.known"));
        triage.supporting(matter, actor);
        ledger.note(matter, "desk.support-asked", Map.of("organisation", wanted.organisation()), actor);
        ledger.tell(new SupportAsked(matter.topic(), support, wanted.organisation(), now));
        return support;
    }

    /** The agency accepts, declines, or helps in part. */
    public void answer(Matter matter, UUID support, Support.Verdict verdict, String words, Actor actor) {
        var asked = requireAsked(matter, support);
        if (asked.verdict().isPresent()) {
            throw new RuleBroken("desk.decided");
        }
        if (verdict != Support.Verdict.ACCEPTED && words.isBlank()) {
            throw new RuleBroken("desk.reason-missing");
        }
        var now = ledger.now();
        supports.answer(support, verdict, words.strip(), now, actor);
        step(matter, "support_answered", verdict.name(), now, actor);
        ledger.note(matter, "desk.support-answered", Map.of("verdict", verdict), actor);
        ledger.tell(new SupportAnswered(matter.topic(), support, verdict, now));
    }

    /** What the agency found out goes to the reporter's side and the desk. */
    public void find(Matter matter, UUID support, String body, Actor actor) {
        var asked = requireAsked(matter, support);
        if (!asked.open() || asked.verdict().isEmpty()) {
            throw new RuleBroken("desk.support.not-open");
        }
        var words = body.strip();
        if (words.isEmpty() || words.length() > LONGEST || words.indexOf('\0') >= 0) {
            throw new RuleBroken("desk.support.words-missing");
        }
        var now = ledger.now();
        var finding = supports.find(support, words, now, actor);
        if (matter.status().over()) {
            lateWords.insert(finding, matter.topic(), now);
        }
        ledger.note(matter, "desk.finding-returned", Map.of("support", support), actor);
    }

    /** The help ends: said by the desk or by the agency. */
    public void end(Matter matter, UUID support, Actor actor) {
        var asked = known(matter, support);
        if (!matters.staff() && !supports.holds(asked.office())) {
            throw new NotAllowed();
        }
        if (asked.endedAt().isEmpty()) {
            var now = ledger.now();
            supports.end(support, now, actor);
            step(matter, "support_ended", "", now, actor);
            ledger.note(matter, "desk.support-ended", Map.of("support", support), actor);
        }
    }

    private Support requireAsked(Matter matter, UUID support) {
        var asked = known(matter, support);
        if (!supports.holds(asked.office())) {
            throw new NotAllowed();
        }
        return supports.lock(matter.topic(), support).orElseThrow(NotFound::new);
    }

    private Support known(Matter matter, UUID support) {
        return supports.of(matter.topic()).stream()
                .filter(it -> it.id().equals(support))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** An agency's holder may belong to the very organisation that stays hidden. */
    private void step(Matter matter, String act, String detail, Instant now, Actor actor) {
        var concealed = matter.hidden() && matters.ownHouse(matter.topic());
        tellings.step(matter.topic(), act, concealed ? null : actor, detail, now);
    }
}
