package noroshi.intel;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import noroshi.shared.Ipv4;
import noroshi.shared.Ipv6;

/** The one canonical spelling of an address, a name or a URL; values of no such form have none. */
public final class Spelling {
    /** No name ends in a label that response policy zones read as an order of their own. */
    private static final Pattern NAME = Pattern.compile(
            "(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\\.)+(?!rpz-)[a-z][a-z0-9-]{0,61}[a-z0-9]");

    private static final Pattern SCHEME = Pattern.compile("([a-z][a-z0-9+.-]{0,30})://([^/?#\\s]+)(\\S*)");
    private static final int LONGEST = 4_000;

    private Spelling() {}

    /** A value and what it is. */
    public record Form(IndicatorType type, String value) {}

    /** Undoes the usual ways of making an address harmless to click. */
    public static String refanged(String text) {
        return text.replace("[.]", ".")
                .replace("(.)", ".")
                .replace("[:]", ":")
                .replace("[at]", "@")
                .replace("[@]", "@")
                .replaceFirst("^(?i)hxxp(?=s?://)", "http");
    }

    /** What the text is by its form, in its canonical spelling. */
    public static Optional<Form> form(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return url(text)
                .or(() -> Ipv4.canonical(text).map(value -> new Form(IndicatorType.IPV4, value)))
                .or(() -> Ipv6.canonical(text).map(value -> new Form(IndicatorType.IPV6, value)))
                .or(() -> email(text))
                .or(() -> domain(text).map(value -> new Form(IndicatorType.DOMAIN, value)));
    }

    private static Optional<Form> url(String text) {
        var end = text.indexOf("://");
        if (end < 1) {
            return Optional.empty();
        }
        var matcher = SCHEME.matcher(text.substring(0, end).toLowerCase(Locale.ROOT) + text.substring(end));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var authority = matcher.group(2);
        var rest = matcher.group(3).startsWith("/") ? matcher.group(3) : "/" + matcher.group(3);
        return Optional.of(new Form(IndicatorType.URL, matcher.group(1) + "://" + authority(authority) + rest));
    }

    /** User information keeps its case, the host does not; a port stays only if it is stated with a number. */
    private static String authority(String written) {
        var at = written.lastIndexOf('@') + 1;
        var colon = written.indexOf(':', Math.max(at, written.lastIndexOf(']')));
        var host = colon < 0 ? written.substring(at) : written.substring(at, colon);
        var port = colon < 0 ? "" : written.substring(colon);
        return written.substring(0, at) + domain(host).orElse(host.toLowerCase(Locale.ROOT)) + port;
    }

    private static Optional<Form> email(String text) {
        var at = text.lastIndexOf('@');
        if (at < 1 || text.chars().anyMatch(Character::isWhitespace)) {
            return Optional.empty();
        }
        return domain(text.substring(at + 1))
                .map(host ->
                        new Form(IndicatorType.EMAIL, text.substring(0, at).toLowerCase(Locale.ROOT) + "@" + host));
    }

    static Optional<String> domain(String text) {
        if (text.length() > 255 || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            var ascii = IDN.toASCII(text, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            var name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
            return NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
    }
}
