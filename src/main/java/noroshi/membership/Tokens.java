package noroshi.membership;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.Changes;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** API tokens: each belongs to a service account with one seat, is shown once, runs out, and dies with its seat. */
@Service
@Transactional
public class Tokens {
    private static final String PREFIX = "nor_";
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Set<Role> OF_A_MACHINE = Set.of(Role.MEMBER_USER);

    private final TokenStore tokens;
    private final Invitations register;
    private final Members members;
    private final AuditTrail audit;

    Tokens(TokenStore tokens, Invitations register, Members members, AuditTrail audit) {
        this.tokens = tokens;
        this.register = register;
        this.members = members;
        this.audit = audit;
    }

    /** Makes a service account with a seat in an organisation one administers, and its token. */
    public Secret create(NewToken token, Actor actor) {
        checkMayAdminister(token.organisation(), actor);
        check(token);
        var account = account(token);
        register.seatMachine(account, token.organisation(), OF_A_MACHINE);
        return add(account, token, actor);
    }

    private UUID account(NewToken token) {
        var organisation = members.organisation(token.organisation());
        var login = "svc-" + UUID.randomUUID().toString().substring(0, 13);
        return register.enter(
                new Newcomer(login, organisation.name() + " " + token.label(), "", Locale.JAPANESE),
                Optional.empty(),
                Person.Kind.SERVICE);
    }

    /**
     * A further token for a service account, which is made with a seat in the organisation when there is none of that
     * name; an account stays in its organisation.
     */
    public Secret createFor(String login, NewToken token, Actor actor) {
        var name = login.strip().toLowerCase(Locale.ROOT);
        var known = members.byLogin(name);
        if (known.isEmpty()) {
            checkMayAdminister(token.organisation(), actor);
            check(token);
            var organisation = members.organisation(token.organisation());
            var account = register.enter(
                    new Newcomer(name, organisation.name() + " " + name, "", Locale.JAPANESE),
                    Optional.empty(),
                    Person.Kind.SERVICE);
            register.seatMachine(account, token.organisation(), OF_A_MACHINE);
            return add(account, token, actor);
        }
        var account = known.get();
        var seats = members.seats(account.id());
        if (account.kind() != Person.Kind.SERVICE || seats.isEmpty()) {
            throw new RuleBroken("membership.token.account", name);
        }
        checkMayAdminister(seats.getFirst().organisation().id(), actor);
        check(token);
        return add(account.id(), token, actor);
    }

    private Secret add(UUID account, NewToken token, Actor actor) {
        var secret = Secret.random(PREFIX);
        var id = tokens.add(account, token, secret, actor.person());
        audit.record(
                actor, "token.created", account, Map.of("token", id, "scopes", token.scopes(), "label", token.label()));
        return secret;
    }

    private static void check(NewToken token) {
        if (token.scopes().isEmpty() || !Scope.offered().containsAll(token.scopes())) {
            throw new RuleBroken("membership.token.scopes");
        }
        if (token.label().isBlank() || token.label().length() > 100) {
            throw new RuleBroken("membership.token.label");
        }
        if (token.validity().compareTo(LONGEST) > 0 || !token.validity().isPositive()) {
            throw new RuleBroken("membership.token.validity", LONGEST.toDays());
        }
    }

    /** The good tokens of an organisation one administers. */
    @Transactional(readOnly = true)
    public List<Token> of(UUID organisation, Actor actor) {
        checkMayAdminister(organisation, actor);
        return tokens.of(organisation);
    }

    /** From now on the token opens nothing. */
    public void revoke(UUID token, Actor actor) {
        var organisation = tokens.organisation(token).orElseThrow(NotFound::new);
        if (!Reach.mayAdminister(actor, organisation)) {
            throw new NotFound();
        }
        tokens.revoke(token);
        audit.record(actor, "token.revoked", token, Map.of());
    }

    /** Whom a token speaks for, if it is good. */
    @Transactional(label = Changes.ASIDE)
    public Optional<Bearer> bearer(Secret secret) {
        if (!secret.text().startsWith(PREFIX)) {
            return Optional.empty();
        }
        var bearer = tokens.bearer(secret);
        bearer.ifPresent(found -> tokens.used(secret));
        return bearer;
    }

    private static void checkMayAdminister(UUID organisation, Actor actor) {
        if (!Reach.mayAdminister(actor, organisation)) {
            throw new NotAllowed();
        }
    }
}
