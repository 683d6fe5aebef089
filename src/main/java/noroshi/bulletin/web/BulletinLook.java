package noroshi.bulletin.web;

import gg.jte.Content;
import java.util.Set;
import java.util.UUID;
import noroshi.bulletin.Copy;
import noroshi.bulletin.Edition;
import noroshi.bulletin.IndicatorSheet;
import noroshi.bulletin.Look;
import noroshi.site.Parts;
import noroshi.topic.Level;
import org.springframework.stereotype.Component;

/** Draws with the templates of the page that readers get. */
@Component
class BulletinLook implements Look {
    private static final UUID NOWHERE = new UUID(0, 0);

    private final Parts parts;

    BulletinLook(Parts parts) {
        this.parts = parts;
    }

    @Override
    public Content of(Copy copy, Level level) {
        var content = new Edition.Content(
                copy.pro(),
                copy.general(),
                IndicatorSheet.read(copy.indicators()).rows());
        var article = new ArticlePart(NOWHERE, 1, level, content, false, Set.of());
        var text = parts.draw("bulletin/parts/article", article);
        var below = parts.draw("bulletin/parts/below", article);
        return output -> {
            text.writeTo(output);
            below.writeTo(output);
        };
    }
}
