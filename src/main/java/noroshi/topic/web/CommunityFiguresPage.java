package noroshi.topic.web;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import noroshi.community.CommunityRow;
import noroshi.site.Step;
import noroshi.site.Ui;
import noroshi.site.chart.Bar;
import noroshi.site.chart.BarChart;
import noroshi.site.chart.Figure;
import noroshi.topic.CommunityFigures;
import noroshi.topic.CommunityTopic;

/** A community in figures, as its leads see it. */
public record CommunityFiguresPage(
        CommunityRow row, CommunityFigures figures, Figure weeks, String finding, List<Step> bars) {
    static final int WEEKS = 12;

    static CommunityFiguresPage of(
            CommunityRow row, CommunityFigures figures, List<CommunityTopic> counted, ZoneId zone) {
        var today = Ui.today();
        var bars = new ArrayList<Bar>();
        var links = new ArrayList<Step>();
        var perWeek = counted.stream().collect(Collectors.groupingBy(each -> week(each, zone), Collectors.counting()));
        for (var week = WEEKS - 1; week >= 0; week--) {
            var last = today.minusDays(week * 7L);
            var first = last.minusDays(6);
            var topics = perWeek.getOrDefault(week, 0L);
            var name = first.getMonthValue() + "/" + first.getDayOfMonth() + "–" + last.getMonthValue() + "/"
                    + last.getDayOfMonth();
            bars.add(new Bar(name, topics, week == 0 ? Bar.Tone.FULL : Bar.Tone.SOFT));
            links.add(new Step(
                    Ui.text("topic.community.bar", name, topics),
                    "/communities/" + row.community().id() + "/figures/topics?week=" + week,
                    false));
        }
        var most = bars.stream().mapToDouble(Bar::value).max().orElse(0);
        var finding = Ui.text("topic.community.weeks.finding", (int) most);
        var chart = new BarChart(Ui.text("topic.community.week"), Ui.text("topic.community.topics"), bars);
        return new CommunityFiguresPage(row, figures, chart.draw(finding), finding, links);
    }

    /** How many weeks ago a topic came, counted in days of the reader's calendar. */
    static int week(CommunityTopic topic, ZoneId zone) {
        var day = LocalDate.ofInstant(topic.publishedAt(), zone);
        return (int) Math.min(WEEKS - 1L, ChronoUnit.DAYS.between(day, Ui.today()) / 7);
    }

    /** The topics behind a number. */
    public String topics(String show) {
        return path() + "/figures/topics?show=" + show;
    }

    public String path() {
        return "/communities/" + row.community().id();
    }

    public String readers() {
        return few(figures.readers());
    }

    /** How many of the community, or that they are too few to be counted. */
    static String few(Optional<Integer> people) {
        return people.map(Ui::number).orElseGet(() -> Ui.text("topic.community.few"));
    }

    public String firstAnswer() {
        return figures.firstAnswer().map(CommunityFiguresPage::brief).orElse("–");
    }

    private static String brief(Duration duration) {
        return Ui.length(duration);
    }
}
