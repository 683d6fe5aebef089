package noroshi.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of the party lists: who is to be told, when, and what of it. The desk keeps them. */
@Service
@Transactional
public class PartyLists {
    private final PartyStore parties;
    private final MatterStore matters;
    private final Members members;
    private final Ledger ledger;

    PartyLists(PartyStore parties, MatterStore matters, Members members, Ledger ledger) {
        this.parties = parties;
        this.matters = matters;
        this.members = members;
        this.ledger = ledger;
    }

    @Transactional(readOnly = true)
    public List<Party> all(Actor actor) {
        requireStaff();
        return parties.parties(ledger.today());
    }

    @Transactional(readOnly = true)
    public List<SystemName> systems(Actor actor) {
        requireStaff();
        return parties.systems(ledger.today());
    }

    /** From today on, reports of this kind propose this organisation. */
    public UUID add(Trigger trigger, String code, UUID organisation, boolean damage, boolean technical, Actor actor) {
        requireStaff();
        if (trigger == Trigger.CHOSEN || trigger == Trigger.SUPPORT) {
            throw new RuleBroken("desk.choice");
        }
        if ((trigger == Trigger.ALWAYS) != code.isBlank()) {
            throw new RuleBroken("desk.party.code");
        }
        if (trigger != Trigger.ALWAYS && !parties.known(trigger, code.strip(), ledger.today())) {
            throw new RuleBroken("desk.party.code-unknown", code.strip());
        }
        var id = UUID.randomUUID();
        var name = members.organisation(organisation);
        if (!parties.insert(new Party(id, trigger, code.strip(), name.id(), damage, technical, ledger.today()))) {
            throw new RuleBroken("desk.party.known");
        }
        ledger.note(
                false,
                id,
                "desk.party-added",
                Map.of("trigger", trigger, "code", code, "organisation", organisation),
                actor);
        return id;
    }

    /** From today on, nobody proposes it any more; what was told stays told. */
    public void end(UUID party, Actor actor) {
        requireStaff();
        if (!parties.end(party, ledger.today())) {
            throw new NotFound();
        }
        ledger.note(false, party, "desk.party-ended", Map.of(), actor);
    }

    /** A system that was rehearsed. */
    public void addSystem(SystemName system, Actor actor) {
        requireStaff();
        if (!system.code().matches("[a-z0-9][a-z0-9-]{1,40}")
                || system.nameJa().isBlank()
                || system.nameEn().isBlank()) {
            throw new RuleBroken("desk.system.names");
        }
        if (!parties.insertSystem(system)) {
            throw new RuleBroken("desk.party.known");
        }
        ledger.note(false, actor.organisation(), "desk.system-added", Map.of("code", system.code()), actor);
    }

    private void requireStaff() {
        if (!matters.staff()) {
            throw new NotFound();
        }
    }
}
