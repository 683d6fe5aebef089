package noroshi.asset;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attributes;
import javax.naming.directory.InitialDirContext;
import org.springframework.stereotype.Component;

/** Asks the domain name system; the servers of this machine, or the one the operator has named. */
@Component
class NameServers {
    private static final String MILLIS = "2000";
    private static final String TIMES = "2";

    private final AssetSettings.Proof settings;

    NameServers(AssetSettings settings) {
        this.settings = settings.proof();
    }

    /** The texts that stand at a name; empty where there are none. */
    List<String> texts(String name) throws NamingException {
        return ask(name, "TXT").stream()
                .map(text -> text.startsWith("\"") && text.endsWith("\"") && text.length() > 1
                        ? text.substring(1, text.length() - 1)
                        : text)
                .toList();
    }

    /** The addresses of a host; empty where it has none. */
    List<InetAddress> addresses(String host) throws NamingException {
        var found = new ArrayList<InetAddress>();
        for (var type : List.of("A", "AAAA")) {
            for (var address : ask(host, type)) {
                numeric(address).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<InetAddress> numeric(String address) {
        try {
            return address.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")
                    ? Optional.of(InetAddress.getByName(address))
                    : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("BanJNDI") // Only the DNS provider of the JDK is asked, which makes texts and no objects.
    private List<String> ask(String name, String type) throws NamingException {
        var context = new InitialDirContext(environment());
        try {
            return values(context.getAttributes(name, new String[] {type}), type);
        } catch (NameNotFoundException e) {
            return List.of();
        } finally {
            context.close();
        }
    }

    private static List<String> values(Attributes attributes, String type) throws NamingException {
        var found = attributes.get(type);
        var values = new ArrayList<String>();
        for (int i = 0; found != null && i < found.size(); i++) {
            values.add(String.valueOf(found.get(i)));
        }
        return values;
    }

    @SuppressWarnings("JdkObsolete") // JNDI takes nothing else.
    private Hashtable<String, String> environment() {
        var environment = new Hashtable<String, String>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        environment.put(Context.PROVIDER_URL, settings.resolver().isBlank() ? "dns:" : "dns://" + settings.resolver());
        environment.put("com.sun.jndi.dns.timeout.initial", MILLIS);
        environment.put("com.sun.jndi.dns.timeout.retries", TIMES);
        return environment;
    }
}
