package noroshi.intel.web;

import java.util.List;
import noroshi.shared.Window;

/**
 * One page of a list, asked for with one row more than it shows, to know whether another follows.
 *
 * @param number from 1
 */
public record Pages(int number, int rows) {
    private static final int FARTHEST = 10_000;

    static Pages of(int number, int rows) {
        return new Pages(Math.clamp(number, 1, FARTHEST), rows);
    }

    Window window() {
        return new Window((number - 1) * rows, rows + 1);
    }

    public boolean more(List<?> found) {
        return found.size() > rows;
    }

    public <T> List<T> shown(List<T> found) {
        return found.subList(0, Math.min(rows, found.size()));
    }
}
