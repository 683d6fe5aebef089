package noroshi.intel;

import java.util.List;
import java.util.function.Function;

/** Turns a list of things into arrays, one per column, so that many rows travel in one statement. */
final class Column {
    private Column() {}

    static <T> String[] of(List<T> rows, Function<T, Object> value) {
        return rows.stream().map(value).map(String::valueOf).toArray(String[]::new);
    }

    static <T> byte[][] bytes(List<T> rows, Function<T, byte[]> value) {
        return rows.stream().map(value).toArray(byte[][]::new);
    }
}
