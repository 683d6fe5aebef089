package noroshi.insight.web;

import java.util.UUID;
import noroshi.insight.Rank;

/** One line of a ranking. */
public record RankLine(
        int place, UUID topic, String title, long views, int share, int reached, int addressed, String median) {
    static RankLine of(int place, Rank rank, Titles titles) {
        return new RankLine(
                place,
                rank.topic(),
                titles.of(rank),
                rank.views(),
                rank.share(),
                rank.reached(),
                rank.addressed(),
                Titles.length(rank.median()));
    }
}
