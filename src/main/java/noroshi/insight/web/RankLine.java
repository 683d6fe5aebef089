package noroshi.insight.web;

import java.util.UUID;
import noroshi.insight.Rank;

/**
 * One line of a ranking.
 *
 * @param level as the address says it; empty for both together
 */
public record RankLine(
        int place,
        UUID topic,
        String level,
        String title,
        long views,
        int share,
        int reached,
        int addressed,
        String median) {
    /** Who stands behind the numbers of this line. */
    public String viewed(Chosen chosen, String show) {
        return chosen.at("/insight/topics/" + topic + "/views") + "&level=" + level + "&show=" + show;
    }

    static RankLine of(int place, Rank rank, Titles titles) {
        return new RankLine(
                place,
                rank.topic(),
                rank.level().map(Enum::name).orElse(""),
                titles.of(rank),
                rank.views(),
                rank.share(),
                rank.reached(),
                rank.addressed(),
                Titles.length(rank.median()));
    }
}
