package noroshi.insight.web;

import java.util.ArrayList;
import java.util.List;
import noroshi.insight.FirstViews;
import noroshi.insight.Wait;
import noroshi.site.Step;
import noroshi.site.Ui;
import noroshi.site.chart.Bar;
import noroshi.site.chart.Figure;
import noroshi.site.chart.Histogram;

/** Draws how soon organisations opened what was addressed to them. */
final class Waits {
    private Waits() {}

    /** @param open the hours of the goal have not passed yet: what is counted is so far */
    static Figure draw(FirstViews first, boolean open) {
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
                        goal(first, open))
                .draw(finding(first, open));
    }

    /** Each bucket with the list behind it. */
    static List<Step> steps(String path, Wait.Bucket chosen) {
        var steps = new ArrayList<Step>();
        steps.add(step(Ui.text("insight.wait.all"), path, Wait.Bucket.ALL, chosen));
        for (int at = 0; at <= FirstViews.LIMITS.size(); at++) {
            steps.add(step(Ui.text("insight.wait." + at), path, Wait.Bucket.of(at), chosen));
        }
        steps.add(step(Ui.text("insight.wait.never"), path, Wait.Bucket.NEVER, chosen));
        return steps;
    }

    private static Step step(String label, String path, Wait.Bucket bucket, Wait.Bucket chosen) {
        return new Step(label, path + "&wait=" + bucket.code(), bucket.equals(chosen));
    }

    /** The bars as links, each with its number. */
    static List<Step> bars(FirstViews first, String path) {
        var steps = new ArrayList<Step>();
        for (int at = 0; at < first.counts().size(); at++) {
            steps.add(bar("insight.wait." + at, first.counts().get(at), path, Wait.Bucket.of(at)));
        }
        steps.add(bar("insight.wait.never", first.unopened(), path, Wait.Bucket.NEVER));
        return steps;
    }

    private static Step bar(String key, int number, String path, Wait.Bucket bucket) {
        return new Step(Ui.text("insight.wait.bar", Ui.text(key), number), path + "&wait=" + bucket.code(), false);
    }

    static String goal(FirstViews first, boolean open) {
        return Ui.text(open ? "insight.wait.goal.open" : "insight.wait.goal", first.withinGoal());
    }

    static String finding(FirstViews first, boolean open) {
        var key = open ? "insight.wait.finding.open" : "insight.wait.finding";
        return first.median()
                .map(median -> Ui.text(key, first.withinGoal(), Ui.length(median), first.unopened()))
                .orElse(Ui.text("insight.wait.nothing"));
    }
}
