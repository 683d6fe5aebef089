package noroshi.membership.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** One-click sign-in as somebody of the cast: with the demo world, on one's own machine, never through a proxy. */
@Component
public class DemoSignIn {
    /** The cast, in the order in which the sign-in page offers them. */
    public static final List<String> CAST = List.of(
            "mika", "sora", "noor", "otto", "dana", "ed", "ada", "toru", "jun", "mina", "paul", "vera", "gen", "kei");

    private final boolean offered;

    DemoSignIn(Environment environment) {
        this.offered = environment.getProperty("noroshi.demo", Boolean.class, false)
                && loopback(environment.getProperty("server.address", "0.0.0.0"));
    }

    /** Whether this request may sign in by one click. */
    public boolean offeredTo(HttpServletRequest request) {
        return offered && loopback(request.getRemoteAddr()) && here(request.getServerName()) && !forwarded(request);
    }

    /** Asked of the name alone: whoever owns a name elsewhere can let it lead to this machine. */
    private static boolean here(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals("[::1]")
                || host.equals("::1")
                || host.matches("127(\\.\\d{1,3}){3}");
    }

    private static boolean forwarded(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.equals("forwarded") || name.startsWith("x-forwarded-"));
    }

    /** A blank address is none to listen on, so it binds every one; to {@link InetAddress} it would be loopback. */
    private static boolean loopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
