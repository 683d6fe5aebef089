package noroshi.shared;

import java.util.Optional;
import java.util.regex.Pattern;

/** IPv4 addresses and networks in dotted decimal. */
public final class Ipv4 {
    private static final Pattern SHAPE =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?:/(\\d{1,2}))?");

    private Ipv4() {}

    /** The address, or the network with its host part cleared; a whole-address prefix is left away. */
    public static Optional<String> canonical(String text) {
        var matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var address = 0L;
        for (var group = 1; group <= 4; group++) {
            var digits = matcher.group(group);
            var octet = Integer.parseInt(digits);
            if (octet > 255 || digits.length() > 1 && digits.charAt(0) == '0') {
                return Optional.empty();
            }
            address = address << 8 | octet;
        }
        var prefix = matcher.group(5) == null ? 32 : Integer.parseInt(matcher.group(5));
        return prefix > 32 ? Optional.empty() : Optional.of(written(address, prefix));
    }

    private static String written(long address, int prefix) {
        var network = prefix == 0 ? 0 : address & 0xFFFFFFFFL << 32 - prefix & 0xFFFFFFFFL;
        var dotted = "%d.%d.%d.%d".formatted(network >> 24, network >> 16 & 255, network >> 8 & 255, network & 255);
        return prefix == 32 ? dotted : dotted + "/" + prefix;
    }
}
