package noroshi.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import noroshi.site.Words;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.stereotype.Component;

/** Sets a filled form on A4 pages, with the letters it needs embedded. */
@Component
public class Papers {
    private static final String FONT = "/noroshi/fonts/ipaexg.ttf";
    /** Stands where the font has no letter. */
    private static final String UNKNOWN = "〓";

    private final Words words;

    Papers(Words words) {
        this.words = words;
    }

    public byte[] pdf(FilledForm filled, Locale locale) {
        try (var document = new PDDocument();
                var font = font();
                var out = new ByteArrayOutputStream()) {
            var letters = new Letters(PDType0Font.load(document, font, true), font.getUnicodeCmapLookup());
            var sheet = new Sheet(document, letters);
            sheet.head(
                    filled.form().name(locale),
                    words.text(locale, "form.mark", filled.tlp().label()),
                    filled.reference() + "  " + filled.title());
            for (var entry : filled.entries()) {
                sheet.row(entry.label(), entry.value().isBlank() ? words.text(locale, "form.nothing") : entry.value());
            }
            if (filled.unseen() > 0) {
                sheet.note(words.text(locale, "form.unseen", filled.unseen()));
            }
            sheet.finish(words.text(locale, "form.mark", filled.tlp().label()) + "  " + filled.reference());
            document.getDocumentInformation().setTitle(filled.form().name(locale) + " " + filled.reference());
            document.getDocumentCatalog().setLanguage(locale.getLanguage());
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TrueTypeFont font() throws IOException {
        try (InputStream file = Objects.requireNonNull(Papers.class.getResourceAsStream(FONT))) {
            return new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
        }
    }

    /** The font, and which letters it has. */
    record Letters(PDFont font, CmapLookup known) {
        /** Only letters that can be set, on lines no wider than the column. */
        List<String> lines(String text, float size, float width) throws IOException {
            var lines = new ArrayList<String>();
            for (var paragraph : text.split("\\R", -1)) {
                var line = new StringBuilder();
                var used = 0f;
                for (var letter : paragraph.codePoints().toArray()) {
                    var shown = settable(letter);
                    var wide = width(shown, size);
                    if (used + wide > width && !line.isEmpty()) {
                        lines.add(line.toString());
                        line.setLength(0);
                        used = 0;
                    }
                    line.append(shown);
                    used += wide;
                }
                lines.add(line.toString());
            }
            return lines;
        }

        private String settable(int letter) {
            if (letter == '\t') {
                return " ";
            }
            return known.getGlyphId(letter) == 0 || Character.isISOControl(letter)
                    ? UNKNOWN
                    : Character.toString(letter);
        }

        private float width(String shown, float size) throws IOException {
            return font.getStringWidth(shown) / 1000 * size;
        }
    }
}
