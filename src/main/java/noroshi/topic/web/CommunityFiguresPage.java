package noroshi.topic.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import noroshi.community.CommunityRow;
import noroshi.site.Ui;
import noroshi.site.chart.Bar;
import noroshi.site.chart.BarChart;
import noroshi.site.chart.Figure;
import noroshi.topic.Busy;
import noroshi.topic.CommunityFigures;

/** A community in figures, as its leads see it. */
public record CommunityFiguresPage(CommunityRow row, CommunityFigures figures, Figure weeks, String finding) {
    private static final int WEEKS = 12;

    static CommunityFiguresPage of(CommunityRow row, CommunityFigures figures, List<Busy> days) {
        var today = Ui.today();
        var bars = new ArrayList<Bar>();
        for (var week = WEEKS - 1; week >= 0; week--) {
            var last = today.minusDays(week * 7L);
            var first = last.minusDays(6);
            var topics = days.stream()
                    .filter(day -> !day.day().isBefore(first) && !day.day().isAfter(last))
                    .mapToInt(Busy::topics)
                    .sum();
            bars.add(new Bar(
                    first.getMonthValue() + "/" + first.getDayOfMonth() + "–" + last.getMonthValue() + "/"
                            + last.getDayOfMonth(),
                    topics,
                    week == 0 ? Bar.Tone.FULL : Bar.Tone.SOFT));
        }
        var most = bars.stream().mapToDouble(Bar::value).max().orElse(0);
        var finding = Ui.text("topic.community.weeks.finding", (int) most);
        var chart = new BarChart(Ui.text("topic.community.week"), Ui.text("topic.community.topics"), bars);
        return new CommunityFiguresPage(row, figures, chart.draw(finding), finding);
    }

    public String path() {
        return "/communities/" + row.community().id();
    }

    public String firstAnswer() {
        return figures.firstAnswer().map(CommunityFiguresPage::brief).orElse("–");
    }

    private static String brief(Duration duration) {
        return Ui.length(duration);
    }
}
