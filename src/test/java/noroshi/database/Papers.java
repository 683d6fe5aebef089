package noroshi.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What {@code docs/wall.md} says about the wall, so that it can be held against the database. */
final class Papers {
    private static final Path WALL = Path.of("docs/wall.md");
    private static final Pattern NAME = Pattern.compile("`([\\w.]+)`");

    private Papers() {}

    /** The rows of the table below a heading: the name in the first cell, and all cells. */
    static Map<String, String[]> table(String heading) {
        var rows = new TreeMap<String, String[]>();
        var below = read().split("## " + heading + "\n", 2)[1].split("\n## ", 2)[0];
        for (var line : below.split("\n", -1)) {
            var cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
            var name = cells.length > 2 ? NAME.matcher(cells[1]) : NAME.matcher("");
            if (name.matches()) {
                if (rows.put(name.group(1), cells) != null) {
                    throw new IllegalStateException(name.group(1) + " is listed twice");
                }
            }
        }
        return rows;
    }

    private static String read() {
        try {
            return Files.readString(WALL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
