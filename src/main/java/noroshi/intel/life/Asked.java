package noroshi.intel.life;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import noroshi.intel.IndicatorType;
import noroshi.intel.Spelling;

/**
 * What somebody typed or pasted to look values up: whole values, a network, or a part of one.
 *
 * @param forms the whole values, each once, in the order pasted
 * @param unread what no value could be recognised in
 * @param partial a part to look for, when it is the only thing typed and no whole value
 * @param network addresses and networks around or within it
 */
public record Asked(
        List<Spelling.Form> forms, List<String> unread, Optional<String> partial, Optional<String> network) {
    /** How many values are looked up at once. */
    public static final int MOST = 500;

    private static final int LONGEST = 200_000;
    private static final int SHORTEST_PART = 3;
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;、，；]+");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}");

    public Asked {
        forms = List.copyOf(forms);
        unread = List.copyOf(unread);
    }

    public static Asked read(String typed) {
        var words = BETWEEN.splitAsStream(
                        typed.substring(0, Math.min(typed.length(), LONGEST)).strip())
                .map(Asked::bare)
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
        if (words.size() == 1) {
            return single(words.getFirst());
        }
        var read = words.stream().map(Asked::form).toList();
        return new Asked(
                read.stream().flatMap(Optional::stream).distinct().toList(),
                words.stream().filter(word -> form(word).isEmpty()).toList(),
                Optional.empty(),
                Optional.empty());
    }

    private static Asked single(String word) {
        var form = form(word);
        if (form.isEmpty()) {
            var part = Spelling.refanged(word);
            return part.length() < SHORTEST_PART
                    ? new Asked(List.of(), List.of(word), Optional.empty(), Optional.empty())
                    : new Asked(List.of(), List.of(), Optional.of(part), Optional.empty());
        }
        var address = Set.of(IndicatorType.IPV4, IndicatorType.IPV6)
                .contains(form.get().type());
        var name = form.get().type() == IndicatorType.DOMAIN;
        return new Asked(
                List.of(form.get()),
                List.of(),
                name ? Optional.of(form.get().value()) : Optional.empty(),
                address ? Optional.of(form.get().value()) : Optional.empty());
    }

    /** A hash, an address, a name or a URL, in its canonical spelling. */
    public static Optional<Spelling.Form> form(String word) {
        var plain = Spelling.refanged(word);
        var digits = plain.toLowerCase(Locale.ROOT);
        if (HASH.matcher(digits).matches()) {
            var type = switch (digits.length()) {
                case 64 -> IndicatorType.SHA256;
                case 40 -> IndicatorType.SHA1;
                default -> IndicatorType.MD5;
            };
            return Optional.of(new Spelling.Form(type, digits));
        }
        return Spelling.form(plain);
    }

    /** Without the marks around a word in a sentence. */
    private static String bare(String word) {
        return word.replaceAll("^[\"'<(“‘「『\\[]+(?!\\.)|[\"'>)”’」』。]+$", "");
    }

    public boolean nothing() {
        return forms.isEmpty() && partial.isEmpty() && network.isEmpty();
    }

    /** The whole texts to look for. */
    List<String> texts() {
        return forms.stream().map(Spelling.Form::value).toList();
    }
}
