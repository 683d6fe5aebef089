package noroshi.insight.web;

import java.util.List;

/** One page of a list that is counted as a whole. */
record Leaf<T>(List<T> rows, int number, boolean more) {
    private static final int ROWS = 50;

    static <T> Leaf<T> of(List<T> all, int page) {
        var number = Math.clamp(page, 1, Math.max(1, Math.ceilDiv(all.size(), ROWS)));
        var from = (number - 1) * ROWS;
        return new Leaf<>(all.subList(from, Math.min(from + ROWS, all.size())), number, from + ROWS < all.size());
    }
}
