package noroshi.topic;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/** Reads the beginning of a text aloud, which may have been cut off anywhere. */
final class FirstWords {
    /** How many characters rows pass on at most. */
    private static final int EXCERPT = 400;
    /** As many backticks begin a block, whose words stand without them wherever it is cut. */
    private static final int FENCE = 3;

    private static final Pattern BEGINNING = Pattern.compile("\\n[ \\t]*(?:\\n|[-*+>] |\\d{1,9}[.)] )");
    private static final Pattern RUN = Pattern.compile("(?<![`\\\\])`+");

    private FirstWords() {}

    static String of(String markdown) {
        var document = Prose.parse(markdown);
        return cutOff(markdown) && last(document) instanceof Paragraph
                ? ProseWords.opening(Prose.parse(markdown.substring(0, quotation(markdown))))
                : ProseWords.opening(document);
    }

    private static boolean cutOff(String markdown) {
        return markdown.codePointCount(0, markdown.length()) >= EXCERPT;
    }

    private static Node last(Node document) {
        var last = document;
        while (last.getLastChild() instanceof Block block) {
            last = block;
        }
        return last;
    }

    /** Where a quotation in the last paragraph begins that does not end; the end where there is none. */
    private static int quotation(String markdown) {
        var begins = BEGINNING
                .matcher(markdown)
                .results()
                .mapToInt(MatchResult::end)
                .max()
                .orElse(0);
        var runs = RUN.matcher(markdown)
                .region(begins, markdown.length())
                .results()
                .toList();
        for (int n = 0; n < runs.size(); n++) {
            var run = runs.get(n).group();
            var closing = n + 1;
            while (closing < runs.size() && !runs.get(closing).group().equals(run)) {
                closing++;
            }
            if (closing < runs.size()) {
                n = closing;
            } else if (run.length() < FENCE) {
                return runs.get(n).start();
            }
        }
        return markdown.length();
    }
}
