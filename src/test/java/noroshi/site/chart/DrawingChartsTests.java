package noroshi.site.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** Charts say the same in the picture, in its name and in the table. */
class DrawingChartsTests {
    private static final List<Day> THREE = IntStream.range(0, 3)
            .mapToObj(day -> Day.of(LocalDate.of(2026, 7, 24).plusDays(day), Locale.JAPANESE))
            .toList();

    @Test
    void aSmallChartIsDrawnExactlyLikeThis() {
        var figure =
                new BarChart("種類", "件数", List.of(new Bar("改ざん", 2), new Bar("相談", 1, Bar.Tone.SOFT))).draw("改ざんが最多");
        assertThat(figure.narrow())
                .isEqualTo(
                        "<svg class=\"chart chart--narrow\" viewBox=\"0 0 360 82\" role=\"img\" aria-label=\"改ざんが最多\">"
                                + "<text class=\"label\" x=\"118\" y=\"27\" text-anchor=\"end\">改ざん</text>"
                                + "<rect class=\"bar-1\" x=\"128\" y=\"10\" width=\"182\" height=\"24\" rx=\"2\"><title>改ざん 2</title></rect>"
                                + "<text class=\"value\" x=\"318\" y=\"27\">2</text>"
                                + "<text class=\"label\" x=\"118\" y=\"63\" text-anchor=\"end\">相談</text>"
                                + "<rect class=\"bar-soft\" x=\"128\" y=\"46\" width=\"91\" height=\"24\" rx=\"2\"><title>相談 1</title></rect>"
                                + "<text class=\"value\" x=\"227\" y=\"63\">1</text>"
                                + "<line class=\"base\" x1=\"128\" y1=\"2\" x2=\"128\" y2=\"78\"/></svg>");
        assertThat(figure.rows()).containsExactly(List.of("改ざん", "2"), List.of("相談", "1"));
    }

    @Test
    void aDailyChartNamesItsPeakShadesItsWeekendAndMarksItsEvents() {
        var figure = daily(List.of(3, 7449, 12)).draw("25日が最多");
        assertThat(figure.wide())
                .contains(">7,449</text>", "class=\"weekend\"", "class=\"event\"", ">開会式</text>", "7/25（土） 7,449")
                .contains("class=\"average\"");
        assertThat(figure.headings()).containsExactly("日付", "参照");
        assertThat(figure.rows()).contains(List.of("7/25（土）", "7,449"));
    }

    @Test
    void namesOfCloseEventsDoNotCover() {
        var chart = new DailyChart(
                "日付",
                THREE,
                List.of(Panel.columns("参照", List.of(1, 2, 3), -1)),
                List.of(new DailyChart.Event(0, "とても長い催しの名前その一"), new DailyChart.Event(0, "とても長い催しの名前その二")));
        assertThat(chart.draw("").wide()).contains("y=\"34\"", "y=\"54\"");
    }

    @Test
    void nothingToDrawIsNoFault() {
        Stream.of(
                        new DailyChart("日付", List.of(), List.of(Panel.area("参照", List.of(), -1)), List.of()).draw("なし"),
                        daily(List.of(0, 0, 0)).draw("零"),
                        new BarChart("種類", "件数", List.of()).draw("なし"),
                        new Histogram("時間", "件数", List.of(), 0, "").draw("なし"))
                .forEach(DrawingChartsTests::wellFormed);
    }

    @Test
    void everyPictureIsWellFormedAndHarmless() {
        var hostile = "<script>\"'&</script>";
        Stream.of(
                        daily(List.of(1, 2, 3)).draw(hostile),
                        new BarChart(hostile, hostile, List.of(new Bar(hostile, 1.5))).draw(hostile),
                        new Histogram("t", "n", List.of(new Bar("a", 1), new Bar(hostile, 2)), 1, hostile)
                                .draw(hostile))
                .forEach(figure -> {
                    wellFormed(figure);
                    assertThat(figure.wide() + figure.narrow()).doesNotContain("<script", "style=");
                });
    }

    @Test
    void scalesEndOnRoundNumbers() {
        assertThat(Scale.upTo(7449)).isEqualTo(new Scale(2000, 4));
        assertThat(Scale.upTo(21)).isEqualTo(new Scale(5, 5));
        assertThat(Scale.upTo(3)).isEqualTo(new Scale(1, 3));
        assertThat(Scale.upTo(0)).isEqualTo(new Scale(1, 1));
    }

    @Test
    void heatIsShadedByItsLargest() {
        var heat = new HeatTable("", List.of("a", "b"), List.of(new HeatTable.Row("x", List.of(11, 1))), "");
        assertThat(List.of(heat.shade(0), heat.shade(1), heat.shade(5), heat.shade(6), heat.shade(11)))
                .containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void longNamesAreCut() {
        assertThat(Svg.cut("改ざん", 60)).isEqualTo("改ざん");
        assertThat(Svg.cut("障害（システム・クラウド）", 60)).isEqualTo("障害（…");
    }

    private static DailyChart daily(List<Integer> values) {
        return new DailyChart(
                "日付", THREE, List.of(Panel.columns("参照", values, 5)), List.of(new DailyChart.Event(1, "開会式")));
    }

    private static void wellFormed(Figure figure) {
        for (var svg : List.of(figure.wide(), figure.narrow())) {
            try {
                DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(svg)));
            } catch (Exception broken) {
                throw new AssertionError(svg, broken);
            }
            assertThat(svg).doesNotContain("NaN", "Infinity");
        }
    }
}
