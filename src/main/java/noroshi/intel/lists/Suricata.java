package noroshi.intel.lists;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import noroshi.intel.IndicatorType;
import noroshi.intel.Located;
import noroshi.intel.OwnStix;

/** Rules and data sets for Suricata 6 and later. */
final class Suricata {
    /** Rules of values are numbered from here on; wide enough that two values hardly ever want one number. */
    private static final long FIRST = 100_000_000;

    /** Numbers stay below what fits in 31 bits: not every tool behind a sensor counts further. */
    private static final long ROOM = 2_000_000_000;

    private static final int FIRST_SET = 95_000_000;
    private static final String ENCRYPTED = "https://";
    private static final String PLAIN = "http://";

    /** What a sensor settles before it compares; elsewhere the settled one serves requests to a proxy, too. */
    private static final Pattern UNSETTLED = Pattern.compile("[%\\\\]|//|/\\.");

    private static final int LONGEST = 220;

    private record SetRule(IndicatorType type, String text) {}

    private static final List<SetRule> SETS = List.of(
            new SetRule(
                    IndicatorType.DOMAIN,
                    "alert dns any any -> any any (msg:\"NOROSHI domain\"; dns.query;"
                            + " dataset:isset,noroshi-domain,type string,load noroshi-domain.lst"),
            new SetRule(
                    IndicatorType.DOMAIN,
                    "alert tls any any -> any any (msg:\"NOROSHI domain in TLS\"; tls.sni;"
                            + " dataset:isset,noroshi-domain-tls,type string,load noroshi-domain.lst"),
            new SetRule(
                    IndicatorType.SHA256,
                    "alert http any any -> any any (msg:\"NOROSHI file\"; filesha256:noroshi-sha256.txt"),
            new SetRule(
                    IndicatorType.MD5, "alert http any any -> any any (msg:\"NOROSHI file\"; filemd5:noroshi-md5.txt"));

    private Suricata() {}

    /** One rule for each value; its number stays with the value, its revision grows with each new word of a source. */
    static String rules(Selection selection) {
        var text = Header.commented(selection, "suricata", "#");
        for (var reason : LeftOut.values()) {
            var number = selection.lines().stream()
                    .filter(line -> leftOut(line).filter(reason::equals).isPresent())
                    .count();
            if (number > 0) {
                text.append("# left out: %d %s\n".formatted(number, reason.words));
            }
        }
        var taken = new HashSet<Long>();
        for (var line : selection.lines()) {
            var tail = "; sid:%d; rev:%d; metadata:tlp %s;)\n"
                    .formatted(
                            number(line, taken),
                            Math.max(1, line.lastAt().getEpochSecond() / 60),
                            line.tlp().label().substring(4).replace('+', '_').toLowerCase(java.util.Locale.ROOT));
            rule(line).ifPresent(rule -> text.append(rule).append(tail));
        }
        return text.toString();
    }

    /** Why a value has no rule. */
    private enum LeftOut {
        /** A rule for its host alone would take everything else that is there for the same. */
        ENCRYPTED("https addresses, whose paths no sensor sees"),
        OTHER_SCHEME("addresses of other kinds than http"),
        NO_HOST("addresses without a host that a rule can name"),
        TOO_LONG("addresses longer than a rule can hold"),
        NO_NAME("names that no system resolves");

        private final String words;

        LeftOut(String words) {
            this.words = words;
        }
    }

    private static Optional<LeftOut> leftOut(Line line) {
        return switch (line.type()) {
            case DOMAIN -> PlainLists.safe(line.text()) ? Optional.empty() : Optional.of(LeftOut.NO_NAME);
            case URL -> leftOut(line.text());
            default -> Optional.empty();
        };
    }

    private static Optional<LeftOut> leftOut(String url) {
        if (!url.startsWith(PLAIN)) {
            return Optional.of(url.startsWith(ENCRYPTED) ? LeftOut.ENCRYPTED : LeftOut.OTHER_SCHEME);
        }
        if (host(url).isEmpty()) {
            return Optional.of(LeftOut.NO_HOST);
        }
        return asked(url).length() > LONGEST ? Optional.of(LeftOut.TOO_LONG) : Optional.empty();
    }

