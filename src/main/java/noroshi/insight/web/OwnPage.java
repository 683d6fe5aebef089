package noroshi.insight.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.insight.OwnTopic;
import noroshi.site.Step;
import noroshi.site.Ui;
import noroshi.site.chart.Figure;

/**
 * What one's own organisation opened.
 *
 * @param colleagues the administrator's own people; for others empty
 */
public record OwnPage(
        Chosen chosen,
        int addressed,
        int opened,
        int mine,
        String median,
        Figure daily,
        String finding,
        List<Step> shows,
        List<Row> rows,
        boolean administers,
        List<Line> colleagues,
        int number,
        boolean more) {

    /** One of the administrator's own people. */
    public record Line(UUID person, String name, int opened, int logins, Optional<Instant> lastLogin) {}

    /** The list of topics to take away, as it is shown. */
    public String file(String ending) {
        return chosen.at("/insight/own." + ending) + "&show="
                + URLEncoder.encode(Ui.parameter("show"), StandardCharsets.UTF_8);
    }

    /** What stands behind the numbers of one of them. */
    public String person(Line line) {
        return chosen.at("/insight/people/" + line.person());
    }

    public int share() {
        return addressed == 0 ? 0 : Math.round(opened * 100f / addressed);
    }

    /** A topic with its title. */
    public record Row(OwnTopic topic, String title) {}
}
