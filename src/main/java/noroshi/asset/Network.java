package noroshi.asset;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import noroshi.shared.Ipv4;
import noroshi.shared.Ipv6;
import noroshi.shared.RuleBroken;

/**
 * One address or a range of them, as it is routed on the whole Internet.
 *
 * @param text canonical, without the prefix of a single address
 */
record Network(String text, byte[] address, int prefix) {
    private static final int WIDEST_IPV4 = 16;
    private static final int WIDEST_IPV6 = 32;

    /** Not anybody's on the Internet (IANA special-purpose registries). */
    private static final List<Network> NOBODYS = all(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "::/96",
            "::ffff:0:0/96",
            "64:ff9b::/96",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/32",
            "2002::/16",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8");

    private static final List<Network> EXAMPLES =
            all("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32", "3fff::/20");

    /** Whether the text is meant as an address or a range. */
    static Optional<Network> read(String text) {
        return Ipv4.canonical(text).or(() -> Ipv6.canonical(text)).map(Network::of);
    }

    private static Network of(String canonical) {
        var slash = canonical.indexOf('/');
        var address = InetAddress.ofLiteral(slash < 0 ? canonical : canonical.substring(0, slash))
                .getAddress();
        var prefix = slash < 0 ? address.length * 8 : Integer.parseInt(canonical.substring(slash + 1));
        return new Network(canonical, address, prefix);
    }

    private static List<Network> all(String... texts) {
        return List.of(texts).stream().map(Network::of).toList();
    }

    boolean single() {
        return prefix == address.length * 8;
    }

    String withPrefix() {
        return single() ? text + "/" + prefix : text;
    }

    /** Refuses what cannot belong to one organisation. */
    Network orRefuse() {
        if (prefix == 0) {
            throw new RuleBroken("asset.whole-internet");
        }
        if (NOBODYS.stream().anyMatch(this::meets)) {
            throw new RuleBroken("asset.private-address");
        }
        var widest = address.length == 4 ? WIDEST_IPV4 : WIDEST_IPV6;
        if (prefix < widest) {
            throw new RuleBroken("asset.too-wide", widest);
        }
        return this;
    }

    Set<Caution> cautions() {
        return EXAMPLES.stream().anyMatch(this::meets) ? Set.of(Caution.EXAMPLE) : Set.of();
    }

    private boolean meets(Network other) {
        if (address.length != other.address.length) {
            return false;
        }
        for (int bit = 0; bit < Math.min(prefix, other.prefix); bit++) {
            var mask = 0x80 >> bit % 8;
            if ((address[bit / 8] & mask) != (other.address[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
