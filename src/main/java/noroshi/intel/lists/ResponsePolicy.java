package noroshi.intel.lists;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import noroshi.intel.IndicatorType;
import noroshi.shared.Ipv4;
import noroshi.shared.Ipv6;

/** Response policy zones (RPZ): what a resolver answers instead of the truth. */
final class ResponsePolicy {
    private static final int LONGEST = 220;

    private ResponsePolicy() {}

    /** What the resolver does with a name or an address of the zone. */
    public enum Action {
        /** There is no such name. */
        NXDOMAIN("."),
        /** The name has nothing. */
        NODATA("*."),
        /** The truth, whatever other zones say. */
        PASSTHRU("rpz-passthru.");

        private final String target;

        Action(String target) {
            this.target = target;
        }

        static Optional<Action> of(String name) {
            return Arrays.stream(values())
                    .filter(action -> action.name().equals(name.toUpperCase(Locale.ROOT)))
                    .findFirst();
        }
    }

    static String zone(Selection selection, Action action) {
        var zone = head(selection);
        for (var line : selection.lines()) {
            if (line.type() == IndicatorType.DOMAIN) {
                name(zone, line.text(), action);
            } else {
                network(zone, line.text(), action);
            }
        }
        return zone.toString();
    }

    /** The zone that goes before all others; a name stands for itself, with {@code *.} before it for those beneath. */
    static String allowing(Selection empty, Collection<String> names) {
        var zone = head(empty);
        for (var each : names) {
            if (Ipv4.canonical(each).or(() -> Ipv6.canonical(each)).isPresent()) {
                network(zone, each, Action.PASSTHRU);
            } else {
                alone(zone, each, Action.PASSTHRU);
            }
        }
        return zone.toString();
    }

    private static StringBuilder head(Selection selection) {
        var zone = new StringBuilder("$TTL 300\n");
        zone.append("@ SOA localhost. hostmaster.localhost. ")
                .append(selection.at().getEpochSecond())
                .append(" 300 60 86400 300\n  NS localhost.\n");
        return zone.append(Header.commented(selection, "rpz", ";"));
    }

    private static void name(StringBuilder zone, String name, Action action) {
        alone(zone, name, action);
        alone(zone, "*." + name, action);
    }

    /** Whether a zone has room for it. */
    static boolean says(Line line) {
        return line.type() == IndicatorType.DOMAIN
                ? says(line.text())
                : !line.text().endsWith("/0");
    }

    private static boolean says(String name) {
        return name.length() <= LONGEST && PlainLists.safe(name);
    }

    private static void alone(StringBuilder zone, String name, Action action) {
        if (says(name.startsWith("*.") ? name.substring(2) : name)) {
            zone.append(name).append(" CNAME ").append(action.target).append('\n');
        }
    }

    private static void network(StringBuilder zone, String network, Action action) {
        var slash = network.indexOf('/');
        var bits = InetAddress.ofLiteral(slash < 0 ? network : network.substring(0, slash))
                .getAddress();
        var prefix = slash < 0 ? bits.length * 8 : Integer.parseInt(network.substring(slash + 1));
        if (prefix > 0) {
            zone.append(prefix).append('.').append(bits.length == 4 ? backwards(bits) : groups(bits));
            zone.append(".rpz-ip CNAME ").append(action.target).append('\n');
        }
    }

    private static String backwards(byte[] bits) {
        return IntStream.iterate(3, i -> i >= 0, i -> i - 1)
                .mapToObj(i -> Integer.toString(bits[i] & 0xFF))
                .collect(Collectors.joining("."));
    }

    /** Groups from the last to the first; the longest run of zeros is written zz, as resolvers want it. */
    private static String groups(byte[] bits) {
        var groups = IntStream.range(0, 8)
                .map(i -> (bits[2 * i] & 0xFF) << 8 | bits[2 * i + 1] & 0xFF)
                .toArray();
        var start = -1;
        var longest = 1;
        for (int i = 0; i < 8; i++) {
            var length = 0;
            while (i + length < 8 && groups[i + length] == 0) {
                length++;
            }
            if (length > longest) {
                start = i;
                longest = length;
            }
        }
        var parts = new ArrayList<String>();
        for (int i = 7; i >= 0; i--) {
            if (start >= 0 && i == start + longest - 1) {
                parts.add("zz");
                i = start;
            } else {
                parts.add(Integer.toHexString(groups[i]));
            }
        }
        return String.join(".", parts);
    }
}
