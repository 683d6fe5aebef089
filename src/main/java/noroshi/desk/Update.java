package noroshi.desk;

import java.util.List;

/**
 * What the reporter tells next.
 *
 * @param expectedVersion the version of the outline the writer had before them
 * @param note what is new, in a sentence; shown above the differences
 */
public record Update(
        int expectedVersion,
        Stage stage,
        String title,
        Telling outline,
        Telling damage,
        Telling technical,
        String note,
        List<NewMatter.Upload> files) {
    public Update {
        files = List.copyOf(files);
    }
}
