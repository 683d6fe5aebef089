package noroshi.intel.drop;

import java.util.List;
import java.util.Optional;

/**
 * How the one who dropped something wants it read, where the guess was wrong.
 *
 * @param columns what each column of a table holds; empty leaves it to us
 */
public record Wish(Optional<Format> format, List<Table.Use> columns) {
    public static final Wish NONE = new Wish(Optional.empty(), List.of());

    public Wish {
        columns = List.copyOf(columns);
    }
}
