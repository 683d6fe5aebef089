package noroshi.topic;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Decides which links of a text may be followed; all others stay the words they were. */
final class ProseLinks extends AbstractVisitor {
    /** Where images may come from: our own files, never a place outside that would learn who reads. */
    static final Pattern FILE = Pattern.compile("/files/[A-Za-z0-9-]{1,64}");

    private static final int MOST = 1_000;
    private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[!-\\[\\]-~\\x{A0}-\\x{10FFFF}]{0,2000}|/");
    private static final Pattern MAIL = Pattern.compile("(?i)mailto:[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,253}");
    private static final Pattern WEB = Pattern.compile(
            "(?i)https?://(?<host>[^/?#\\\\@:\\s\\p{Cntrl}]{1,253})(:[0-9]{1,5})?([/?#][!-\\[\\]-~\\x{A0}-\\x{10FFFF}]{0,2000})?");
    private static final Pattern HOST = Pattern.compile("[a-z0-9._-]+");

    private final List<Node> links = new ArrayList<>();

    private ProseLinks() {}

    /** The host a link leads to, shown beside it: the words of a link may say anything. */
    static final class Host extends CustomNode {
        private final String name;

        private Host(String name) {
            this.name = name;
        }

        String name() {
            return name;
        }
    }

    /** One reference may be used ten thousand times: what is beyond measure stays text, too. */
    static void settle(Node document) {
        var found = new ProseLinks();
        document.accept(found);
        for (var i = 0; i < found.links.size(); i++) {
            settle(found.links.get(i), i < MOST);
        }
    }

    @Override
    public void visit(Link link) {
        links.add(link);
        visitChildren(link);
    }

    @Override
    public void visit(Image image) {
        links.add(image);
        visitChildren(image);
    }

    private static void settle(Node node, boolean withinMeasure) {
        var host = node instanceof Link link ? host(link.getDestination()) : Optional.<String>empty();
        var kept = withinMeasure
                && switch (node) {
                    case Image image -> FILE.matcher(image.getDestination()).matches();
                    case Link link -> !bare(link) && (host.isPresent() || within(link.getDestination()));
                    default -> false;
                };
        if (!kept) {
            unwrap(node);
        } else if (host.isPresent()) {
            node.insertAfter(new Host(host.get()));
        }
    }

    /** An address in angle brackets is quoted more often than recommended; nobody follows it by mistake. */
    private static boolean bare(Link link) {
        return link.getFirstChild() instanceof Text text
                && text.getNext() == null
                && link.getDestination().endsWith(text.getLiteral());
    }

    private static boolean within(String destination) {
        return OWN.matcher(destination).matches() || MAIL.matcher(destination).matches();
    }

    /** The host of an outside address as the network knows it; empty if it is no address to be followed. */
    private static Optional<String> host(String destination) {
        var address = WEB.matcher(destination);
        if (!address.matches()) {
            return Optional.empty();
        }
        try {
            var host = IDN.toASCII(address.group("host")).toLowerCase(Locale.ROOT);
            return HOST.matcher(host).matches() ? Optional.of(host) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static void unwrap(Node link) {
        for (var child = link.getFirstChild(); child != null; child = link.getFirstChild()) {
            link.insertBefore(child);
        }
        link.unlink();
    }
}
