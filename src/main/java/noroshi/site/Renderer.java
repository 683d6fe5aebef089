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

    /** A page in bytes. */
    record Made(int status, Utf8ByteOutput bytes) {
        void send(HttpServletResponse response) throws IOException {
            response.setStatus(status);
            response.setContentType("text/html;charset=UTF-8");
            response.setContentLength(bytes.getContentLength());
            bytes.writeTo(response.getOutputStream());
        }
    }

    Made make(Page page) {
        var output = new Utf8ByteOutput();
        engine.render(page.template() + ".jte", page.model(), output);
        return new Made(page.status().value(), output);
    }

    void part(String template, Object model, TemplateOutput output) {
        engine.render(template + ".jte", model, output);
    }
}
