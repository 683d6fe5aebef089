package noroshi.desk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import noroshi.site.FormErrors;

/**
 * The desk's figures of a period.
 *
 * @param chosen what the list behind one number is called; empty while none was chosen
 */
public record FiguresPage(
        LocalDate from,
        LocalDate to,
        int total,
        List<Count> counts,
        List<Clock> clocks,
        List<Reach> reach,
        String chosen,
        List<Line> list,
        FormErrors errors) {

    /**
     * One table.
     *
     * @param head what its rows are
     * @param columns how each column is called, but for the sum at the end
     */
    public record Count(String id, String title, String head, List<String> columns, List<Row> rows) {}

    /** One row of a table, with its sum at the end. */
    public record Row(String name, List<Cell> cells) {}

    /** One number, and where its matters are listed. */
    public record Cell(int count, String path) {}

    /**
     * How long something took.
     *
     * @param of how many matters it is known of
     */
    public record Clock(String name, Cell of, String median, String longest) {}

    /** Who was told, of one kind; how many of them looked, and how soon. */
    public record Reach(String name, Cell told, Cell opened, String median) {}

    /**
     * One matter of a list, or one organisation that was told of it.
     *
     * @param told where everybody reads of it without its names; empty where nobody does
     */
    public record Line(String number, String title, String path, List<String> about, String told, Instant at) {}

    public String table() {
        return "/desk/figures/table.csv?from=" + from + "&to=" + to;
    }

    public String yearly() {
        return "/desk/figures/yearly.csv?from=" + from + "&to=" + to;
    }
}
