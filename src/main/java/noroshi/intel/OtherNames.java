package noroshi.intel;

import java.util.List;
import noroshi.topic.SearchWords;
import noroshi.topic.Snippet;

/** By which of its other names an object was found. */
final class OtherNames {
    /** More of them say no more. */
    private static final int MOST = 3;

    private final SearchWords words;

    OtherNames(SearchWords words) {
        this.words = words;
    }

    /** Those that hold what was asked for and the name does not, with the hits marked; none when the name alone answers. */
    List<Snippet> telling(String name, List<String> others, SearchWords.Query asked) {
        var left =
                asked.highlights().stream().filter(mark -> !marked(name, mark)).toList();
        var piece = asked.fragment().isEmpty() || words.plain(name).contains(asked.fragment()) ? "" : asked.fragment();
        return others.stream()
                .filter(other -> !other.equals(name))
                .distinct()
                .filter(other -> left.stream().anyMatch(mark -> marked(other, mark))
                        || !piece.isEmpty() && words.plain(other).contains(piece))
                .limit(MOST)
                .map(other -> Snippet.of(other, asked))
                .toList();
    }

    private static boolean marked(String text, String mark) {
        return Snippet.whole(text, new SearchWords.Query("", "", List.of(mark))).segments().stream()
                .anyMatch(Snippet.Segment::hit);
    }
}
