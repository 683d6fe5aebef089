package noroshi.site.chart;

import java.util.List;

/**
 * Counts in rows and columns, shaded by size; a table, so that it needs no picture.
 *
 * @param corner heading of the first column
 * @param columns headings of the others
 * @param total heading of the sums
 */
public record HeatTable(String corner, List<String> columns, List<Row> rows, String total) {
    private static final int SHADES = 4;

    /**
     * One row of counts.
     *
     * @param paths where each count is listed; none when nothing is
     */
    public record Row(String name, List<Integer> counts, List<String> paths) {
        public Row(String name, List<Integer> counts) {
            this(name, counts, List.of());
        }

        /** The row's sum. */
        public int sum() {
            return counts.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** The shade of a count, 0 to 4, by its share of the largest in the table. */
    public int shade(int count) {
        int largest = rows.stream()
                .flatMap(row -> row.counts().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        return count == 0 || largest == 0 ? 0 : (int) Math.clamp(Math.ceilDiv(count * SHADES, largest), 1, SHADES);
    }
}
