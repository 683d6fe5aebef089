package noroshi.insight.web;

import java.util.List;
import noroshi.insight.Day;
import noroshi.insight.FirstViews;
import noroshi.insight.Ranking;
import noroshi.insight.Registered;
import noroshi.site.chart.Figure;

/**
 * The national picture of a period.
 *
 * @param total everything since the beginning, to the period's last day
 */
public record NationalPage(
        Chosen chosen,
        Average logins,
        Average views,
        Registered registered,
        Figure daily,
        String finding,
        Day total,
        FirstViews firstViews,
        Figure waits,
        String waiting,
        Ranking ranking,
        List<RankLine> byLevel,
        List<RankLine> byItem,
        boolean mayKeep) {

    /** A daily average beside another. */
    public record Average(long now, String times) {}
}
