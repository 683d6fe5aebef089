package noroshi.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.membership.Members;
import noroshi.membership.OrganisationName;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is told: proposed by name, left out in one tap, added later only after the reporter knows. */
@Service
@Transactional
public class Sharing {
    private final RecipientStore recipients;
    private final PartyStore parties;
    private final MatterStore matters;
    private final SupportStore supports;
    private final MatterReaders readers;
    private final Agreement agreement;
    private final Members members;
    private final DeskSettings settings;
    private final Ledger ledger;

    Sharing(
            RecipientStore recipients,
            PartyStore parties,
            MatterStore matters,
            SupportStore supports,
            MatterReaders readers,
            Agreement agreement,
            Members members,
            DeskSettings settings,
            Ledger ledger) {
        this.recipients = recipients;
        this.parties = parties;
        this.matters = matters;
        this.supports = supports;
        this.readers = readers;
        this.agreement = agreement;
        this.members = members;
        this.settings = settings;
        this.ledger = ledger;
    }

    /** Whom a report of this organisation about this system proposes to tell. */
    @Transactional(readOnly = true)
    public List<Proposed> proposed(UUID organisation, Optional<String> system, Actor actor) {
        if (!organisation.equals(actor.organisation()) && !matters.staff()) {
            throw new NotFound();
        }
        return parties.proposed(organisation, system, ledger.today());
    }

    /** The systems whose parties were rehearsed. */
    @Transactional(readOnly = true)
    public List<SystemName> systems(Actor actor) {
        return parties.systems(ledger.today());
    }

    /** Whom the member left ticked, and whom they left out. */
    record Choice(List<Recipient> recipients, List<Proposed> withheld) {}

    /** A consultation goes to the Centre alone; a report to whom its member left ticked. */
    Choice choose(NewMatter it, UUID organisation, Instant now) {
        if (it.kind() == MatterKind.CONSULTATION) {
            return new Choice(List.of(), List.of());
        }
        var chosen = new ArrayList<Recipient>();
        var withheld = new ArrayList<Proposed>();
        var known = new HashSet<UUID>();
        for (var proposed : parties.proposed(organisation, it.system(), ledger.today())) {
            known.add(proposed.id());
            if (it.recipients().contains(proposed.id())) {
                chosen.add(recipient(proposed.id(), proposed.reason(), proposed.damage(), proposed.technical(), now));
            } else {
                withheld.add(proposed);
            }
        }
        if (!known.containsAll(it.recipients())) {
            throw new RuleBroken("desk.recipient-unknown");
        }
        return new Choice(chosen, withheld);
    }

    private Recipient recipient(UUID organisation, Trigger reason, boolean damage, boolean technical, Instant now) {
        return new Recipient(
                organisation, members.windowOf(organisation), reason, damage, technical, now, Optional.empty());
    }

    void keep(UUID matter, Choice choice, Instant now, Actor actor) {
        choice.recipients().forEach(recipient -> recipients.add(matter, recipient, actor));
        choice.withheld().forEach(proposed -> recipients.withhold(matter, proposed, now));
    }

    /** Who was told; for the reporter's side and the desk, nobody else. */
    @Transactional(readOnly = true)
    public List<Recipient> recipients(Matter matter, Actor actor) {
        return recipients.of(matter.topic());
    }

    /** When each of them opened the matter first. */
    @Transactional(readOnly = true)
    public Map<UUID, Instant> firstViews(Matter matter, Actor actor) {
        return recipients.firstViews(matter.topic());
    }

    /** Who was proposed and left out; nobody asks why. */
    @Transactional(readOnly = true)
    public List<UUID> withheld(Matter matter, Actor actor) {
        return recipients.withheld(matter.topic());
    }

    /** How many organisations read the outline beside the Centre, counted for whoever writes to them. */
    @Transactional(readOnly = true)
    public int reach(Matter matter, Actor actor) {
        return recipients.reach(matter.topic());
    }

    /** Whom the desk wants to tell, and what became of it. */
    @Transactional(readOnly = true)
    public List<Proposal> proposals(Matter matter, Actor actor) {
        return recipients.proposals(matter.topic());
    }

    /** Whom the rules name today and who is neither told nor was left out on purpose. */
    @Transactional(readOnly = true)
    public List<Proposed> forgotten(Matter matter, Actor actor) {
        return matters.staff() ? agreement.unnamed(matter) : List.of();
    }

    /** The reporter lets one more organisation read, from the beginning. */
    public void share(Matter seen, UUID organisation, Wanted wanted, Actor actor) {
        var matter = locked(seen);
        requireOurs(matter);
        add(matter, organisation, Trigger.CHOSEN, wanted, actor);
    }

    /** The desk wants one more organisation to read: the reporter is told, and nothing else happens yet. */
    public UUID propose(Matter seen, UUID organisation, Wanted wanted, Actor actor) {
        requireStaff();
        var matter = locked(seen);
        requireOpen(matter);
        if (agreement.reads(matter, organisation)) {
            throw new RuleBroken("desk.already-told");
        }
        if (recipients.proposals(matter.topic()).stream()
                .anyMatch(it -> it.open() && it.organisation().equals(organisation))) {
            throw new RuleBroken("desk.already-proposed");
        }
        var now = ledger.now();
        var id = recipients.propose(matter.topic(), agreement.present(organisation), wanted, actor, now);
        ledger.note(matter, "desk.sharing-proposed", Map.of("organisation", organisation), actor);
        ledger.tell(new SharingProposed(matter.topic(), organisation, now));
        return id;
    }

