package noroshi.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A table as a workbook with one sheet (ECMA-376). Its cells are words or numbers and never formulas; words keep the
 * mark of text, so that they stay words when somebody edits them.
 */
final class Xlsx {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,6})?");
    private static final Pattern FORBIDDEN =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
    /** The same table is the same file, whenever it is fetched. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final int LONGEST = 32_767;
    private static final int WIDEST = 60;

    private Xlsx() {}

    static byte[] of(List<List<String>> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"" + PACKAGE + "content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + part("/xl/workbook.xml", "sheet.main+xml")
                            + part("/xl/worksheets/sheet1.xml", "worksheet+xml")
                            + part("/xl/styles.xml", "styles+xml") + "</Types>");
            put(zip, "_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                            + "\"><sheets><sheet name=\"1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    relations(relation(1, "worksheet", "worksheets/sheet1.xml") + relation(2, "styles", "styles.xml")));
            put(zip, "xl/styles.xml", STYLES);
            put(zip, "xl/worksheets/sheet1.xml", sheet(rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Words (1), the heading (2), and numbers (0). */
    private static final String STYLES = "<styleSheet xmlns=\"" + MAIN + "\">"
            + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Yu Gothic\"/></font>"
            + "<font><b/><sz val=\"11\"/><name val=\"Yu Gothic\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
            + "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\" applyNumberFormat=\"1\"/>"
            + "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\" applyNumberFormat=\"1\" applyFont=\"1\"/>"
            + "</cellXfs></styleSheet>";

    private static String sheet(List<List<String>> rows) {
        var columns = rows.stream().mapToInt(List::size).max().orElse(0);
        var out = new StringBuilder("<worksheet xmlns=\"")
                .append(MAIN)
                .append("\"><sheetViews>")
                .append(
                        "<sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>")
                .append("</sheetView></sheetViews>");
        if (columns > 0) {
            out.append("<cols>");
            for (int at = 0; at < columns; at++) {
                out.append("<col min=\"%d\" max=\"%d\" width=\"%d\" customWidth=\"1\"/>"
                        .formatted(at + 1, at + 1, width(rows, at)));
            }
            out.append("</cols>");
        }
        out.append("<sheetData>");
        var counted =
                IntStream.range(0, columns).mapToObj(at -> counted(rows, at)).toList();
        for (int line = 0; line < rows.size(); line++) {
            out.append("<row r=\"").append(line + 1).append("\">");
            var row = rows.get(line);
            for (int at = 0; at < row.size(); at++) {
                cell(out, name(at) + (line + 1), row.get(at), line == 0 ? 2 : counted.get(at) ? 0 : 1);
            }
            out.append("</row>");
        }
        return out.append("</sheetData></worksheet>").toString();
    }

    /** A column counts when everything below its heading is a number. */
    private static boolean counted(List<List<String>> rows, int at) {
        return rows.stream()
                .skip(1)
                .filter(row -> at < row.size())
                .allMatch(row ->
                        row.get(at).isEmpty() || NUMBER.matcher(row.get(at)).matches());
    }

    private static int width(List<List<String>> rows, int at) {
        return 2
                + rows.stream()
                        .limit(200)
                        .filter(row -> at < row.size())
                        .mapToInt(row -> row.get(at)
                                .codePoints()
                                .map(point -> point < 0x2E80 ? 1 : 2)
                                .sum())
                        .map(length -> Math.min(length, WIDEST))
                        .max()
                        .orElse(8);
    }

    private static void cell(StringBuilder out, String name, String words, int style) {
        if (words.isEmpty()) {
            return;
        }
        out.append("<c r=\"").append(name).append("\" s=\"").append(style).append('"');
        if (style == 0) {
            out.append("><v>").append(words).append("</v></c>");
        } else {
            out.append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                    .append(escape(words))
                    .append("</t></is></c>");
        }
    }

    private static String escape(String words) {
        var kept = FORBIDDEN.matcher(words).replaceAll("");
        return (kept.length() > LONGEST ? shortened(kept) : kept)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    private static String shortened(String words) {
        var end = Character.isHighSurrogate(words.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return words.substring(0, end);
    }

    /** A, B, …, Z, AA, …. */
    private static String name(int column) {
        return column < 26 ? String.valueOf((char) ('A' + column)) : name(column / 26 - 1) + (char) ('A' + column % 26);
    }

    private static String part(String name, String type) {
        return "<Override PartName=\"" + name + "\" ContentType=\"" + TYPE + type + "\"/>";
    }

    private static String relations(String inner) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + inner + "</Relationships>";
    }

    private static String relation(int id, String kind, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + OFFICE + "/" + kind + "\" Target=\"" + target + "\"/>";
    }

    private static void put(ZipOutputStream zip, String name, String words) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
        zip.write((HEAD + words).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
