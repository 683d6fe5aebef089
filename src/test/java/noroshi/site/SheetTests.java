package noroshi.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SheetTests {
    private static final List<List<String>> TABLE = List.of(
            List.of("組織", "件数", "電話", "メモ"),
            List.of("=HYPERLINK(\"http://evil.example\")", "12", "0312345678", "@SUM(1)"),
            List.of("東都鉄道 <本社> & 支社", "-3.5", "0300000000", "+cmd|' /C calc'!A0\u0000\u0007"),
            List.of("\uD83D\uDEE4 線路", "", "", ""));

    @Test
    void aWorkbookIsMadeOfWellFormedPartsThatKnowEachOther() throws Exception {
        var parts = parts();
        assertThat(parts.keySet())
                .containsExactlyInAnyOrder(
                        "[Content_Types].xml",
                        "_rels/.rels",
                        "xl/workbook.xml",
                        "xl/_rels/workbook.xml.rels",
                        "xl/styles.xml",
                        "xl/worksheets/sheet1.xml");
        for (var part : parts.values()) {
            assertThat(xml(part).getDocumentElement()).isNotNull();
        }
        assertThat(parts.get("[Content_Types].xml")).contains("/xl/worksheets/sheet1.xml", "/xl/styles.xml");
    }

    @Test
    void noCellIsAFormulaAndWordsStayWordsWhenEdited() throws Exception {
        var sheet = xml(parts().getOrDefault("xl/worksheets/sheet1.xml", ""));
        assertThat(sheet.getElementsByTagName("f").getLength()).isZero();
        var evil = cell(sheet, "A2");
        assertThat(evil.getAttribute("t")).isEqualTo("inlineStr");
        assertThat(evil.getTextContent()).isEqualTo("=HYPERLINK(\"http://evil.example\")");
        assertThat(style(evil)).contains("quotePrefix=\"1\"", "numFmtId=\"49\"");
        assertThat(style(cell(sheet, "D2"))).contains("quotePrefix=\"1\"");
        assertThat(cell(sheet, "D3").getTextContent()).isEqualTo("+cmd|' /C calc'!A0");
        assertThat(cell(sheet, "A3").getTextContent()).isEqualTo("東都鉄道 <本社> & 支社");
        assertThat(cell(sheet, "A4").getTextContent()).isEqualTo("\uD83D\uDEE4 線路");
    }

    @Test
    void aColumnOfNumbersCountsAndATelephoneNumberKeepsItsZero() throws Exception {
        var sheet = xml(parts().getOrDefault("xl/worksheets/sheet1.xml", ""));
        assertThat(cell(sheet, "B2").hasAttribute("t")).isFalse();
        assertThat(cell(sheet, "B3").getTextContent()).isEqualTo("-3.5");
        assertThat(cell(sheet, "C2").getAttribute("t")).isEqualTo("inlineStr");
        assertThat(cell(sheet, "C2").getTextContent()).isEqualTo("0312345678");
    }

    @Test
    void columnsGoOnBeyondZ() throws Exception {
        var wide =
                java.util.stream.IntStream.range(0, 60).mapToObj(at -> "c" + at).toList();
        var sheet = xml(unzip(Xlsx.of(List.of(wide))).getOrDefault("xl/worksheets/sheet1.xml", ""));
        assertThat(cell(sheet, "Z1").getTextContent()).isEqualTo("c25");
        assertThat(cell(sheet, "AA1").getTextContent()).isEqualTo("c26");
        assertThat(cell(sheet, "BH1").getTextContent()).isEqualTo("c59");
    }

    @Test
    void theAddressSaysInWhichShape() {
        var sheet = new Sheet(TABLE);
        assertThat(sheet.as("reach", "/insight/reach.xlsx")
                        .getHeaders()
                        .getContentDisposition()
                        .getFilename())
                .isEqualTo("reach.xlsx");
        var csv = new String(sheet.as("reach", "/insight/reach.csv").getBody(), StandardCharsets.UTF_8);
        assertThat(csv).contains("'=HYPERLINK", "'@SUM").startsWith("\uFEFF組織");
    }

    private static Map<String, String> parts() throws IOException {
        return unzip(Xlsx.of(TABLE));
    }

    private static Map<String, String> unzip(byte[] workbook) throws IOException {
        var parts = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private static Document xml(String part) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(part.getBytes(StandardCharsets.UTF_8)));
    }

    private static Element cell(Document sheet, String name) {
        var cells = sheet.getElementsByTagName("c");
        for (int at = 0; at < cells.getLength(); at++) {
            if (cells.item(at) instanceof Element cell && cell.getAttribute("r").equals(name)) {
                return cell;
            }
        }
        throw new AssertionError("no cell " + name);
    }

    /** The format of the cell as the styles part says it. */
    private static String style(Element cell) throws IOException {
        var formats = parts().getOrDefault("xl/styles.xml", "")
                .split("<cellXfs", 2)[1]
                .split("<xf ");
        return formats[Integer.parseInt(cell.getAttribute("s")) + 1];
    }
}
