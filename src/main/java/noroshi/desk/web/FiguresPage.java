package noroshi.desk.web;

import java.time.LocalDate;
import java.util.List;
import noroshi.desk.Counted;
import noroshi.site.FormErrors;

/**
 * The desk's figures of a period.
 *
 * @param channels how each column of the first table is called
 * @param months how each column of the second table is called
 * @param list the matters behind one number; empty while none was chosen
 */
public record FiguresPage(
        LocalDate from,
        LocalDate to,
        int total,
        List<String> channels,
        List<Row> byChannel,
        List<String> months,
        List<Row> byMonth,
        List<Clock> clocks,
        String chosen,
        List<Counted> list,
        FormErrors errors) {

    /** One row of a table, with its sum at the end. */
    public record Row(String name, List<Cell> cells) {}

    /** One number, and where its matters are listed. */
    public record Cell(int count, String path) {}

    /**
     * How long something took.
     *
     * @param of how many matters it is known of
     */
    public record Clock(String name, int of, String median, String longest) {}

    public String table() {
        return "/desk/figures/table.csv?from=" + from + "&to=" + to;
    }

    public String yearly() {
        return "/desk/figures/yearly.csv?from=" + from + "&to=" + to;
    }
}
