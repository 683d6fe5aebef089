package noroshi.insight.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.insight.FirstViews;
import noroshi.insight.TopicName;
import noroshi.site.Step;
import noroshi.site.chart.Figure;

/**
 * One topic on its way to the organisations.
 *
 * @param goal how many opened it within the hours of the goal, or so far
 * @param hidden its organisation is, and so nothing is told organisation by organisation
 */
public record TopicFiguresPage(
        TopicName topic,
        String title,
        boolean hidden,
        FirstViews firstViews,
        String goal,
        Figure waits,
        String waiting,
        List<Step> bars,
        long views,
        int reached,
        int people,
        int organisations,
        List<Line> lines,
        int number,
        boolean more) {
    public int share() {
        return organisations == 0 ? 0 : Math.round(reached * 100f / organisations);
    }

    /** A list about this topic, or nothing. */
    public String list(String path) {
        return hidden ? "" : path + topic.id();
    }

    /** A list below this topic, or nothing. */
    public String counted(String path) {
        return hidden ? "" : "/insight/topics/" + topic.id() + path;
    }

    /** One organisation: who opened it first and when, which version it has, at which levels. */
    public record Line(
            UUID organisation,
            String name,
            Optional<Instant> firstAt,
            String after,
            String reader,
            int people,
            int version,
            String levels) {}
}
