package noroshi.insight;

import java.util.List;

/**
 * What was read most in a period: by topic and level, and by item.
 *
 * @param byLevel both levels apart
 * @param byItem both levels together
 * @param shares views of all topics at each level
 */
public record Ranking(List<Rank> byLevel, List<Rank> byItem, List<LevelShare> shares) {
    public long views() {
        return shares.stream().mapToLong(LevelShare::views).sum();
    }

    public long bulletins() {
        return shares.stream().mapToLong(LevelShare::bulletins).sum();
    }

    /** Views of topics the reader may not read: counted, never named. */
    public long unnamed() {
        return shares.stream().mapToLong(LevelShare::unnamed).sum();
    }

    /** Views of topics the reader may read that are no bulletins. */
    public long others() {
        return views() - bulletins() - unnamed();
    }
}
