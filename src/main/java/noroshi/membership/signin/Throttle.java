package noroshi.membership.signin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
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
    private static final int IPV4_NETWORK = 4;
    private static final int IPV6_NETWORK = 8;

    private final AttemptStore attempts;

    Throttle(AttemptStore attempts) {
        this.attempts = attempts;
    }

    /** Counts a try against an account that may or may not exist. */
    void password(String login, Device device) {
        count("all", MINUTE, ALTOGETHER);
        count("network:" + network(device.address()), WINDOW, PER_NETWORK);
        count("account:" + canonical(login), WINDOW, PER_ACCOUNT);
    }

    /** Counts the use of a link, or a request anybody may send. */
    public void link(Device device) {
        count("link:" + network(device.address()), WINDOW, PER_NETWORK);
    }

    /** Counts an application: the Centre reads each of them. */
    public void application(Device device) {
        count("application:" + network(device.address()), HOUR, APPLICATIONS);
    }

    /** The right person came: their own earlier slips no longer count. */
    void succeeded(String login) {
        attempts.forget("account:" + canonical(login));
    }

    private void count(String subject, Duration window, int most) {
        if (attempts.count(subject, window) > most) {
            throw new RuleBroken("membership.too-often");
        }
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
