package noroshi.site.chart;

import java.util.List;
import noroshi.site.chart.Svg.Anchor;

/**
 * How many fall into each of a few unequal buckets, named in words, with a goal between two of them.
 *
 * @param nameHeading the table's first heading
 * @param valueHeading the table's second heading
 * @param goalAfter how many buckets lie within the goal; 0 for none
 * @param goal its name
 */
public record Histogram(String nameHeading, String valueHeading, List<Bar> buckets, int goalAfter, String goal) {
    private static final double LEFT = 48;
    private static final double WIDTH = 520;
    private static final double TOP = 50;
    private static final double HEIGHT = 180;

    /** Draws it; the finding says in a sentence what the picture shows. */
    public Figure draw(String finding) {
        return new Figure(wide(finding), narrow(finding), List.of(nameHeading, valueHeading), BarChart.rows(buckets));
    }

    private String wide(String finding) {
        var svg = new Svg("wide chart--half", WIDTH, TOP + HEIGHT + 30, finding);
        var scale = Scale.upTo(BarChart.largest(buckets));
        double base = TOP + HEIGHT;
        svg.text("name", 0, 14, Anchor.START, valueHeading);
        for (var mark : scale.marks()) {
            double y = base - scale.of(mark, HEIGHT);
            svg.line(mark == 0 ? "base" : "grid", LEFT, y, WIDTH, y);
            svg.text("axis", LEFT - 6, y + 5, Anchor.END, Svg.grouped(mark));
        }
        double step = (WIDTH - LEFT) / Math.max(buckets.size(), 1);
        for (int at = 0; at < buckets.size(); at++) {
            bucket(svg, scale, buckets.get(at), LEFT + at * step, step);
        }
        if (goalAfter > 0) {
            double x = LEFT + goalAfter * step;
            svg.line("event", x, 24, x, base);
            svg.text("event-name", x + 5, 34, Anchor.START, goal);
        }
        return svg.done();
    }

    private static void bucket(Svg svg, Scale scale, Bar bucket, double x, double step) {
        double tall = scale.of(bucket.value(), HEIGHT);
        double base = TOP + HEIGHT;
        double middle = x + step / 2;
        svg.bar(
                bucket.tone().kind(),
                x + step * 0.14,
                base - tall,
                step * 0.72,
                tall,
                bucket.name() + " " + Svg.grouped(bucket.value()));
        svg.text("value", middle, base - tall - 6, Anchor.MIDDLE, Svg.grouped(bucket.value()));
        svg.text("axis", middle, base + 22, Anchor.MIDDLE, Svg.cut(bucket.name(), step));
    }

    /** On a narrow screen the buckets lie one below the other, so that their names stay readable. */
    private String narrow(String finding) {
        double room = goalAfter > 0 ? 24 : 0;
        double largest = BarChart.largest(buckets);
        var svg = new Svg("narrow", 360, buckets.size() * BarChart.ROW + room + 10, finding);
        BarChart.rows(svg, buckets.subList(0, goalAfter), largest, 360, 96, 10);
        double y = 10 + goalAfter * BarChart.ROW;
        if (goalAfter > 0) {
            svg.line("event", 0, y, 360, y);
            svg.text("event-name", 0, y + 17, Anchor.START, goal);
        }
        BarChart.rows(svg, buckets.subList(goalAfter, buckets.size()), largest, 360, 96, y + room);
        return svg.done();
    }
}
