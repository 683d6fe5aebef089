package noroshi.intel.life;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import noroshi.intel.Hashes;
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

    /** How many letters are read at once. */
    public static final int LONGEST = 200_000;

    private static final int SHORTEST_PART = 3;
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;、，；]+");

    public Asked {
        forms = List.copyOf(forms);
        unread = List.copyOf(unread);
    }

    /** These values and nothing around them. */
    public static Asked whole(List<Spelling.Form> forms) {
        return new Asked(forms, List.of(), Optional.empty(), Optional.empty());
    }

    /** The first {@link #MOST}. */
    public static Asked read(String typed) {
        var words = words(typed).limit(MOST).toList();
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

    /** What was pasted beyond those. */
    public static List<String> rest(String typed) {
        return words(typed).skip(MOST).toList();
    }

    private static Stream<String> words(String typed) {
        return BETWEEN.splitAsStream(
                        typed.substring(0, Math.min(typed.length(), LONGEST)).strip())
                .map(Asked::bare)
                .filter(word -> !word.isEmpty())
                .distinct();
    }

    private static Asked single(String word) {
        var form = form(word);
        if (form.isEmpty()) {
            var part = Spelling.refanged(word);
            return part.length() < SHORTEST_PART || part.indexOf('*') >= 0
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
        return Hashes.form(plain).or(() -> Spelling.form(plain));
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
