package noroshi.insight.web;

import java.util.List;
import java.util.stream.IntStream;
import noroshi.notice.Finding;
import noroshi.notice.NoticeFigures.Figures;
import noroshi.notice.WaitingTimes;
import noroshi.site.Ui;
import noroshi.site.chart.Figure;

/**
 * How soon notices were opened and answered.
 *
 * @param lists whether the reader may open the notices behind a number
 */
public record NoticeFiguresPage(Chosen chosen, Figures figures, Figure views, Figure answers, boolean lists) {

    /** One line of the table: how many notices were opened, and how many answered, within that time. */
    public record Line(String name, int bucket, int views, int answers) {}

    public List<Line> lines() {
        var never = WaitingTimes.LIMITS.size() + 1;
        return IntStream.rangeClosed(0, never)
                .mapToObj(at -> at == never
                        ? new Line(
                                Ui.text("notice.wait.never"),
                                at,
                                figures.views().never(),
                                figures.answers().never())
                        : new Line(
                                Ui.text("notice.wait." + at),
                                at,
                                figures.views().counts().get(at),
                                figures.answers().counts().get(at)))
                .toList();
    }

    public List<Finding> findings() {
        return List.copyOf(figures.findings().keySet());
    }

    /** The notices behind a number. */
    public String list(String narrowing) {
        return "/notices?" + narrowing + "&from=" + chosen.period().from() + "&to="
                + chosen.period().to();
    }

    public String finding(WaitingTimes times) {
        return NoticeFiguresController.finding(times);
    }
}
