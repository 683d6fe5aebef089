package noroshi.intel.drop;

import java.util.List;

/** The columns of a table: what stands above them, and what each is taken for. */
public record Table(List<Column> columns) {
    public Table {
        columns = List.copyOf(columns);
    }

    /** What a column holds. */
    public enum Use {
        VALUE,
        KIND,
        NOTE,
        TLP,
        FIRST_SEEN,
        /** Not taken. */
        NOTHING
    }

    /** A column with its heading, or its number when it has none. */
    public record Column(String heading, Use use) {}
}
