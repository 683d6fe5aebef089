package noroshi.insight.web;

import java.util.List;
import noroshi.insight.Ranking;
import noroshi.site.Step;

/** The whole ranking of a period, by topic and level or by item. */
public record TopicsPage(
        Chosen chosen, List<Step> ways, List<RankLine> lines, Ranking ranking, int number, boolean more) {}
