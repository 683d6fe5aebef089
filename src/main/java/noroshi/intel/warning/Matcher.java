package noroshi.intel.warning;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import noroshi.intel.IndicatorType;
import noroshi.intel.Located;
import noroshi.shared.Ipv4;
import noroshi.shared.Ipv6;

/** Compares values with the entries of one list. */
final class Matcher {
    private final Kind kind;
    private final Set<IndicatorType> types;
    private final Set<String> words = new HashSet<>();
    private final List<String> parts = new ArrayList<>();
    private final List<Pattern> patterns = new ArrayList<>();
    private final Set<String> above = new HashSet<>();
    private final Map<Integer, Set<ByteBuffer>> networks = new HashMap<>();

    Matcher(Kind kind, Set<IndicatorType> types, Collection<String> entries) {
        this.kind = kind;
        this.types = Set.copyOf(types);
        for (var entry : entries) {
            switch (kind) {
                case STRING -> words.add(entry);
                case HOSTNAME -> {
                    words.add(entry);
                    for (var dot = entry.indexOf('.'); dot >= 0; dot = entry.indexOf('.', dot + 1)) {
                        above.add(entry.substring(dot + 1));
                    }
                }
                case SUBSTRING -> parts.add(entry);
                case REGEX -> patterns.add(pattern(entry));
                case CIDR -> {
                    var bits = bits(entry);
                    networks.computeIfAbsent(key(bits.length, prefix(entry, bits)), size -> new HashSet<>())
                            .add(ByteBuffer.wrap(masked(bits, prefix(entry, bits))));
                }
            }
        }
    }

    /** An entry in the spelling it is kept in; empty when it makes no sense for the kind. */
    static Optional<String> entry(Kind kind, String written) {
        var lower = written.toLowerCase(Locale.ROOT);
        return switch (kind) {
            case STRING, SUBSTRING -> lower.isEmpty() ? Optional.empty() : Optional.of(lower);
            case HOSTNAME ->
                Optional.of(lower.replaceFirst("^\\.", "").replaceFirst("\\.$", ""))
                        .filter(name -> name.matches("[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?"));
            case CIDR -> Ipv4.canonical(written).or(() -> Ipv6.canonical(written));
            case REGEX -> regex(written);
        };
    }

    private static Optional<String> regex(String written) {
        try {
            pattern(written);
            return written.isEmpty() ? Optional.empty() : Optional.of(written);
        } catch (PatternSyntaxException | StackOverflowError broken) {
            return Optional.empty();
        }
    }

    /** A pattern as MISP writes it: between slashes, with its letters behind, or bare. */
    private static Pattern pattern(String written) {
        var end = written.lastIndexOf('/');
        var bare = written.startsWith("/") && end > 0 ? written.substring(1, end) : written;
        return Pattern.compile(bare, Pattern.CASE_INSENSITIVE);
    }

    boolean matches(IndicatorType type, String value, Budget budget) {
        if (!types.contains(type)) {
            return false;
        }
        return switch (kind) {
            case STRING -> words.contains(value.toLowerCase(Locale.ROOT));
            case SUBSTRING -> parts.stream().anyMatch(value.toLowerCase(Locale.ROOT)::contains);
            case HOSTNAME ->
                Located.of(type, value).host().filter(this::under).isPresent()
                        || type == IndicatorType.DOMAIN && above.contains(value);
            case CIDR -> Located.of(type, value).network().filter(this::within).isPresent();
            case REGEX -> patterns.stream().anyMatch(pattern -> found(pattern, value, budget));
        };
    }

    /** A pattern that would take too long is taken for a match: what nobody can check is looked at by a person. */
    private static boolean found(Pattern pattern, String value, Budget budget) {
        try {
            return pattern.matcher(budget.over(value)).find();
        } catch (Budget.Spent | StackOverflowError tooLong) {
            return true;
        }
    }

    private boolean under(String host) {
        for (var name = host; !name.isEmpty(); name = name.substring(Math.max(0, name.indexOf('.')) + 1)) {
            if (words.contains(name)) {
                return true;
            }
            if (name.indexOf('.') < 0) {
                return false;
            }
        }
        return false;
    }

    private boolean within(String network) {
        var bits = bits(network);
        var own = prefix(network, bits);
        return networks.entrySet().stream()
                .filter(each -> each.getKey() / 1_000 == bits.length)
                .anyMatch(each -> meets(bits, own, each.getKey() % 1_000, each.getValue()));
    }

    /** Whether a network lies within one of the entries, or around one. */
    private static boolean meets(byte[] bits, int own, int prefix, Set<ByteBuffer> entries) {
        return prefix <= own
                ? entries.contains(ByteBuffer.wrap(masked(bits, prefix)))
                : entries.stream().anyMatch(entry -> Arrays.equals(masked(entry.array(), own), masked(bits, own)));
    }

    private static int key(int length, int prefix) {
        return length * 1_000 + prefix;
    }

    private static byte[] bits(String network) {
        var slash = network.indexOf('/');
        return InetAddress.ofLiteral(slash < 0 ? network : network.substring(0, slash))
                .getAddress();
    }

    private static int prefix(String network, byte[] bits) {
        var slash = network.indexOf('/');
        return slash < 0 ? bits.length * 8 : Integer.parseInt(network.substring(slash + 1));
    }

    private static byte[] masked(byte[] bits, int prefix) {
        var masked = Arrays.copyOf(bits, bits.length);
        for (int i = 0; i < masked.length; i++) {
            var kept = Math.clamp(prefix - 8L * i, 0, 8);
            masked[i] &= (byte) (0xFF << 8 - kept);
        }
        return masked;
    }
}
