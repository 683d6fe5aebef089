package noroshi.topic;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import noroshi.topic.Morphemes.Morpheme;

/** Turns Japanese and technical texts into words that PostgreSQL finds again, however they were spelled. */
public final class SearchWords {
    /** PostgreSQL counts positions to 16383; longer texts start again, so that phrases are found at their end too. */
    private static final int POSITIONS = 16_000;

    private static final int POSITIONS_OF_ONE_WORD = 255;
    private static final int BETWEEN_TEXTS = 10;
    /** PostgreSQL refuses a vector of more than 1 MB. */
    private static final int LARGEST_VECTOR = 900_000;

    private static final int LARGEST_PLAIN = 200_000;
    private static final int TELLING = 6;
    private static final int LONGEST_TITLE = 200;
    private static final Pattern GRAMMAR = Pattern.compile("[ぁ-ん]{1,3}");
    private static final Pattern SPACES = Pattern.compile(" {2,}");

    private final Morphemes morphemes = new Morphemes();

    /**
     * What somebody asks for.
     *
     * @param words the question as a {@code tsquery}; empty if it holds no word
     * @param fragment the one piece of an indicator to look for inside longer ones; empty if there is none
     * @param highlights what to mark in the results, the longest first
     */
    public record Query(String words, String fragment, List<String> highlights) {
        public Query {
            highlights = List.copyOf(highlights);
        }

        public boolean isEmpty() {
            return words.isEmpty() && fragment.isEmpty();
        }

        /** The fragment as a pattern for {@code like} over {@link SearchWords#plain}. */
        public Optional<String> pattern() {
            return fragment.isEmpty()
                    ? Optional.empty()
                    : Optional.of("%" + fragment.replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
    }

    /** The text of a {@code tsvector}; the first of several texts is the title and weighs more. */
    public String vector(String... texts) {
        var places = new LinkedHashMap<String, List<String>>();
        var position = 0;
        var room = LARGEST_VECTOR;
        for (var i = 0; i < texts.length; i++) {
            var weight = i == 0 && texts.length > 1 ? "A" : "";
            for (var morpheme : words(texts[i])) {
                room -= place(places, morpheme.word(), 1 + position++ % POSITIONS + weight);
                if (room < 0) {
                    return literal(places);
                }
            }
            position += BETWEEN_TEXTS;
        }
        return literal(places);
    }

    /** What the place costs in the vector, in bytes. */
    private static int place(Map<String, List<String>> places, String word, String position) {
        var known = places.computeIfAbsent(word, _ -> new ArrayList<>());
        if (known.size() == POSITIONS_OF_ONE_WORD) {
            return 0;
        }
        known.add(position);
        return known.size() > 1 ? 2 : word.getBytes(StandardCharsets.UTF_8).length + 10;
    }

    private static String literal(Map<String, List<String>> places) {
        var result = new StringJoiner(" ");
        places.forEach((word, positions) -> result.add(quoted(word) + ":" + String.join(",", positions)));
        return result.toString();
    }

    static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** The texts as one line in their common spelling, for fragments of addresses and numbers. */
    public String plain(String... texts) {
        var line = Spelling.of(String.join(" ", texts)).text();
        var single = SPACES.matcher(line).replaceAll(" ").strip();
        return single.length() <= LARGEST_PLAIN ? single : whole(single.substring(0, LARGEST_PLAIN));
    }

    private static String whole(String cut) {
        return Character.isHighSurrogate(cut.charAt(cut.length() - 1)) ? cut.substring(0, cut.length() - 1) : cut;
    }

    /** Words side by side must all be there, {@code "in quotes"} exactly so, {@code -words} must not. */
    public Query query(String asked) {
        return new Asked(this).read(asked);
    }

    /**
     * Asks for texts near this one: those with two of its longer words, or with its only one. Every pair is asked for by
     * name, so that a frequent word alone finds nothing.
     */
    public String nearby(String written) {
        var title = written.length() <= LONGEST_TITLE ? written : whole(written.substring(0, LONGEST_TITLE));
        var telling = words(title).stream()
                .map(Morpheme::word)
                .distinct()
                .filter(word -> word.codePointCount(0, word.length()) > 1
                        && !GRAMMAR.matcher(word).matches())
                .sorted(Comparator.comparingInt((String word) -> word.length()).reversed())
                .limit(TELLING)
                .map(SearchWords::quoted)
                .toList();
        if (telling.size() < 2) {
            return String.join("", telling);
        }
        var pairs = new StringJoiner(" | ");
        for (var one = 0; one < telling.size(); one++) {
            for (var other = one + 1; other < telling.size(); other++) {
                pairs.add("(" + telling.get(one) + " & " + telling.get(other) + ")");
            }
        }
        return pairs.toString();
    }

    List<Morpheme> words(String written) {
        return morphemes.of(Spelling.of(written).text());
    }

    List<Morpheme> spelledWords(String spelled) {
        return morphemes.of(spelled);
    }
}
