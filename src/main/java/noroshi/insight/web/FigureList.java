package noroshi.insight.web;

import java.time.Instant;
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
     * @param plain the same for a file: no marks between digits, a moment that stays one
     */
    public record Cell(String words, String to, boolean number, String plain) {
        static Cell of(String words) {
            return link(words, "");
        }

        static Cell link(String words, String to) {
            return new Cell(words, to, false, words);
        }

        static Cell number(long number) {
            return new Cell(Ui.number(number), "", true, String.valueOf(number));
        }

        static Cell at(Instant moment) {
            return new Cell(Ui.dateTime(moment), "", false, Ui.machineTime(moment));
        }
    }

    public String file(String ending) {
        return file.getFirst() + "." + ending + file.getLast();
    }

    /** Whether a column holds numbers. */
    public boolean counts(int column) {
        return !rows.isEmpty() && rows.getFirst().get(column).number();
    }

    /** The same to take away. */
    static Sheet sheet(List<String> headings, List<List<Cell>> rows) {
        return new Sheet(Stream.concat(
                        Stream.of(headings),
                        rows.stream().map(row -> row.stream().map(Cell::plain).toList()))
                .toList());
    }
}
