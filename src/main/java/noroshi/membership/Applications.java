package noroshi.membership;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Organisations ask to take part; the Centre looks at each and answers. */
@Service
@Transactional
public class Applications {
    private static final Set<Role> OF_THE_FIRST = Set.of(Role.MEMBER_USER, Role.MEMBER_POC, Role.ORG_ADMIN);

    private final ApplicationStore applications;
    private final Organisations organisations;
    private final Invitations invitations;
    private final AuditTrail audit;

    Applications(
            ApplicationStore applications, Organisations organisations, Invitations invitations, AuditTrail audit) {
        this.applications = applications;
        this.organisations = organisations;
        this.invitations = invitations;
        this.audit = audit;
    }

    /** Anybody may ask; nothing is theirs until the Centre has answered. */
    public void apply(NewApplication application) {
        Names.check(application.applicant());
        var code = "applied-" + UUID.randomUUID().toString().substring(0, 13);
        var organisation = new NewOrganisation(
                code,
                application.organisation(),
                application.organisationEn(),
                Organisation.Part.MEMBER,
                application.category());
        applications.add(organisations.enter(organisation, Organisation.Status.APPLIED), application);
    }

    /** Those without an answer, the oldest first. */
    @Transactional(readOnly = true)
    public List<Application> waiting(Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        return applications.waiting();
    }

    /** Takes the organisation in; the link makes the applicant its first administrator. */
    public Secret accept(UUID application, Actor actor) {
        var found = take(application, true, "", actor);
        organisations.moved(found.organisation().id(), Organisation.Status.ACTIVE, "", actor);
        return invitations.invite(
                new NewInvitation(found.organisation().id(), found.applicant(), found.email(), OF_THE_FIRST), actor);
    }

    /** Says no, and why. */
    public void decline(UUID application, String reason, Actor actor) {
        var found = take(application, false, reason, actor);
        organisations.moved(found.organisation().id(), Organisation.Status.WITHDRAWN, reason, actor);
    }

    private Application take(UUID application, boolean accepted, String answer, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        var found = applications.waiting(application).orElseThrow(NotFound::new);
        applications.decide(application, accepted, answer, actor.person());
        audit.record(
                actor,
                accepted ? "application.accepted" : "application.declined",
                found.organisation().id(),
                Map.of("application", application));
        return found;
    }
}
