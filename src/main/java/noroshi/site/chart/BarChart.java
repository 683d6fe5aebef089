package noroshi.site.chart;

import java.util.List;
import noroshi.site.chart.Svg.Anchor;

/**
 * Horizontal bars, in the order given.
 *
 * @param nameHeading the table's first heading
 * @param valueHeading the table's second heading
 */
public record BarChart(String nameHeading, String valueHeading, List<Bar> bars) {
    static final double ROW = 36;
    private static final double THICK = 24;

    /** Draws it; the finding says in a sentence what the picture shows. */
    public Figure draw(String finding) {
        return new Figure(
                draw("wide chart--half", 520, 206, finding), draw("narrow", 360, 128, finding), headings(), rows(bars));
    }

    private List<String> headings() {
        return List.of(nameHeading, valueHeading);
    }

    private String draw(String variant, double width, double left, String finding) {
        var svg = new Svg(variant, width, bars.size() * ROW + 10, finding);
        rows(svg, bars, largest(bars), width, left, 10);
        return svg.line("base", left, 2, left, bars.size() * ROW + 6).done();
    }

    /** Draws rows of bars below a height; shared with the narrow histogram. */
    static void rows(Svg svg, List<Bar> bars, double largest, double width, double left, double top) {
        double room = width - left - 50;
        double y = top;
        for (var bar : bars) {
            double wide = largest == 0 ? 0 : bar.value() / largest * room;
            svg.text("label", left - 10, y + 17, Anchor.END, Svg.cut(bar.name(), left - 14));
            svg.bar(bar.tone().kind(), left, y, wide, THICK, bar.name() + " " + Svg.grouped(bar.value()));
            svg.text("value", left + wide + 8, y + 17, Anchor.START, Svg.grouped(bar.value()));
            y += ROW;
        }
    }

    static double largest(List<Bar> bars) {
        return bars.stream().mapToDouble(Bar::value).max().orElse(0);
    }

    static List<List<String>> rows(List<Bar> bars) {
        return bars.stream()
                .map(bar -> List.of(bar.name(), Svg.grouped(bar.value())))
                .toList();
    }
}
