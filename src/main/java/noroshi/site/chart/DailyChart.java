package noroshi.site.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import noroshi.site.chart.Svg.Anchor;

/**
 * One or more measures over the same days, one panel above the other; never two axes in one.
 *
 * @param dayHeading the table's first heading
 * @param days of the horizontal axis
 * @param panels from the top
 * @param events that explain the figures
 */
public record DailyChart(String dayHeading, List<Day> days, List<Panel> panels, List<Event> events) {
    /**
     * Something that happened on a day.
     *
     * @param day its place among the days, from 0
     */
    public record Event(int day, String name) {}

    /** Draws it; the finding says in a sentence what the picture shows. */
    public Figure draw(String finding) {
        return new Figure(
                draw(new Frame("wide", 1088, 56, 196, 132), finding),
                draw(new Frame("narrow", 360, 44, 150, 100), finding),
                headings(),
                rows());
    }

    /** The measures of one drawing. */
    private record Frame(String variant, double width, double left, double first, double others) {
        private static final double RIGHT = 16;
        private static final double GAP = 38;
        private static final double EVENTS = 20;

        double step(int days) {
            return (width - left - RIGHT) / Math.max(days, 1);
        }

        double right() {
            return width - RIGHT;
        }

        double height(int panel) {
            return panel == 0 ? first : others;
        }

        double top(int panel, int eventRows) {
            var top = 20 + eventRows * EVENTS + 8;
            for (int above = 0; above < panel; above++) {
                top += height(above) + GAP;
            }
            return top;
        }
    }

    private String draw(Frame frame, String finding) {
        var rows = eventRows(frame);
        int eventRows = rows.stream().mapToInt(row -> row + 1).max().orElse(0);
        double bottom = frame.top(panels.size() - 1, eventRows) + frame.height(panels.size() - 1);
        var svg = new Svg(frame.variant(), frame.width(), bottom + 46, finding);
        shadeWeekends(svg, frame, frame.top(0, eventRows), bottom);
        for (int panel = 0; panel < panels.size(); panel++) {
            drawPanel(svg, frame, panels.get(panel), frame.top(panel, eventRows), frame.height(panel), panel == 0);
        }
        drawEvents(svg, frame, rows, bottom);
        drawDays(svg, frame, bottom);
        return svg.done();
    }

    private void shadeWeekends(Svg svg, Frame frame, double top, double bottom) {
        double step = frame.step(days.size());
        for (int day = 0; day < days.size(); day++) {
            if (days.get(day).weekend()) {
                svg.rect("weekend", frame.left() + day * step, top, step, bottom - top);
            }
        }
    }

    private void drawPanel(Svg svg, Frame frame, Panel panel, double top, double height, boolean first) {
        double base = top + height;
        var scale = panel.scale();
        svg.text("name", 0, first ? 14 : top - 12, Anchor.START, panel.name());
        for (var mark : scale.marks()) {
            double y = base - scale.of(mark, height);
            svg.line(mark == 0 ? "base" : "grid", frame.left(), y, frame.right(), y);
            svg.text("axis", frame.left() - 8, y + 5, Anchor.END, Svg.grouped(mark));
        }
        switch (panel.kind()) {
            case COLUMNS -> drawColumns(svg, frame, panel, base, height);
            case AREA -> drawArea(svg, frame, panel, base, height);
        }
        if (panel.average() >= 0) {
            double y = base - scale.of(panel.average(), height);
            svg.line("average", frame.left(), y, frame.right(), y);
        }
    }

    private void drawColumns(Svg svg, Frame frame, Panel panel, double base, double height) {
        double step = frame.step(days.size());
        double width = step * 0.62;
        for (int day = 0; day < panel.values().size(); day++) {
            double tall = panel.scale().of(panel.values().get(day), height);
            svg.bar(
                    "bar-1",
                    frame.left() + day * step + (step - width) / 2,
                    base - tall,
                    width,
                    tall,
                    days.get(day).full() + " " + Svg.grouped(panel.values().get(day)));
        }
        namePeak(svg, frame, panel, base, height, width / 2 + 4);
    }

