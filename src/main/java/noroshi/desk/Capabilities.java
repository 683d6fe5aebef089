package noroshi.desk;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import noroshi.membership.Members;
import noroshi.membership.OrganisationName;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of what agencies say they can help with: each says it for itself, and the desk chooses by it. */
@Service
@Transactional
public class Capabilities {
    private final CapabilityStore capabilities;
    private final PartyStore parties;
    private final DeskSettings settings;
    private final MatterStore matters;
    private final Members members;
    private final Ledger ledger;

    Capabilities(
            CapabilityStore capabilities,
            PartyStore parties,
            DeskSettings settings,
            MatterStore matters,
            Members members,
            Ledger ledger) {
        this.capabilities = capabilities;
        this.parties = parties;
        this.settings = settings;
        this.matters = matters;
        this.members = members;
        this.ledger = ledger;
    }

    /** Whether the actor speaks for an agency that helps. */
    @Transactional(readOnly = true)
    public boolean speaks(Actor actor) {
        return parties.of(settings.helpers(), ledger.today()).contains(actor.organisation())
                && capabilities.holds(actor.organisation());
    }

    /** Refuses everybody who speaks for no such agency, before anything they sent is looked at. */
    @Transactional(readOnly = true)
    public void enter(Actor actor) {
        if (!speaks(actor)) {
            throw new NotFound();
        }
    }

    /** What the actor's agency said. */
    @Transactional(readOnly = true)
    public List<Capability> own(Actor actor) {
        enter(actor);
        return capabilities.capabilities().getOrDefault(actor.organisation(), List.of());
    }

    /** Every agency that helps, with what it said; for the desk. */
    @Transactional(readOnly = true)
    public Map<OrganisationName, List<Capability>> all(Actor actor) {
        if (!matters.staff()) {
            throw new NotFound();
        }
        var said = capabilities.capabilities();
        return members.organisations(parties.of(settings.helpers(), ledger.today())).values().stream()
                .sorted(Comparator.comparing(OrganisationName::code))
                .collect(Collectors.toMap(
                        Function.identity(),
                        name -> said.getOrDefault(name.id(), List.of()),
                        (one, same) -> one,
                        LinkedHashMap::new));
    }

    /** From now on it can help so with this; what it said of the same before is replaced. */
    public void declare(Cause cause, Set<SupportKind> kinds, String words, Actor actor) {
        var it = new Capability(office(actor), cause, kinds, words, ledger.now());
        capabilities.declare(it, actor);
        ledger.note(false, it.office(), "desk.capability-declared", Map.of("cause", cause, "kinds", kinds), actor);
    }

    /** It does not help with this any more. */
    public void end(Cause cause, Actor actor) {
        var office = office(actor);
        if (!capabilities.end(office, cause)) {
            throw new NotFound();
        }
        ledger.note(false, office, "desk.capability-ended", Map.of("cause", cause), actor);
    }

    private UUID office(Actor actor) {
        enter(actor);
        return members.windowOf(actor.organisation());
    }
}
