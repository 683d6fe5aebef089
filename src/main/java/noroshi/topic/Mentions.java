package noroshi.topic;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** The people a text calls by name: {@code @mika}, but not in code, in quotations or in mail addresses. */
public final class Mentions extends AbstractVisitor {
    private static final int MOST = 50;
    private static final Pattern CALL =
            Pattern.compile("(?<![A-Za-z0-9._%+/@-])@([A-Za-z0-9][A-Za-z0-9._-]{0,59}[A-Za-z0-9_])(?![A-Za-z0-9@])");

    private final StringBuilder text = new StringBuilder();

    private Mentions() {}

    /** Their sign-in names in the order of the text; whether such people exist is another question. */
    public static Set<String> in(String markdown) {
        var reader = new Mentions();
        Prose.parse(markdown).accept(reader);
        var names = new LinkedHashSet<String>();
        var calls = CALL.matcher(Normalizer.normalize(reader.text, Normalizer.Form.NFKC));
        while (calls.find() && names.size() < MOST) {
            names.add(calls.group(1).toLowerCase(Locale.ROOT));
        }
        return names;
    }

    @Override
    public void visit(Text part) {
        text.append(part.getLiteral());
    }

    @Override
    public void visit(BlockQuote quotation) {
        text.append('\n');
    }

    @Override
    protected void visitChildren(Node parent) {
        super.visitChildren(parent);
        if (parent instanceof Block) {
            text.append('\n');
        }
    }
}
