package noroshi.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.membership.Members;
import noroshi.membership.OfficeKind;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door between the desk and the event owner: what does this do to the event, and how far? */
@Service
@Transactional
public class Inquiries {
    private static final int LONGEST = 2000;
    private static final int FARTHEST = 500;

    private final InquiryStore inquiries;
    private final MatterStore matters;
    private final Members members;
    private final Ledger ledger;

    Inquiries(InquiryStore inquiries, MatterStore matters, Members members, Ledger ledger) {
        this.inquiries = inquiries;
        this.matters = matters;
        this.members = members;
        this.ledger = ledger;
    }

    /** What was asked about a matter, newest first; for the desk. */
    @Transactional(readOnly = true)
    public List<Inquiry> of(Matter matter, Actor actor) {
        return inquiries.of(matter.topic());
    }

    /** Whom the desk may ask. */
    @Transactional(readOnly = true)
    public List<UUID> owners(Actor actor) {
        requireStaff();
        return inquiries.owners();
    }

    /** What waits for the actor's answer. */
    @Transactional(readOnly = true)
    public List<Inquiry> open(Actor actor) {
        return inquiries.open();
    }

    /** Asks the liaison of an event owner. They read these words, and nothing else of the matter. */
    public void ask(Matter matter, UUID owner, String said, Actor actor) {
        requireStaff();
        if (matter.status().over()) {
            throw new RuleBroken("desk.over");
        }
        var words = said.strip();
        if (words.isEmpty()) {
            throw new RuleBroken("desk.inquiry.words-missing");
        }
        if (words.length() > LONGEST || words.indexOf('\0') >= 0) {
            throw new RuleBroken("desk.too-long", LONGEST);
        }
        if (!inquiries.owners().contains(owner)) {
            throw new RuleBroken("desk.choice");
        }
        var office = members.office(OfficeKind.LIAISON_OC, owner);
        var id = UUID.randomUUID();
        var now = ledger.now();
        if (!inquiries.insert(id, matter.topic(), owner, office, words, now, actor)) {
            throw new RuleBroken("desk.inquiry.open");
        }
        ledger.note(matter, "desk.impact-asked", Map.of("organisation", owner), actor);
        ledger.tell(new ImpactAsked(id, owner, false, now));
    }

    /** The liaison says what it does to the event; from then on it is confirmed. */
    public void answer(UUID inquiry, Impact impact, String extent, Actor actor) {
        var asked = inquiries.find(inquiry).orElseThrow(NotFound::new);
        var how = extent.strip();
        if (impact == Impact.UNKNOWN) {
            throw new RuleBroken("desk.inquiry.answer-missing");
        }
        if (impact == Impact.PRESENT && how.isEmpty()) {
            throw new RuleBroken("desk.extent-missing");
        }
        if (how.length() > FARTHEST || how.indexOf('\0') >= 0) {
            throw new RuleBroken("desk.too-long", FARTHEST);
        }
        if (!inquiries.answer(asked.id(), impact, how, ledger.now())) {
            throw new RuleBroken("desk.decided");
        }
        ledger.note(false, asked.id(), "desk.impact-confirmed", Map.of("impact", impact), actor);
    }

    private void requireStaff() {
        if (!matters.staff()) {
            throw new NotFound();
        }
    }
}
