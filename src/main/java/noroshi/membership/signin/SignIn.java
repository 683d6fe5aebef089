package noroshi.membership.signin;

import java.time.Clock;
import noroshi.membership.Secret;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;

/**
 * Signing in with password and code. Checking a password takes long, so no transaction is open meanwhile; whether the
 * account exists makes no difference to the work done.
 */
@Service
public class SignIn {
    private static final Totp NOBODYS = Totp.random();

    private final Throttle throttle;
    private final Credentials credentials;
    private final PasswordHash hashes;
    private final Clock clock;

    SignIn(Throttle throttle, Credentials credentials, PasswordHash hashes, Clock clock) {
        this.throttle = throttle;
        this.credentials = credentials;
        this.hashes = hashes;
        this.clock = clock;
    }

    /** Opens a session, or says only that something of the three is wrong. */
    public Secret withPassword(String login, String password, String code, Device device) {
        throttle.password(login, device);
        var secrets = credentials.secretsOf(Throttle.canonical(login));
        var right =
                hashes.matches(password, secrets.map(Credentials.Known::hash).orElseGet(hashes::nobodys));
        var step = secrets.map(Credentials.Known::totp).orElse(NOBODYS).step(code, clock.instant());
        if (secrets.isEmpty() || !right || step.isEmpty()) {
            throttle.refused(login, device);
            throw new RuleBroken("membership.sign-in.wrong");
        }
        var session = enter(secrets.get(), step.getAsLong(), login, device);
        throttle.succeeded(login);
        return session;
    }

    /** A code that was used before lets nobody in either, and that too is remembered. */
    private Secret enter(Credentials.Known known, long step, String login, Device device) {
        try {
            return credentials.enter(known, step, device);
        } catch (RuleBroken refusal) {
            throttle.refused(login, device);
            throw refusal;
        }
    }
}
