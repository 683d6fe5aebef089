package noroshi.site.chart;

import java.util.List;

/**
 * A drawn chart and the same figures as a table.
 *
 * @param wide SVG for wide screens and print
 * @param narrow SVG for narrow screens
 * @param headings of the table; the first is the row's
 * @param rows of the table, in words
 */
public record Figure(String wide, String narrow, List<String> headings, List<List<String>> rows) {
    public Figure {
        headings = List.copyOf(headings);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
