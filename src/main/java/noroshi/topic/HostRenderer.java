package noroshi.topic;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Shows the host of a link in small letters beside it. */
record HostRenderer(HtmlNodeRendererContext context) implements NodeRenderer {
    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(ProseLinks.Host.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof ProseLinks.Host host) {
            var html = context.getWriter();
            html.text(" ");
            html.tag("span", Map.of("class", "prose__host"));
            html.text("(" + host.name() + ")");
            html.tag("/span");
        }
    }
}
