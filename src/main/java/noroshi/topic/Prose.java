package noroshi.topic;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** A text in Markdown as safe HTML: the only thing a template shows without escaping it. */
public final class Prose implements Content {
    private static final int LARGEST = 200_000;
    private static final int DEEPEST = 24;
    private static final int MOST_CELLS = 60_000;
    private static final int LARGEST_REMEMBERED = 8_000;
    private static final int REMEMBERED = 7_500_000;
    private static final int WORDS = 2_000_000;
    private static final int LOWEST_HEADING = 6;

    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser WITH_TABLES = parser(TABLES);
    private static final Parser WITHOUT_TABLES = parser(List.of());

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .percentEncodeUrls(true)
            .nodeRendererFactory(HostRenderer::new)
            .build();

    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements("p", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong")
            .allowElements("br", "hr", "a", "img", "span", "table", "thead", "tbody", "tr", "th", "td")
            .allowUrlProtocols("https", "http", "mailto")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("src")
            .matching(ProseLinks.FILE)
            .onElements("img")
            .allowAttributes("alt")
            .onElements("img")
            .allowAttributes("class")
            .matching(true, "prose__host")
            .onElements("span")
            .allowAttributes("align")
            .matching(true, "left", "center", "right")
            .onElements("th", "td")
            .allowAttributes("start")
            .matching(Pattern.compile("[0-9]{1,9}"))
            .onElements("ol")
            .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
            .toFactory();

    /** The same texts are read again and again: some 1,400 of the usual length, in 7.5 MB at most. */
    private static final Remembered<Prose> RECENT =
            new Remembered<>(LARGEST_REMEMBERED, REMEMBERED, Prose::rendered, Prose::bytes);

    /** A list shows the first words of dozens of texts each time. */
    private static final Remembered<String> FIRST_WORDS =
            new Remembered<>(LARGEST_REMEMBERED, WORDS, FirstWords::of, Remembered::bytes);

    /** Whoever searches is shown where it stands, in texts that others find too. */
    private static final Remembered<String> ALL_WORDS =
            new Remembered<>(LARGEST_REMEMBERED, WORDS, markdown -> ProseWords.of(parse(markdown)), Remembered::bytes);

    private static final Pattern HEADING = Pattern.compile("(</?h)([3-6])(?=>)");
    private static final int HIGHEST_HEADING = 3;

    private final String html;

    /** The same with the sections raised. */
    private final String raised;

    private Prose(String html) {
        this.html = html;
        this.raised = html.contains("<h")
                ? HEADING.matcher(html).replaceAll(tag -> tag.group(1) + (Integer.parseInt(tag.group(2)) - 1))
                : html;
    }

    /** Renders any text whatsoever; what is not Markdown we know is shown as it was typed. */
    public static Prose of(String markdown) {
        return RECENT.of(markdown);
    }

    private int bytes() {
        return Remembered.bytes(html) + (raised.equals(html) ? 0 : Remembered.bytes(raised));
    }

    /** How many bytes everything that is remembered of texts takes. */
    static int taken() {
        return RECENT.taken() + FIRST_WORDS.taken() + ALL_WORDS.taken();
    }

    private static Prose rendered(String markdown) {
        var document = parse(markdown);
        var ladder = new HeadingLadder();
        document.accept(ladder);
        ladder.settle();
        ProseLinks.settle(document);
        return new Prose(ALLOWED.sanitize(RENDERER.render(document)).replace("{<!-- -->", "&#123;"));
    }

    /** The words alone, for search and mail. */
    public static String plain(String markdown) {
        return ALL_WORDS.of(markdown);
    }

    /** The first words of what it says, for lists: of a text, or of as much of its beginning as rows pass on. */
    public static String opening(String markdown) {
        return FIRST_WORDS.of(markdown);
    }

    public String html() {
        return html;
    }

    /** As the body of an article: the writer's sections stand directly under the page's own heading. */
    public Content article() {
        return output -> output.writeContent(raised);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(html);
    }

    @Override
    public boolean isEmptyContent() {
        return html.isBlank();
    }

    @Override
    public String toString() {
        return html;
    }

    static Node parse(String markdown) {
        var text = markdown.length() > LARGEST ? markdown.substring(0, LARGEST) + "…" : markdown;
        return (fitsTables(text) ? WITH_TABLES : WITHOUT_TABLES).parse(text);
    }

    private static Parser parser(List<Extension> extensions) {
        return Parser.builder()
                .extensions(extensions)
                .maxOpenBlockParsers(DEEPEST)
                .maxInlineNesting(DEEPEST)
                .build();
    }

    /** A row is filled up to the width of its table, so a wide and long one would grow a thousandfold. */
    private static boolean fitsTables(String text) {
        var rows = 0L;
        var widest = 0L;
        for (var line : text.split("[\\n\\r]", -1)) {
            rows++;
            if (line.indexOf('-') >= 0) {
                widest = Math.max(widest, line.chars().filter(c -> c == '|').count() + 1);
            }
        }
        return rows * widest <= MOST_CELLS;
    }

    /** The page has the one first heading, its sections the second ones; below them the writer's descend without a gap. */
    private static final class HeadingLadder extends AbstractVisitor {
        private final List<Heading> headings = new ArrayList<>();

        @Override
        public void visit(Heading heading) {
            headings.add(heading);
        }

        private void settle() {
            var rungs = List.copyOf(
                    new TreeSet<>(headings.stream().map(Heading::getLevel).toList()));
            var above = HIGHEST_HEADING - 1;
            for (var heading : headings) {
                above = Math.min(above + 1, HIGHEST_HEADING + rungs.indexOf(heading.getLevel()));
                heading.setLevel(Math.min(LOWEST_HEADING, above));
            }
        }
    }
}
