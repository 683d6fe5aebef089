package noroshi.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The tables the demo world is described in; their README explains every column. */
final class Papers {
    private Papers() {}

    static List<Line> read(String name) {
        var resource = Objects.requireNonNull(Papers.class.getResourceAsStream("/demo/" + name + ".csv"), name);
        try (var reader =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return reader.stream().map(Line::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line of a table. */
    record Line(NamedCsvRecord fields) {
        String text(String column) {
            return fields.getField(column);
        }

        int number(String column) {
            return Integer.parseInt(text(column));
        }

        boolean yes(String column) {
            return text(column).equals("yes") || text(column).equals("true");
        }

        List<String> list(String column) {
            return Arrays.stream(text(column).split(";"))
                    .filter(part -> !part.isEmpty())
                    .toList();
        }

        LocalDate day(String column) {
            return LocalDate.parse(text(column));
        }

        Optional<LocalDate> until(String column) {
            return Optional.of(text(column)).filter(text -> !text.isEmpty()).map(LocalDate::parse);
        }

        Optional<String> optional(String column) {
            return Optional.of(text(column)).filter(text -> !text.isEmpty());
        }
    }
}
