package noroshi.site.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Writes SVG by hand: classes only, so that colours and dark mode come from the style sheet. */
final class Svg {
    private static final double CJK = 14;
    private static final double LATIN = 8;

    private final StringBuilder out = new StringBuilder();

    Svg(String variant, double width, double height, String label) {
        out.append("<svg class=\"chart chart--")
                .append(variant)
                .append("\" viewBox=\"0 0 ")
                .append(round(width))
                .append(' ')
                .append(round(height))
                .append("\" role=\"img\" aria-label=\"")
                .append(escape(label))
                .append("\">");
    }

    Svg rect(String kind, double x, double y, double width, double height) {
        return open("rect", kind)
                .at("x", x)
                .at("y", y)
                .at("width", Math.max(width, 0))
                .at("height", Math.max(height, 0))
                .close();
    }

    /** A bar with rounded corners that names itself when pointed at. */
    Svg bar(String kind, double x, double y, double width, double height, String title) {
        open("rect", kind)
                .at("x", x)
                .at("y", y)
                .at("width", Math.max(width, 0))
                .at("height", Math.max(height, 0))
                .at("rx", 2);
        out.append("><title>").append(escape(title)).append("</title></rect>");
        return this;
    }

    Svg line(String kind, double x1, double y1, double x2, double y2) {
        return open("line", kind)
                .at("x1", x1)
                .at("y1", y1)
                .at("x2", x2)
                .at("y2", y2)
                .close();
    }

    Svg circle(String kind, double x, double y, double radius) {
        return open("circle", kind).at("cx", x).at("cy", y).at("r", radius).close();
    }

    Svg path(String kind, String commands) {
        out.append("<path class=\"")
                .append(kind)
                .append("\" d=\"")
                .append(commands)
                .append("\"/>");
        return this;
    }

    Svg text(String kind, double x, double y, Anchor anchor, String words) {
        open("text", kind).at("x", x).at("y", y);
        if (anchor != Anchor.START) {
            out.append(" text-anchor=\"")
                    .append(anchor.name().toLowerCase(Locale.ROOT))
                    .append('"');
        }
        out.append('>').append(escape(words)).append("</text>");
        return this;
    }

    String done() {
        return out + "</svg>";
    }

    /** Where a text stands relative to its point. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** The width a text takes at 14 pixels, near enough. */
    static double width(String words) {
        return words.codePoints()
                .mapToDouble(letter -> letter < 0x2000 ? LATIN : CJK)
                .sum();
    }

    /** The text, cut to a width. */
    static String cut(String words, double width) {
        if (width(words) <= width) {
            return words;
        }
        var cut = words;
        while (!cut.isEmpty() && width(cut) + CJK > width) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut.stripTrailing() + "…";
    }

    static String round(double number) {
        return BigDecimal.valueOf(number)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    static String grouped(double number) {
        return number == Math.rint(number)
                ? String.format(Locale.ROOT, "%,d", (long) number)
                : String.format(Locale.ROOT, "%,.1f", number);
    }

    private Svg open(String element, String kind) {
        out.append('<').append(element).append(" class=\"").append(kind).append('"');
        return this;
    }

    private Svg at(String name, double value) {
        out.append(' ').append(name).append("=\"").append(round(value)).append('"');
        return this;
    }

    private Svg close() {
        out.append("/>");
        return this;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
