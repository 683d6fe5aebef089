package noroshi.form;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Pages under way: rows of a label and its text, broken where a page ends. */
final class Sheet {
    private static final float LEFT = 48;
    private static final float TOP = PDRectangle.A4.getHeight() - 48;
    private static final float BOTTOM = 60;
    private static final float RIGHT = PDRectangle.A4.getWidth() - 48;
    private static final float COLUMN = 190;
    private static final float SIZE = 10;
    private static final float LEADING = 15;
    private static final Color LINE = new Color(0xB0, 0xB7, 0xC3);

    private final PDDocument document;
    private final Papers.Letters letters;
    private PDPageContentStream page;
    private float y;

    Sheet(PDDocument document, Papers.Letters letters) throws IOException {
        this.document = document;
        this.letters = letters;
        this.page = turn();
    }

    private PDPageContentStream turn() throws IOException {
        var next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        y = TOP;
        return new PDPageContentStream(document, next);
    }

    private void room(float height) throws IOException {
        if (y - height < BOTTOM) {
            page.close();
            page = turn();
        }
    }

    void head(String name, String mark, String title) throws IOException {
        write(mark, LEFT, SIZE);
        y -= 26;
        for (var line : letters.lines(name, 16, RIGHT - LEFT)) {
            write(line, LEFT, 16);
            y -= 22;
        }
        for (var line : letters.lines(title, 11, RIGHT - LEFT)) {
            write(line, LEFT, 11);
            y -= 16;
        }
        y -= 6;
    }

    void row(String label, String text) throws IOException {
        var labels = letters.lines(label, SIZE, COLUMN - LEFT - 8);
        var values = letters.lines(text, SIZE, RIGHT - COLUMN);
        room(LEADING * 2);
        rule();
        for (int n = 0; n < Math.max(labels.size(), values.size()); n++) {
            room(LEADING);
            y -= LEADING;
            if (n < labels.size()) {
                write(labels.get(n), LEFT, SIZE);
            }
            if (n < values.size()) {
                write(values.get(n), COLUMN, SIZE);
            }
        }
        y -= 7;
    }

    void note(String text) throws IOException {
        rule();
        for (var line : letters.lines(text, SIZE, RIGHT - LEFT)) {
            room(LEADING);
            y -= LEADING;
            write(line, LEFT, SIZE);
        }
    }

    private void rule() throws IOException {
        page.setStrokingColor(LINE);
        page.moveTo(LEFT, y);
        page.lineTo(RIGHT, y);
        page.stroke();
    }

    private void write(String text, float x, float size) throws IOException {
        write(page, text, x, y, size);
    }

    private void write(PDPageContentStream on, String text, float x, float height, float size) throws IOException {
        on.beginText();
        on.setFont(letters.font(), size);
        on.newLineAtOffset(x, height);
        on.showText(String.join("", letters.lines(text, size, Float.MAX_VALUE)));
        on.endText();
    }

    /** The mark and the number stand on every page. */
    void finish(String foot) throws IOException {
        page.close();
        var count = document.getNumberOfPages();
        for (int n = 0; n < count; n++) {
            try (var on = new PDPageContentStream(document, document.getPage(n), AppendMode.APPEND, true)) {
                write(on, foot + "  " + (n + 1) + " / " + count, LEFT, BOTTOM - 24, 9);
            }
        }
    }
}
