package noroshi.insight.web;

import java.util.List;
import java.util.stream.Stream;
import noroshi.site.Sheet;
import noroshi.site.Step;
import noroshi.site.Ui;

/**
 * The list behind a figure.
 *
 * @param crumbs the way back
 * @param shows the same list by another choice; may be empty
 * @param file the address of the list to take away, up to its ending and from its question mark
 */
public record FigureList(
        Chosen chosen,
        String title,
        String sub,
        List<Step> crumbs,
        List<Step> shows,
        List<String> headings,
        List<List<Cell>> rows,
        List<String> file,
        int number,
        boolean more) {
    /**
     * What stands in one place.
     *
     * @param to where it leads; empty for nowhere
     * @param number whether it is a number
     */
    public record Cell(String words, String to, boolean number) {
        static Cell of(String words) {
            return new Cell(words, "", false);
        }

        static Cell link(String words, String to) {
            return new Cell(words, to, false);
        }

        static Cell number(long number) {
            return new Cell(Ui.number(number), "", true);
        }
    }

    public String file(String ending) {
        return file.getFirst() + "." + ending + file.getLast();
    }

    /** Whether a column holds numbers. */
    public boolean counts(int column) {
        return !rows.isEmpty() && rows.getFirst().get(column).number();
    }

    /** The same to take away: numbers without marks between their digits. */
    static Sheet sheet(List<String> headings, List<List<Cell>> rows) {
        return new Sheet(Stream.concat(
                        Stream.of(headings),
                        rows.stream()
                                .map(row -> row.stream()
                                        .map(cell -> cell.number() ? cell.words().replace(",", "") : cell.words())
                                        .toList()))
                .toList());
    }
}
