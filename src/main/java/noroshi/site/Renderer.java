package noroshi.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Turns a page into bytes, completely, before the first byte leaves. */
@Component
class Renderer {
    private final TemplateEngine engine;

    Renderer() {
        this(TemplateEngine.createPrecompiled(null, ContentType.Html, Renderer.class.getClassLoader()));
    }

    Renderer(TemplateEngine engine) {
        this.engine = engine;
    }

    void write(Page page, HttpServletResponse response) throws IOException {
        var output = new Utf8ByteOutput();
        engine.render(page.template() + ".jte", page.model(), output);
        response.setStatus(page.status().value());
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }

    void part(String template, Object model, TemplateOutput output) {
        engine.render(template + ".jte", model, output);
    }
}
