package noroshi.topic;

import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Reads the words of a text aloud, without its markup. */
final class ProseWords extends AbstractVisitor {
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n\\s*\\n(\\s*\\n)+");
    private static final int LONGEST_ADDRESS = 300;

    private final StringBuilder words = new StringBuilder();
    private final boolean brief;
    private int addresses;

    private ProseWords(boolean brief) {
        this.brief = brief;
    }

    static String of(Node document) {
        return read(document, new ProseWords(false));
    }

    /** What it says first: without headings and marks of lists and quotes. */
    static String opening(Node document) {
        return read(document, new ProseWords(true));
    }

    private static String read(Node document, ProseWords reader) {
        document.accept(reader);
        return EMPTY_LINES.matcher(reader.words).replaceAll("\n\n").strip();
    }

    @Override
    public void visit(Text text) {
        words.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        words.append(code.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
        words.append(html.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        words.append('\n');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        words.append('\n');
    }

    @Override
    public void visit(Paragraph paragraph) {
        block(paragraph);
    }

    @Override
    public void visit(Heading heading) {
        if (!brief) {
            block(heading);
        }
    }

    @Override
    public void visit(BlockQuote quote) {
        mark("> ");
        visitChildren(quote);
    }

    @Override
    public void visit(ListItem item) {
        mark("- ");
        visitChildren(item);
    }

    @Override
    public void visit(FencedCodeBlock code) {
        words.append(code.getLiteral()).append('\n');
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        words.append(code.getLiteral()).append('\n');
    }

    @Override
    public void visit(HtmlBlock html) {
        words.append(html.getLiteral()).append("\n\n");
    }

    @Override
    public void visit(CustomNode part) {
        visitChildren(part);
        if (part instanceof TableCell) {
            words.append(' ');
        } else if (part instanceof TableRow) {
            words.append('\n');
        }
    }

    @Override
    public void visit(Link link) {
        var from = words.length();
        visitChildren(link);
        address(link.getDestination(), words.substring(from));
    }

    @Override
    public void visit(Image image) {
        visitChildren(image);
    }

    private void mark(String mark) {
        if (!brief) {
            words.append(mark);
        }
    }

    private void address(String address, String shown) {
        if (!address.endsWith(shown) && address.length() <= LONGEST_ADDRESS && addresses++ < LONGEST_ADDRESS) {
            words.append(" (").append(address).append(')');
        }
    }

    private void block(Node block) {
        visitChildren(block);
        words.append(block.getParent() instanceof ListItem ? "\n" : "\n\n");
    }
}
