package noroshi.home;

import java.util.List;
import noroshi.community.MyCommunity;

/**
 * How busy a community has been.
 *
 * @param days topics of each of the last seven days, today last
 */
public record Week(MyCommunity community, List<Integer> days) {
    public Week {
        days = List.copyOf(days);
    }

    public int topics() {
        return days.stream().mapToInt(Integer::intValue).sum();
    }
}
