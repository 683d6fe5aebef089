package noroshi.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import noroshi.topic.Morphemes.Morpheme;

/** Reads what somebody typed into the search field; whatever they typed is a question. */
final class Asked {
    private static final int LONGEST = 1_000;
    private static final int MOST_TERMS = 16;
    private static final int SHORTEST_FRAGMENT = 3;
    private static final String QUOTES = "\"\u201C\u201D\u201E\u201F";
    private static final Pattern INDICATOR = Pattern.compile("(?=.*[0-9.:/@_-])[a-z0-9][!-~]*");
    private static final Pattern COMPLETE =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-f]{32,}|cve-[0-9-]{8,}");
    private static final Pattern GRAMMAR = Pattern.compile("[ぁ-ん]{1,2}");

    private final SearchWords words;
    private final List<String> conditions = new ArrayList<>();
    private final Set<String> marks = new LinkedHashSet<>();
    private final List<String> fragments = new ArrayList<>();

    Asked(SearchWords words) {
        this.words = words;
    }

    /** One term as it was typed. */
    private record Term(String text, boolean exact, boolean unwanted) {}

    SearchWords.Query read(String typed) {
        var spelled = Spelling.of(typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed)
                .text();
        var terms = terms(spelled);
        terms.forEach(this::add);
        var fragment = terms.size() == 1 && fragments.size() == 1 ? fragments.getFirst() : "";
        var longestFirst = marks.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        return new SearchWords.Query(String.join(" & ", conditions), fragment, longestFirst);
    }

    private static List<Term> terms(String spelled) {
        var terms = new ArrayList<Term>();
        for (var at = 0; at < spelled.length() && terms.size() < MOST_TERMS; ) {
            if (spelled.charAt(at) == ' ') {
                at++;
                continue;
            }
            var unwanted = spelled.charAt(at) == '-';
            var begin = unwanted ? at + 1 : at;
            var exact = begin < spelled.length() && quote(spelled.charAt(begin));
            begin = exact ? begin + 1 : begin;
            var end = end(spelled, begin, exact);
            terms.add(new Term(spelled.substring(begin, end).strip(), exact, unwanted));
            at = exact ? end + 1 : end;
        }
        return terms;
    }

    private static int end(String spelled, int begin, boolean exact) {
        var end = begin;
        while (end < spelled.length() && !quote(spelled.charAt(end)) && (exact || spelled.charAt(end) != ' ')) {
            end++;
        }
        return end;
    }

    private static boolean quote(char c) {
        return QUOTES.indexOf(c) >= 0;
    }

    private void add(Term term) {
        var found = words.spelledWords(term.text());
        if (found.isEmpty()) {
            return;
        }
        var phrase = phrase(found, term);
        conditions.add(term.unwanted() ? "!(" + phrase + ")" : phrase);
        if (!term.unwanted()) {
            mark(term.text(), found);
            if (!term.exact() && indicator(term.text())) {
                fragments.add(term.text());
            }
        }
    }

    private static boolean indicator(String text) {
        return text.length() >= SHORTEST_FRAGMENT
                && INDICATOR.matcher(text).matches()
                && !COMPLETE.matcher(text).matches();
    }

    private static String phrase(List<Morpheme> found, Term term) {
        var open = !term.exact() && !term.unwanted();
        var last = found.getLast().word();
        var phrase = found.stream().map(word -> SearchWords.quoted(word.word())).collect(Collectors.joining(" <-> "))
                + (open && mayGrow(last, term.text(), found.size()) ? ":*" : "");
        var katakana = found.size() > 1 && term.text().chars().allMatch(c -> Spelling.katakana((char) c));
        if (open && katakana) {
            return "((" + phrase + ") | " + SearchWords.quoted(term.text()) + ":*)";
        }
        return found.size() > 1 ? "(" + phrase + ")" : phrase;
    }

    /** ランサム asks for ランサムウェア too, and CVE-2026-12 for CVE-2026-1234; but 192.0.2.7 is not 192.0.2.77. */
    private static boolean mayGrow(String last, String term, int count) {
        var number = last.chars().allMatch(Character::isDigit);
        return number ? term.startsWith("cve-") && count > 2 : count > 1 || last.length() > 1;
    }

    private void mark(String term, List<Morpheme> found) {
        marks.add(term);
        for (var morpheme : found) {
            var surface =
                    term.substring(Math.min(morpheme.start(), term.length()), Math.min(morpheme.end(), term.length()));
            if (surface.length() > 1 && !GRAMMAR.matcher(surface).matches()) {
                marks.add(surface);
            }
        }
    }
}
