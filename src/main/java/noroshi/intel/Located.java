package noroshi.intel;

import java.util.Optional;
import noroshi.shared.Ipv4;
import noroshi.shared.Ipv6;

/**
 * Where a value points: a name, or an address or a range, or nowhere.
 *
 * @param host in the letters of the domain name system
 * @param network canonical
 */
public record Located(Optional<String> host, Optional<String> network) {
    private static final Located NOWHERE = new Located(Optional.empty(), Optional.empty());

    /** Of a value in its canonical spelling. */
    public static Located of(IndicatorType type, String value) {
        return switch (type) {
            case DOMAIN -> new Located(Optional.of(value), Optional.empty());
            case IPV4, IPV6 -> new Located(Optional.empty(), Optional.of(value));
            case URL -> host(authority(value));
            case EMAIL -> host(value.substring(value.lastIndexOf('@') + 1));
            case SHA256, SHA1, MD5, FILE_NAME, OTHER -> NOWHERE;
        };
    }

    private static String authority(String url) {
        var start = url.indexOf("://") + 3;
        var end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        var authority = url.substring(start, end);
        var host = authority.substring(authority.lastIndexOf('@') + 1);
        if (host.startsWith("[")) {
            return host.substring(1, Math.max(1, host.indexOf(']')));
        }
        var colon = host.indexOf(':');
        return colon < 0 ? host : host.substring(0, colon);
    }

    private static Located host(String written) {
        var address = Ipv4.canonical(written).or(() -> Ipv6.canonical(written));
        return address.isPresent()
                ? new Located(Optional.empty(), address)
                : new Located(Spelling.domain(written), Optional.empty());
    }
}
