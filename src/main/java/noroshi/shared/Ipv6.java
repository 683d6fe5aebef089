package noroshi.shared;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** IPv6 addresses and networks, spelled as RFC 5952 says. */
public final class Ipv6 {
    private static final Pattern SHAPE = Pattern.compile("([0-9a-fA-F:.]{2,45})(?:/(\\d{1,3}))?");
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
    private static final int GROUPS = 8;
    private static final int BITS = 128;

    private Ipv6() {}

    public static Optional<String> canonical(String text) {
        var matcher = SHAPE.matcher(text);
        if (!matcher.matches() || text.indexOf(':') < 0) {
            return Optional.empty();
        }
        var prefix = matcher.group(2) == null ? BITS : Integer.parseInt(matcher.group(2));
        if (prefix > BITS) {
            return Optional.empty();
        }
        return groups(withoutDots(matcher.group(1)))
                .map(groups -> written(masked(groups, prefix)) + (prefix == BITS ? "" : "/" + prefix));
    }

    /** The last four octets may be written like an IPv4 address. */
    private static String withoutDots(String text) {
        var last = text.lastIndexOf(':') + 1;
        if (text.indexOf('.') < 0 || Ipv4.canonical(text.substring(last)).isEmpty()) {
            return text;
        }
        var octets = Arrays.stream(text.substring(last).split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        return text.substring(0, last)
                + Integer.toHexString(octets[0] << 8 | octets[1])
                + ":"
                + Integer.toHexString(octets[2] << 8 | octets[3]);
    }

    private static Optional<int[]> groups(String text) {
        var gap = text.indexOf("::");
        var head = parts(gap < 0 ? text : text.substring(0, gap));
        var tail = parts(gap < 0 ? "" : text.substring(gap + 2));
        var given = head.length + tail.length;
        var complete = gap < 0 ? given == GROUPS : given < GROUPS;
        if (!complete
                || !Arrays.stream(head).allMatch(Ipv6::isGroup)
                || !Arrays.stream(tail).allMatch(Ipv6::isGroup)) {
            return Optional.empty();
        }
        var groups = new int[GROUPS];
        for (var i = 0; i < head.length; i++) {
            groups[i] = Integer.parseInt(head[i], 16);
        }
        for (var i = 0; i < tail.length; i++) {
            groups[GROUPS - tail.length + i] = Integer.parseInt(tail[i], 16);
        }
        return Optional.of(groups);
    }

    private static String[] parts(String text) {
        return text.isEmpty() ? new String[0] : text.split(":", -1);
    }

    private static boolean isGroup(String part) {
        return GROUP.matcher(part).matches();
    }

    private static int[] masked(int[] groups, int prefix) {
        for (var i = 0; i < GROUPS; i++) {
            var kept = Math.clamp(prefix - 16L * i, 0, 16);
            groups[i] &= 0xFFFF << 16 - kept & 0xFFFF;
        }
        return groups;
    }

    /** The longest run of at least two zero groups is left away; the first of equal runs. */
    private static String written(int[] groups) {
        var start = -1;
        var longest = 1;
        for (var i = 0; i < GROUPS; i++) {
            var length = 0;
            while (i + length < GROUPS && groups[i + length] == 0) {
                length++;
            }
            if (length > longest) {
                start = i;
                longest = length;
            }
        }
        return start < 0 ? hex(groups, 0, GROUPS) : hex(groups, 0, start) + "::" + hex(groups, start + longest, GROUPS);
    }

    private static String hex(int[] groups, int from, int to) {
        return Arrays.stream(groups, from, to).mapToObj(Integer::toHexString).collect(Collectors.joining(":"));
    }
}
