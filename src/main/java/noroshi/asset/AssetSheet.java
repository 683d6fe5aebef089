package noroshi.asset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import noroshi.asset.SheetLine.Bad;
import noroshi.asset.SheetLine.Good;
import noroshi.shared.RuleBroken;

/**
 * A list of assets, line by line: what can be registered, and what is wrong with the rest.
 *
 * @param repeated how many lines say again what an earlier one said
 */
public record AssetSheet(List<Good> good, List<Bad> bad, int repeated) {
    /** More than this is refused unread. */
    public static final int MOST = 10_000;

    private static final int LONGEST_NOTE = 500;
    private static final Map<String, AssetKind> KINDS = Map.ofEntries(
            Map.entry("domain", AssetKind.DOMAIN),
            Map.entry("ドメイン", AssetKind.DOMAIN),
            Map.entry("url", AssetKind.URL),
            Map.entry("address", AssetKind.ADDRESS),
            Map.entry("ip", AssetKind.ADDRESS),
            Map.entry("ipアドレス", AssetKind.ADDRESS),
            Map.entry("range", AssetKind.RANGE),
            Map.entry("ip範囲", AssetKind.RANGE),
            Map.entry("product", AssetKind.PRODUCT),
            Map.entry("製品", AssetKind.PRODUCT),
            Map.entry("keyword", AssetKind.KEYWORD),
            Map.entry("キーワード", AssetKind.KEYWORD));

    public AssetSheet {
        good = List.copyOf(good);
        bad = List.copyOf(bad);
    }

    /** One value on each line, as people paste it. */
    static AssetSheet ofLines(String text, Optional<AssetKind> kind) {
        requireFew(text);
        var reading = new Reading();
        var number = 0L;
        for (var line : text.split("\r\n|\r|\n", -1)) {
            number++;
            reading.take(number, kind, line, "");
        }
        return reading.done();
    }

    /** A table with the columns kind, value and note; without a heading, value and note. */
    static AssetSheet ofTable(String text, Optional<AssetKind> kind) {
        requireFew(text);
        var reading = new Reading();
        try (var records = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            var columns = Columns.NONE;
            for (var row : records) {
                var heading = Columns.of(row);
                if (heading.isPresent() && row.getStartingLineNumber() == 1) {
                    columns = heading.get();
                } else {
                    columns.read(row, kind, reading);
                }
            }
        } catch (CsvParseException malformed) {
            throw new RuleBroken("asset.file.malformed");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reading.done();
    }

    private static void requireFew(String text) {
        var lines = text.lines().limit(MOST * 100L).count();
        if (lines > MOST + 1) {
            throw new RuleBroken("asset.too-many-lines", MOST, lines);
        }
    }

    /** Where in a table the values stand. */
    private record Columns(int kind, int value, int note) {
        static final Columns NONE = new Columns(-1, 0, 1);

        static Optional<Columns> of(CsvRecord row) {
            var names = row.getFields().stream().map(AssetSheet::folded).toList();
            var value = Math.max(names.indexOf("value"), names.indexOf("値"));
            return value < 0
                    ? Optional.empty()
                    : Optional.of(new Columns(
                            Math.max(names.indexOf("kind"), names.indexOf("種別")),
                            value,
                            Math.max(names.indexOf("note"), names.indexOf("備考"))));
        }

        void read(CsvRecord row, Optional<AssetKind> usual, Reading reading) {
            var line = row.getStartingLineNumber();
            var named = folded(cell(row, kind));
            if (!named.isEmpty() && !KINDS.containsKey(named)) {
                reading.refuse(line, cell(row, kind), new RuleBroken("asset.kind-unknown"));
            } else {
                var known = Optional.ofNullable(KINDS.get(named)).or(() -> usual);
                reading.take(line, known, cell(row, value), cell(row, note));
            }
        }

        private static String cell(CsvRecord row, int column) {
            return column < 0 || column >= row.getFieldCount() ? "" : row.getField(column);
        }
    }

    private static String folded(String cell) {
        return Normalizer.normalize(cell.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** What has been read so far. */
    private static final class Reading {
        private final List<Good> good = new ArrayList<>();
        private final List<Bad> bad = new ArrayList<>();
        private final HashSet<String> known = new HashSet<>();
        private int repeated;

        void take(long line, Optional<AssetKind> kind, String typed, String note) {
            if (typed.isBlank() && note.isBlank()) {
                return;
            }
            try {
                // A list that we wrote ourselves comes back with the apostrophes that keep spreadsheets quiet.
                var text = typed.matches("'[=+@\\-].*") ? typed.substring(1) : typed;
                var value = AssetSpelling.read(kind, text);
                var words = note(note);
                if (known.add(value.kind() + " " + value.value())) {
                    good.add(new Good(line, value, words));
                } else {
                    repeated++;
                }
            } catch (RuleBroken refusal) {
                refuse(line, typed, refusal);
            }
        }

        void refuse(long line, String typed, RuleBroken why) {
            bad.add(new Bad(line, typed.length() > 100 ? typed.substring(0, 100) + "…" : typed, why));
        }

        AssetSheet done() {
            if (good.isEmpty() && bad.isEmpty()) {
                throw new RuleBroken("asset.file.empty");
            }
            return new AssetSheet(good, bad, repeated);
        }
    }

    static String note(String typed) {
        var note = typed.strip();
        if (note.length() > LONGEST_NOTE) {
            throw new RuleBroken("asset.note-too-long", LONGEST_NOTE);
        }
        if (note.indexOf('\0') >= 0) {
            throw new RuleBroken("asset.unreadable");
        }
        return note;
    }
}
