package noroshi.site;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A table to take away, its headings first: as text ({@link Csv}) or as a workbook, as the address asks for it. */
public record Sheet(List<List<String>> rows) {
    private static final MediaType WORKBOOK =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final String ENDING = ".xlsx";

    public Sheet {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * The file.
     *
     * @param name without an ending
     * @param path of the request, which ends with .xlsx or .csv
     */
    public ResponseEntity<byte[]> as(String name, String path) {
        if (!path.endsWith(ENDING)) {
            return new Csv(rows).as(name + ".csv");
        }
        return ResponseEntity.ok()
                .contentType(WORKBOOK)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ENDING, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(Xlsx.of(rows));
    }
}
