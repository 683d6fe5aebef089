package noroshi.topic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The list of words that are written in several ways, and of the ways to defang an address. */
final class Spellings {
    private static final String[][] DEFANGED = {
        {"hxxp", "http"},
        {"h**p", "http"},
        {"fxp://", "ftp://"},
        {"meow://", "http://"},
        {"[.]", "."},
        {"(.)", "."},
        {"{.}", "."},
        {"[.", "."},
        {"[dot]", "."},
        {"(dot)", "."},
        {"{dot}", "."},
        {"[:]", ":"},
        {"(:)", ":"},
        {"[:", ":"},
        {"[://]", "://"},
        {"[/]", "/"},
        {"[@]", "@"},
        {"[at]", "@"},
        {"(at)", "@"}
    };

    /** What ships with the product. */
    static final Spellings KNOWN = read("spellings.txt");

    private final Map<Character, List<Rewriting>> byFirst = new HashMap<>();

    private final BitSet firsts = new BitSet();

    private Spellings() {}

    /** One spelling and the spelling that stands for it; both empty where there is none. */
    record Rewriting(String from, String to) {
        static final Rewriting NONE = new Rewriting("", "");

        boolean isNone() {
            return from.isEmpty();
        }
    }

    /** The longest known spelling that begins here. */
    Rewriting at(CharSequence text, int place) {
        if (!firsts.get(text.charAt(place))) {
            return Rewriting.NONE;
        }
        for (var candidate : byFirst.getOrDefault(text.charAt(place), List.of())) {
            if (begins(text, place, candidate.from())) {
                return candidate;
            }
        }
        return Rewriting.NONE;
    }

    private static boolean begins(CharSequence text, int place, String word) {
        var end = place + word.length();
        if (end > text.length() || !word.contentEquals(text.subSequence(place, end))) {
            return false;
        }
        return !asciiWord(word)
                || (place == 0 || !identifier(text.charAt(place - 1)))
                        && (end == text.length() || !identifier(text.charAt(end)));
    }

    /** A Latin word counts only where it stands alone, never inside an address. */
    private static boolean asciiWord(String word) {
        var first = word.charAt(0);
        return first >= 'a' && first <= 'z' && !word.startsWith("hxxp") && !word.contains("*") && !word.contains(":");
    }

    private static boolean identifier(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || ".-_@/:".indexOf(c) >= 0;
    }

    private static Spellings read(String name) {
        var result = new Spellings();
        for (var pair : DEFANGED) {
            result.add(pair[0], pair[1]);
        }
        for (var line : lines(name)) {
            var words = Spelling.composed(line).split(" ");
            for (var i = 1; i < words.length; i++) {
                result.add(words[i], words[0]);
            }
        }
        result.byFirst
                .values()
                .forEach(list -> list.sort(Comparator.comparing(
                                (Rewriting rewriting) -> rewriting.from().length())
                        .reversed()));
        return result;
    }

    private void add(String from, String to) {
        firsts.set(from.charAt(0));
        byFirst.computeIfAbsent(from.charAt(0), _ -> new ArrayList<>()).add(new Rewriting(from, to));
    }

    private static List<String> lines(String name) {
        try (var file = Objects.requireNonNull(Spellings.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
