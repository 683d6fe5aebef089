package noroshi.membership;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An empty platform has no administrator who could invite the first one; so its first start prints a link. */
@Service
@Transactional
public class FirstAdministrator {
    private final SetupStore setup;
    private final MemberStore members;
    private final Organisations organisations;
    private final Invitations register;
    private final AuditTrail audit;

    FirstAdministrator(
            SetupStore setup,
            MemberStore members,
            Organisations organisations,
            Invitations register,
            AuditTrail audit) {
        this.setup = setup;
        this.members = members;
        this.organisations = organisations;
        this.register = register;
        this.audit = audit;
    }

    /** A new link while nobody administers the platform; the one printed before no longer works. */
    public Optional<Secret> link() {
        if (setup.administered()) {
            return Optional.empty();
        }
        var token = Secret.random();
        setup.offer(token);
        return Optional.of(token);
    }

    @Transactional(readOnly = true)
    public boolean offered(Secret token) {
        return setup.offered(token) && !setup.administered();
    }

    /** The first administrator comes, and with them the Centre. */
    public UUID take(Secret token, String centre, String centreEn, Newcomer newcomer) {
        if (setup.administered() || !setup.take(token)) {
            throw new NotFound();
        }
        var organisation = members.centre()
                .orElseGet(() -> organisations.enter(
                        new NewOrganisation("centre", centre, centreEn, Organisation.Part.CENTRE, ""),
                        Organisation.Status.ACTIVE));
        var person = register.enter(newcomer, Optional.empty(), Person.Kind.HUMAN);
        var roles = Set.of(Role.ADMINISTRATOR);
        var actor = new Actor(person, organisation, roles, "web");
        register.sit(person, organisation, roles, actor);
        audit.record(actor, "platform.set-up", organisation, Map.of());
        return person;
    }
}
