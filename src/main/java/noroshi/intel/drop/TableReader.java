package noroshi.intel.drop;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import noroshi.intel.IndicatorType;
import noroshi.intel.Reason;
import noroshi.intel.Spelling;
import noroshi.intel.TextValues;
import noroshi.intel.life.Asked;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;

/** Reads tables: what each column holds is told by its heading, else by what stands in it, else by the reader. */
final class TableReader {
    private static final int MOST_COLUMNS = 60;
    private static final int LOOKED_AT = 50;
    private static final int LONGEST = 2_000;

    private final List<CsvRecord> rows;
    private final boolean headed;
    private final List<Table.Column> columns;
    private final Reading reading;

    private TableReader(List<CsvRecord> rows, List<Table.Use> wanted) {
        this.rows = rows;
        this.reading = new Reading(label(rows));
        var first = rows.getFirst().getFields();
        this.headed = Columns.isHeading(first);
        this.columns = Columns.of(rows.subList(0, Math.min(LOOKED_AT, rows.size())), headed, wanted);
    }

    static Drop read(String text, List<Table.Use> wanted) {
        var rows = rows(text, separator(text));
        if (rows.isEmpty()) {
            throw new RuleBroken("drop.nothing");
        }
        return new TableReader(rows, wanted).drop();
    }

    /** Whether the text looks like a table with values in it. */
    static boolean isTable(String text) {
        try {
            var head = text.lines().limit(LOOKED_AT).reduce("", (one, line) -> one + line + "\n");
            var rows = rows(head, separator(head));
            if (rows.size() < 2 || rows.getFirst().getFieldCount() < 2) {
                return false;
            }
            var width = rows.getFirst().getFieldCount();
            var even = rows.stream().filter(row -> row.getFieldCount() == width).count();
            return even * 4 >= rows.size() * 3L
                    && Columns.of(rows, Columns.isHeading(rows.getFirst().getFields()), List.of()).stream()
                            .anyMatch(column -> column.use() == Table.Use.VALUE);
        } catch (RuleBroken none) {
            return false;
        }
    }

    /** What is written above, below or between: in comments, and in rows with one cell alone. */
    private static Optional<Tlp> label(List<CsvRecord> rows) {
        return rows.stream()
                .map(CsvRecord::getFields)
                .filter(cells -> cells.getFirst().startsWith("#")
                        || cells.stream().filter(cell -> !cell.isBlank()).count() == 1)
                .map(cells -> LineReader.label(String.join(" ", cells)))
                .reduce(Optional.empty(), LineReader::strictest);
    }

    private static char separator(String text) {
        var line = text.lines()
                .filter(each -> !each.isBlank() && !each.startsWith("#"))
                .findFirst()
                .orElse("");
        var best = ',';
        for (var mark : new char[] {'\t', ';', '|'}) {
            if (count(line, mark) > count(line, best)) {
                best = mark;
            }
        }
        return best;
    }

    private static long count(String line, char mark) {
        return line.chars().filter(letter -> letter == mark).count();
    }

