package noroshi.site;

import gg.jte.Content;
import org.springframework.stereotype.Component;

/** Lets a feature draw its part of another module's page from a template of its own. */
@Component
public class Parts {
    private final Renderer renderer;

    Parts(Renderer renderer) {
        this.renderer = renderer;
    }

    /** The template's output as content, drawn when the page around it is drawn. */
    public Content draw(String template, Object model) {
        return output -> renderer.part(template, model, output);
    }
}
