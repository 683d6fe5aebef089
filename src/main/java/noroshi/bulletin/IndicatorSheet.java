package noroshi.bulletin;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import noroshi.intel.IndicatorType;
import noroshi.intel.Spelling;

/**
 * The indicators an editor pasted, read line by line: from a spreadsheet, a CSV file, or one bare value on each line.
 *
 * @param rows what could be read
 * @param problems what could not, by line, counted from 1
 */
public record IndicatorSheet(List<Indicator> rows, List<Problem> problems) {
    private static final int MOST = 500;
    private static final int LONGEST_VALUE = 2000;
    private static final int LONGEST_ROLE = 100;

    /** A line that cannot be used, and why. */
    public record Problem(int line, String key, String found) {}

    public IndicatorSheet {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /** Reads lines of type, value, role, confidence; the type may be left out where the form tells it. */
    public static IndicatorSheet read(String pasted) {
        return new Reading().read(pasted);
    }

    /** Lines that {@link #read} reads as these. */
    static String write(List<Indicator> rows) {
        return rows.stream()
                .map(row -> String.join(
                        "\t",
                        row.type().code(),
                        row.harmless(),
                        row.role(),
                        row.confidence().spelling()))
                .collect(Collectors.joining("\n"));
    }

    private static final class Reading {
        private final List<Indicator> rows = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final Set<Spelling.Form> seen = new HashSet<>();

        IndicatorSheet read(String pasted) {
            var lines = pasted.lines().toList();
            for (int n = 1; n <= lines.size() && rows.size() + problems.size() <= MOST; n++) {
                var line = lines.get(n - 1);
                if (!line.isBlank() && !(n == 1 && isHeader(line))) {
                    line(n, line);
                }
            }
            if (rows.size() > MOST) {
                problems.add(new Problem(lines.size(), "bulletin.row.too-many", Integer.toString(MOST)));
            }
            return new IndicatorSheet(rows, problems);
        }

        private static boolean isHeader(String line) {
            var cells = cells(line);
            return cells.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).anyMatch(List.of("value", "値")::contains);
        }

        private void line(int n, String line) {
            var cells = cells(line);
            var named = IndicatorForms.named(cells.getFirst());
            if (named.isPresent()) {
                row(n, named, cell(cells, 1), cell(cells, 2), cell(cells, 3));
            } else {
                row(n, Optional.empty(), cell(cells, 0), cell(cells, 1), cell(cells, 2));
            }
        }

        private void row(int n, Optional<IndicatorType> named, String typed, String role, String sure) {
            var form = IndicatorForms.form(named, typed);
            var confidence = Confidence.read(sure);
            if (typed.isEmpty()) {
                problem(n, "bulletin.row.no-value", typed);
            } else if (typed.length() > LONGEST_VALUE || role.length() > LONGEST_ROLE) {
                problem(n, "bulletin.row.too-long", typed);
            } else if (form.isEmpty()) {
                problem(n, named.isEmpty() ? "bulletin.row.unrecognised" : "bulletin.row.other-form", typed);
            } else if (confidence.isEmpty()) {
                problem(n, "bulletin.row.confidence", sure);
            } else if (!seen.add(form.get())) {
                problem(n, "bulletin.row.twice", typed);
            } else {
                rows.add(new Indicator(form.get().type(), form.get().value(), role, confidence.get(), 1));
            }
        }

        private void problem(int n, String key, String found) {
            problems.add(new Problem(n, key, found.length() > 80 ? found.substring(0, 80) + "…" : found));
        }

        private static String cell(List<String> cells, int at) {
            return at < cells.size() ? cells.get(at) : "";
        }

        private static List<String> cells(String line) {
            var parts = line.indexOf('\t') >= 0 ? List.of(line.split("\t", -1)) : commaSeparated(line);
            return parts.stream().map(String::strip).toList();
        }

        private static List<String> commaSeparated(String line) {
            try (var reader = CsvReader.builder().ofCsvRecord(line)) {
                return reader.stream()
                        .findFirst()
                        .map(record -> record.getFields())
                        .orElse(List.of(line));
            } catch (CsvParseException | java.io.IOException unquoted) {
                return List.of(line.split(",", -1));
            }
        }
    }
}
