package noroshi.membership;

import java.util.List;
import java.util.Map;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bodies and classes that organisations are described by; they are named by data with dates, never by code. */
@Service
@Transactional
public class References {
    private final ReferenceStore references;
    private final AuditTrail audit;

    References(ReferenceStore references, AuditTrail audit) {
        this.references = references;
        this.audit = audit;
    }

    /** Takes in a list: all of it or nothing. The same code and first day again changes that entry. */
    public int keep(Trait trait, List<NewReference> list, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        for (var each : list) {
            if (each.code().isBlank() || each.name().isBlank() || each.nameEn().isBlank()) {
                throw new RuleBroken("membership.reference.incomplete", each.code());
            }
            if (trait == Trait.ASSOCIATION && !List.of("CEPTOAR", "ISAC").contains(each.more("kind", "ISAC"))) {
                throw new RuleBroken("membership.reference.kind", each.code());
            }
            references.save(trait, each);
        }
        audit.record(actor, "reference.kept", actor.organisation(), Map.of("list", trait, "entries", list.size()));
        return list.size();
    }
}