    private static List<CsvRecord> rows(String text, char separator) {
        var rows = new ArrayList<CsvRecord>();
        try (var records = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (var row : records) {
                if (row.getFieldCount() > MOST_COLUMNS) {
                    throw new RuleBroken("drop.table.wide", MOST_COLUMNS);
                }
                if (row.getFields().stream().anyMatch(field -> !field.isBlank())) {
                    rows.add(row);
                }
                if (rows.size() > Reading.MOST + 1) {
                    throw new RuleBroken("drop.too-many", Reading.MOST);
                }
            }
            return rows;
        } catch (CsvParseException malformed) {
            throw new RuleBroken("drop.table.malformed");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Drop drop() {
        if (columns.stream().noneMatch(column -> column.use() == Table.Use.VALUE)) {
            reading.remark(Reason.said("drop.table.no-value"));
        }
        for (var row : rows.subList(headed ? 1 : 0, rows.size())) {
            row(row);
        }
        var unused = columns.stream()
                .filter(column -> column.use() == Table.Use.NOTHING)
                .map(Table.Column::heading)
                .toList();
        if (!unused.isEmpty()) {
            reading.remark(Reason.said("drop.table.unused", String.join(", ", unused)));
        }
        return new Drop(
                Format.CSV,
                "",
                "",
                List.of(),
                reading.items(),
                reading.leftOut(),
                reading.remarks(),
                Optional.of(new Table(columns)));
    }

    private void row(CsvRecord row) {
        var where = Long.toString(row.getStartingLineNumber());
        if (row.getField(0).startsWith("#")) {
            reading.leave(where, String.join(",", row.getFields()), Reason.said("drop.left.comment"));
            return;
        }
        var changes = new ArrayList<Reason>();
        // Tables that keep spreadsheets quiet have an apostrophe in front.
        var written = cell(row, Table.Use.VALUE).replaceFirst("^'(?=[=+@\\-])", "");
        var kind = cell(row, Table.Use.KIND);
        var form = form(written, kind);
        if (form.isEmpty()) {
            var shown = written.isEmpty() ? String.join(",", row.getFields()) : written;
            reading.leave(where, shown, why(written, kind), Tlp.parse(cell(row, Table.Use.TLP)));
            return;
        }
        var facts = facts(row, kind, changes);
        reading.value(where, written, form.get(), facts, changes);
    }

    private static Reason why(String written, String kind) {
        if (written.isEmpty()) {
            return Reason.said("drop.left.empty");
        }
        return Kinds.named(kind).isEmpty()
                ? Reason.said("drop.left.no-value")
                : Reason.said("drop.left.other-kind", kind);
    }

    private static Optional<Spelling.Form> form(String written, String kind) {
        if (written.isEmpty() || written.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        var types = Kinds.named(kind);
        if (types.contains(IndicatorType.FILE_NAME)) {
            return Optional.of(new Spelling.Form(IndicatorType.FILE_NAME, written));
        }
        return Asked.form(TextValues.refanged(TextValues.narrow(written).strip()))
                .filter(form -> types.isEmpty() || types.contains(form.type()));
    }

    private Item.Facts facts(CsvRecord row, String kind, List<Reason> changes) {
        if (!kind.isEmpty() && Kinds.named(kind).isEmpty()) {
            changes.add(Reason.said("drop.changed.kind", kind));
        }
        var note = cell(row, Table.Use.NOTE);
        var label = cell(row, Table.Use.TLP);
        var tlp = Tlp.parse(label);
        if (!label.isEmpty() && tlp.isEmpty()) {
            changes.add(Reason.said("drop.changed.label", label));
        }
        var seen = cell(row, Table.Use.FIRST_SEEN);
        var first = Moments.read(seen);
        if (!seen.isEmpty() && first.isEmpty()) {
            changes.add(Reason.said("drop.changed.time", seen));
        }
        var about = note.length() > LONGEST ? note.substring(0, LONGEST) : note;
        if (note.length() > LONGEST) {
            changes.add(Reason.said("drop.changed.cut", LONGEST));
        }
        var strict = label.isEmpty() ? tlp : Optional.of(tlp.orElse(Tlp.AMBER_STRICT));
        return Item.Facts.NONE.with(about, strict, first.filter(Instant.EPOCH::isBefore));
    }

    private String cell(CsvRecord row, Table.Use use) {
        for (var i = 0; i < Math.min(columns.size(), row.getFieldCount()); i++) {
            if (columns.get(i).use() == use) {
                return row.getField(i).strip();
            }
        }
        return "";
    }

    /** The letters of a heading or a type that count. */
    static String folded(String cell) {
        return java.text.Normalizer.normalize(cell.strip(), java.text.Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_-]+", "");
    }
}
