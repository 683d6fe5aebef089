package noroshi.insight.web;

import java.util.List;
import noroshi.insight.Day;
import noroshi.insight.FirstViews;
import noroshi.insight.Ranking;
import noroshi.insight.Registered;
import noroshi.site.Step;
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
        List<Step> bars,
        Ranking ranking,
        List<RankLine> byLevel,
        List<RankLine> byItem,
        boolean mayKeep) {

    /** The list behind a number of the period. */
    public String counted(String what) {
        return chosen.at("/insight/counted") + "&what=" + what;
    }

    /** The list behind a number since the beginning. */
    public String since(String what) {
        return counted(what) + "&whole=true";
    }

    /** A daily average beside another. */
    public record Average(long now, String times) {}
}
