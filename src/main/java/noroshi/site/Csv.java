package noroshi.site;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A table as people open it in a spreadsheet: UTF-8 with its mark, and no cell that could be a formula. */
public record Csv(List<List<String>> rows) {
    private static final String MARK = "\uFEFF";
    private static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);

    public ResponseEntity<byte[]> as(String name) {
        return ResponseEntity.ok()
                .contentType(TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(text().getBytes(StandardCharsets.UTF_8));
    }

    public String text() {
        return MARK + unmarked();
    }

    /** The same for machines, which take the mark for a part of the first line. */
    public String unmarked() {
        return rows.stream()
                .map(row -> row.stream().map(Csv::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /** What a spreadsheet would run gets an apostrophe in front. */
    private static String cell(String words) {
        var safe = !words.isEmpty() && "=+-@\t\r\n".indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
        return safe.matches("(?s).*[\",\r\n'].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
