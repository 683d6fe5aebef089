package noroshi.membership.signin;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.membership.Members;
import noroshi.membership.Secret;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person signs in with besides passkeys: a password together with an authenticator app. */
@Service
@Transactional
public class Credentials {
    private static final Logger LOG = LoggerFactory.getLogger(Credentials.class);

    private final PasswordStore passwords;
    private final PasskeyStore passkeys;
    private final PasswordHash hashes;
    private final Seal seal;
    private final Sessions sessions;
    private final Members members;
    private final AuditTrail audit;
    private final Clock clock;

    Credentials(
            PasswordStore passwords,
            PasskeyStore passkeys,
            PasswordHash hashes,
            Seal seal,
            Sessions sessions,
            Members members,
            AuditTrail audit,
            Clock clock) {
        this.passwords = passwords;
        this.passkeys = passkeys;
        this.hashes = hashes;
        this.seal = seal;
        this.sessions = sessions;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a sign-in is compared with. */
    record Known(UUID person, String hash, Totp totp) {}

    /** Nobody's, too, where what the app shares was sealed with another key: a fault would tell which logins exist. */
    @Transactional(readOnly = true)
    Optional<Known> secretsOf(String login) {
        return passwords.of(login).flatMap(found -> {
            var key = seal.open(found.sealedKey(), found.person());
            if (key.isEmpty()) {
                LOG.error(
                        "what an authenticator app shares with us does not open with our sign-in-key; ask the doctor");
            }
            return key.map(Totp::new).map(totp -> new Known(found.person(), found.hash(), totp));
        });
    }

    /** Uses the code up and opens the session. */
    Secret enter(Known known, long step, Device device) {
        if (!passwords.use(known.person(), step)) {
            throw new RuleBroken("membership.sign-in.wrong");
        }
        return sessions.open(known.person(), Set.of(Factor.PASSWORD, Factor.TOTP), device);
    }

    /** Whether the person can sign in with password and code. */
    @Transactional(readOnly = true)
    public boolean hasPassword(UUID person) {
        return passwords.has(person);
    }

    /** Sets password and app together, once the app has shown a right code. */
    public void set(String password, Totp totp, String code, Actor actor) {
        PasswordRule.check(password, members.person(actor.person()).login());
        var step = totp.step(code, clock.instant());
        if (step.isEmpty()) {
            throw new RuleBroken("membership.totp.wrong");
        }
        passwords.save(actor.person(), hashes.of(password), seal.close(totp.key(), actor.person()), step.getAsLong());
        audit.record(actor, "credential.password-set", actor.person(), Map.of());
    }

    /** Removes password and app; the person must be able to sign in otherwise. */
    public void removePassword(Actor actor) {
        if (passkeys.of(actor.person()).isEmpty()) {
            throw new RuleBroken("membership.credential.last");
        }
        passwords.remove(actor.person());
        audit.record(actor, "credential.password-removed", actor.person(), Map.of());
    }
}