    private void drawArea(Svg svg, Frame frame, Panel panel, double base, double height) {
        if (panel.values().isEmpty()) {
            return;
        }
        double step = frame.step(days.size());
        var line = new StringBuilder();
        for (int day = 0; day < panel.values().size(); day++) {
            line.append(day == 0 ? "M" : "L")
                    .append(Svg.round(frame.left() + (day + 0.5) * step))
                    .append(' ')
                    .append(Svg.round(base - panel.scale().of(panel.values().get(day), height)));
        }
        var last = Svg.round(frame.left() + (panel.values().size() - 0.5) * step);
        var first = Svg.round(frame.left() + 0.5 * step);
        svg.path("area-2", line + "L" + last + " " + Svg.round(base) + "L" + first + " " + Svg.round(base) + "Z");
        svg.path("line-2", line.toString());
        double y = base - panel.scale().of(panel.values().get(panel.peak()), height);
        svg.circle("dot-2", frame.left() + (panel.peak() + 0.5) * step, y, 4);
        namePeak(svg, frame, panel, base - 12, height, 8);
    }

    private void namePeak(Svg svg, Frame frame, Panel panel, double base, double height, double aside) {
        if (panel.values().isEmpty()) {
            return;
        }
        int peak = panel.peak();
        double x = frame.left() + (peak + 0.5) * frame.step(days.size());
        double y = base - panel.scale().of(panel.values().get(peak), height) + 10;
        var words = Svg.grouped(panel.values().get(peak));
        boolean fits = x + aside + Svg.width(words) < frame.right();
        svg.text("value", fits ? x + aside : x - aside, y, fits ? Anchor.START : Anchor.END, words);
    }

    /** The row above the drawing in which each event's name has room. */
    private List<Integer> eventRows(Frame frame) {
        var ends = new ArrayList<Double>();
        var rows = new ArrayList<Integer>();
        for (var event : events) {
            double start = middle(frame, event) - Svg.width(event.name()) / 2;
            int row = 0;
            while (row < ends.size() && ends.get(row) > start) {
                row++;
            }
            if (row == ends.size()) {
                ends.add(0.0);
            }
            ends.set(row, start + Svg.width(event.name()) + 8);
            rows.add(row);
        }
        return rows;
    }

    private void drawEvents(Svg svg, Frame frame, List<Integer> rows, double bottom) {
        for (int event = 0; event < events.size(); event++) {
            double x = frame.left() + (events.get(event).day() + 0.5) * frame.step(days.size());
            double y = 34 + rows.get(event) * Frame.EVENTS;
            svg.line("event", x, y + 4, x, bottom);
            svg.text(
                    "event-name",
                    middle(frame, events.get(event)),
                    y,
                    Anchor.MIDDLE,
                    events.get(event).name());
        }
    }

    /** The middle of an event's name, kept inside the drawing. */
    private double middle(Frame frame, Event event) {
        double half = Svg.width(event.name()) / 2;
        double x = frame.left() + (event.day() + 0.5) * frame.step(days.size());
        return Math.clamp(x, half, Math.max(half, frame.width() - half));
    }

    private void drawDays(Svg svg, Frame frame, double bottom) {
        double step = frame.step(days.size());
        int every = (int) Math.max(1, Math.ceil(44 / step));
        for (int day = 0; day < days.size(); day += every) {
            double x = frame.left() + (day + 0.5) * step;
            svg.text("axis", x, bottom + 20, Anchor.MIDDLE, days.get(day).label());
            svg.text("axis", x, bottom + 38, Anchor.MIDDLE, days.get(day).weekday());
        }
    }

    private List<String> headings() {
        var headings = new ArrayList<>(List.of(dayHeading));
        panels.forEach(panel -> headings.add(panel.name()));
        return headings;
    }

    private List<List<String>> rows() {
        return IntStream.range(0, days.size())
                .mapToObj(day -> {
                    var row = new ArrayList<>(List.of(days.get(day).full()));
                    panels.forEach(panel -> row.add(Svg.grouped(panel.values().get(day))));
                    return List.<String>copyOf(row);
                })
                .toList();
    }
}
