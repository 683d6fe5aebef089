package noroshi.insight.web;

import java.util.ArrayList;
import noroshi.insight.FirstViews;
import noroshi.site.Ui;
import noroshi.site.chart.Bar;
import noroshi.site.chart.Figure;
import noroshi.site.chart.Histogram;

/** Draws how soon organisations opened what was addressed to them. */
final class Waits {
    private Waits() {}

    static Figure draw(FirstViews first) {
        var bars = new ArrayList<Bar>();
        for (int at = 0; at < first.counts().size(); at++) {
            var tone = at < FirstViews.WITHIN_GOAL ? Bar.Tone.FULL : Bar.Tone.SOFT;
            bars.add(new Bar(Ui.text("insight.wait." + at), first.counts().get(at), tone));
        }
        bars.add(new Bar(Ui.text("insight.wait.never"), first.unopened(), Bar.Tone.NONE));
        return new Histogram(
                        Ui.text("insight.wait"),
                        Ui.text("insight.wait.organisations"),
                        bars,
                        FirstViews.WITHIN_GOAL,
                        Ui.text("insight.wait.goal", first.withinGoal()))
                .draw(finding(first));
    }

    static String finding(FirstViews first) {
        return first.median()
                .map(median -> Ui.text("insight.wait.finding", first.withinGoal(), Ui.length(median), first.unopened()))
                .orElse(Ui.text("insight.wait.nothing"));
    }
}