    /** The reporter agrees or refuses. */
    public void decide(Matter seen, UUID proposal, boolean agreed, Actor actor) {
        var matter = locked(seen);
        requireOurs(matter);
        var proposed = open(matter, proposal);
        recipients.decide(proposal, agreed ? Proposal.Verdict.AGREED : Proposal.Verdict.REFUSED, actor, ledger.now());
        if (agreed) {
            add(matter, proposed, actor);
        } else {
            ledger.note(matter, "desk.sharing-refused", Map.of("organisation", proposed.organisation()), actor);
        }
    }

    /**
     * When the reporter of a report has known for long enough without an answer, the desk may go on; never about an
     * organisation that they have answered for.
     */
    public void carryOut(Matter seen, UUID proposal, Actor actor) {
        requireStaff();
        var matter = locked(seen);
        var proposed = open(matter, proposal);
        if (matter.kind() == MatterKind.CONSULTATION) {
            throw new RuleBroken("desk.consultation-stays");
        }
        if (agreement.reads(matter, proposed.organisation())) {
            throw new RuleBroken("desk.already-told");
        }
        if (agreement.refused(matter, proposed.organisation())) {
            throw new RuleBroken("desk.reporter-refused");
        }
        if (!known(proposed)) {
            throw new RuleBroken("desk.told-too-lately", settings.tellBefore().toMinutes());
        }
        recipients.decide(proposal, Proposal.Verdict.CARRIED_OUT, actor, ledger.now());
        add(matter, proposed, actor);
    }

    /** Whether the desk may carry a proposal out without an answer. */
    @Transactional(readOnly = true)
    public boolean mayCarryOut(Matter matter, Proposal proposal, Actor actor) {
        return proposal.open()
                && matter.kind() == MatterKind.REPORT
                && known(proposal)
                && !agreement.reads(matter, proposal.organisation())
                && !agreement.refused(matter, proposal.organisation());
    }

    private boolean known(Proposal proposal) {
        return !ledger.now().isBefore(proposal.proposedAt().plus(settings.tellBefore()));
    }

    /** The reporter lets an organisation read no further; an agency that helps has to end its help first. */
    public void stop(Matter seen, UUID organisation, Actor actor) {
        var matter = locked(seen);
        requireOurs(matter);
        if (supports.of(matter.topic()).stream()
                .anyMatch(it -> it.organisation().equals(organisation) && it.open())) {
            throw new RuleBroken("desk.support.helping");
        }
        var now = ledger.now();
        var office = recipients.of(matter.topic()).stream()
                .filter(it -> it.organisation().equals(organisation))
                .map(Recipient::office)
                .findFirst()
                .orElseThrow(NotFound::new);
        if (!recipients.end(matter.topic(), organisation, now)) {
            throw new NotFound();
        }
        readers.narrow(matter, office, actor);
        ledger.note(matter, "desk.sharing-stopped", Map.of("organisation", organisation), actor);
    }

    private void add(Matter matter, Proposal proposed, Actor actor) {
        var wanted = new Wanted(proposed.reason(), proposed.damage(), proposed.technical());
        add(matter, proposed.organisation(), Trigger.CHOSEN, wanted, actor);
    }

    /** Whoever is added reads from the beginning. */
    void add(Matter matter, UUID organisation, Trigger why, Wanted wanted, Actor actor) {
        requireOpen(matter);
        var now = ledger.now();
        var recipient = recipient(agreement.present(organisation), why, wanted.damage(), wanted.technical(), now);
        recipients.add(matter.topic(), recipient, actor);
        recipients.share(matter.topic(), organisation);
        readers.widen(matter, recipient, actor);
        ledger.note(matter, "desk.matter-shared", Map.of("organisation", organisation, "reason", why), actor);
        ledger.tell(new MatterShared(matter.topic(), organisation, now));
    }

    boolean agreed(Matter matter, UUID organisation, Actor actor) {
        return agreement.mayHelp(matter, organisation);
    }

    /** Whom the desk can ask for help with a matter. */
    @Transactional(readOnly = true)
    public List<OrganisationName> agencies(Matter matter, Actor actor) {
        return matters.staff() ? agreement.agencies(matter) : List.of();
    }

    /** The matter as it stands once nobody else changes who reads it. */
    Matter locked(Matter matter) {
        matters.lock(matter.topic());
        return matters.of(matter.topic()).orElseThrow(NotFound::new);
    }

    private Proposal open(Matter matter, UUID proposal) {
        var found = recipients.lock(matter.topic(), proposal).orElseThrow(NotFound::new);
        if (!found.open()) {
            throw new RuleBroken("desk.decided");
        }
        return found;
    }

    private static void requireOurs(Matter matter) {
        if (!matter.ours()) {
            throw new NotAllowed();
        }
    }

    private static void requireOpen(Matter matter) {
        if (matter.status() == Status.WITHDRAWN) {
            throw new RuleBroken("desk.over");
        }
    }

    private void requireStaff() {
        if (!matters.staff()) {
            throw new NotAllowed();
        }
    }
}
