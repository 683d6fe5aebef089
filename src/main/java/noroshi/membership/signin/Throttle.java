package noroshi.membership.signin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import noroshi.audit.AuditTrail;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Limits how often anybody may guess. A try counts before it is looked at, and in a transaction of its own, so that
 * neither parallel tries nor a failing request get around it.
 */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW, noRollbackFor = RuleBroken.class)
public class Throttle {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int APPLICATIONS = 20;
    private static final int PER_ACCOUNT = 10;
    private static final int PER_NETWORK = 60;
    private static final int ALTOGETHER = 240;
    private static final int ASKED_AND_ANSWERED = 2;
    private static final int IPV4_NETWORK = 4;
    private static final int IPV6_NETWORK = 8;

    private final AttemptStore attempts;
    private final AuditTrail audit;

    Throttle(AttemptStore attempts, AuditTrail audit) {
        this.attempts = attempts;
        this.audit = audit;
    }

    /** Counts a try against an account that may or may not exist. */
    void password(String login, Device device) {
        count("all", MINUTE, ALTOGETHER, device);
        count("network:" + network(device.address()), WINDOW, PER_NETWORK, device);
        if (exceeds("account:" + canonical(login), WINDOW, PER_ACCOUNT, canonical(login), device)) {
            throw new RuleBroken("membership.too-often");
        }
    }

    /** Somebody was not let in; whoever has this login reads of it. */
    void refused(String login, Device device) {
        audit.recordAttempt(canonical(login), "session.refused", Map.of("address", device.address()));
    }

    /** Counts a question for a passkey or its answer, which may be nobody's. */
    void passkey(Device device) {
        count("passkeys", MINUTE, ASKED_AND_ANSWERED * ALTOGETHER, device);
        count("passkey:" + network(device.address()), WINDOW, ASKED_AND_ANSWERED * PER_NETWORK, device);
    }

    /** Counts the use of a link, or a request anybody may send. */
    public void link(Device device) {
        count("link:" + network(device.address()), WINDOW, PER_NETWORK, device);
    }

    /** Counts an application: the Centre reads each of them. */
    public void application(Device device) {
        count("application:" + network(device.address()), HOUR, APPLICATIONS, device);
    }

    /** The right person came: their own earlier slips no longer count. */
    void succeeded(String login) {
        attempts.forget("account:" + canonical(login));
    }

    private void count(String subject, Duration window, int most, Device device) {
        if (exceeds(subject, window, most, "", device)) {
            throw new RuleBroken("membership.too-often");
        }
    }

    /** Whether it is too often. The first time in a window is remembered: a flood of tries leaves no flood of entries. */
    private boolean exceeds(String subject, Duration window, int most, String login, Device device) {
        var tries = attempts.count(subject, window);
        if (tries == most + 1) {
            var limit = subject.contains(":") ? subject.substring(0, subject.indexOf(':')) : subject;
            audit.recordAttempt(login, "session.throttled", Map.of("limit", limit, "address", device.address()));
        }
        return tries > most;
    }

    static String canonical(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    /** One household or office, not one of its addresses. */
    static String network(String address) {
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            var length = bytes.length == IPV4_NETWORK ? IPV4_NETWORK : IPV6_NETWORK;
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, length));
        } catch (UnknownHostException odd) {
            return "unknown";
        }
    }
}