    private static long number(Line line, Set<Long> taken) {
        var name = OwnStix.name("suricata " + line.type() + " " + line.text());
        var number = FIRST + Math.floorMod(name.getLeastSignificantBits(), ROOM);
        while (!taken.add(number)) {
            number = FIRST + Math.floorMod(number + 1 - FIRST, ROOM);
        }
        return number;
    }

    static boolean hasRule(Line line) {
        return rule(line).isPresent();
    }

    private static Optional<String> rule(Line line) {
        if (leftOut(line).isPresent()) {
            return Optional.empty();
        }
        var title = plain("NOROSHI " + line.type().code() + " " + line.type().harmless(line.text()));
        return switch (line.type()) {
            case DOMAIN ->
                Optional.of("alert dns any any -> any any (msg:\"" + title + "\"; dns.query; dotprefix; content:\""
                        + content("." + line.text()) + "\"; nocase; endswith");
            case IPV4, IPV6 -> Optional.of("alert ip any any -> [" + line.text() + "] any (msg:\"" + title + "\"");
            case URL -> host(line.text()).map(host -> url(title, host, asked(line.text())));
            default -> Optional.empty();
        };
    }

    private static String url(String title, String host, String asked) {
        var buffer = UNSETTLED.matcher(asked).find() ? "http.uri.raw" : "http.uri";
        return "alert http any any -> any any (msg:\"" + title + "\"; http.host; content:\"" + content(host)
                + "\"; bsize:" + host.length() + "; " + buffer + "; content:\"" + content(asked) + "\"; startswith";
    }

    private static Optional<String> host(String url) {
        var located = Located.of(IndicatorType.URL, url);
        return located.host().or(located::network);
    }

    /** What a client asks the host for: without the fragment, which it keeps to itself, and in the letters that it may send. */
    private static String asked(String url) {
        var whole = url.substring(PLAIN.length()).replaceFirst("#.*", "");
        var rest = whole.replaceFirst("^[^/?]*", "");
        var out = new StringBuilder(rest.startsWith("/") ? "" : "/");
        for (var each : rest.getBytes(StandardCharsets.UTF_8)) {
            out.append(each > ' ' && each < 0x7F ? Character.toString(each) : "%%%02X".formatted(each & 0xFF));
        }
        return out.toString();
    }

    /** Whatever a rule could take for its own signs is written in hexadecimal. */
    private static String content(String text) {
        var out = new StringBuilder();
        for (var each : text.getBytes(StandardCharsets.UTF_8)) {
            var c = each & 0xFF;
            if (c >= '0' && c <= '9'
                    || c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c == '.'
                    || c == '-'
                    || c == '_'
                    || c == '/') {
                out.append((char) c);
            } else {
                out.append("|%02x|".formatted(c));
            }
        }
        return out.toString();
    }

    private static String plain(String title) {
        var safe = title.replaceAll("[^A-Za-z0-9.\\[\\]:/_ -]", "_").replace(":", "[:]");
        return safe.length() > 180 ? safe.substring(0, 180) : safe;
    }

    /** The rules that ask the data sets; Suricata refuses files without an entry, so there is no rule for these. */
    static String setRules(Selection selection) {
        var text = Header.commented(selection, "suricata data sets", "#");
        var number = FIRST_SET;
        for (var rule : SETS) {
            if (selection.lines().stream().anyMatch(line -> line.type() == rule.type())) {
                text.append(rule.text()).append("; sid:").append(number).append("; rev:1;)\n");
            }
            number++;
        }
        return text.toString();
    }

    /** A data set of texts, one on each line in base 64. */
    static String set(Selection selection) {
        var lines = new ArrayList<String>();
        for (var line : selection.lines()) {
            lines.add(Base64.getEncoder().encodeToString(line.text().getBytes(StandardCharsets.UTF_8)));
        }
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
