package noroshi.intel.drop;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import noroshi.intel.TextValues;
import noroshi.intel.life.Asked;
import noroshi.shared.Tlp;

/** Guesses what the columns of a table hold. */
final class Columns {
    private static final int LONGEST_HEADING = 80;
    private static final Map<String, Table.Use> HEADINGS = headings();

    private Columns() {}

    private static Map<String, Table.Use> headings() {
        return Stream.of(
                        named(
                                Table.Use.VALUE,
                                "value indicator ioc iocvalue indicatorvalue observable 値 インディケータ インジケータ インジケーター"),
                        named(Table.Use.KIND, "type kind ioctype indicatortype 種別 種類 タイプ 型"),
                        named(Table.Use.NOTE, "note notes comment comments description remarks 備考 説明 コメント 内容"),
                        named(Table.Use.TLP, "tlp marking 共有範囲 取扱い 取り扱い"),
                        named(
                                Table.Use.FIRST_SEEN,
                                "firstseen firstseenutc date dateadded created 初回 初回確認 初観測 初回観測 日時 日付 観測日"))
                .flatMap(each -> each)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Stream<Map.Entry<String, Table.Use>> named(Table.Use use, String words) {
        return Stream.of(words.split(" ")).map(word -> Map.entry(word, use));
    }

    static boolean isHeading(List<String> first) {
        return first.stream().anyMatch(cell -> use(cell) != Table.Use.NOTHING)
                && first.stream().noneMatch(Columns::isValue);
    }

    private static Table.Use use(String cell) {
        var folded = TableReader.folded(cell);
        var known = HEADINGS.get(folded);
        if (known != null) {
            return known;
        }
        return Kinds.named(folded).isEmpty() ? Table.Use.NOTHING : Table.Use.VALUE;
    }

    /** Each use once; the reader's own wish comes first. */
    static List<Table.Column> of(List<CsvRecord> rows, boolean headed, List<Table.Use> wanted) {
        var first = rows.getFirst().getFields();
        var width = rows.stream().mapToInt(CsvRecord::getFieldCount).max().orElse(0);
        var uses = new ArrayList<Table.Use>();
        for (var i = 0; i < width; i++) {
            var use = headed && i < first.size() ? use(first.get(i)) : Table.Use.NOTHING;
            uses.add(wanted.isEmpty() ? use : i < wanted.size() ? wanted.get(i) : Table.Use.NOTHING);
        }
        if (wanted.isEmpty() && !uses.contains(Table.Use.VALUE)) {
            guess(rows.subList(headed ? 1 : 0, rows.size()), uses);
        }
        keepFirst(uses);
        return IntStream.range(0, width)
                .mapToObj(i -> new Table.Column(heading(first, headed, i), uses.get(i)))
                .toList();
    }

    private static String heading(List<String> first, boolean headed, int i) {
        var heading = headed && i < first.size() ? first.get(i).strip() : "";
        return heading.isEmpty()
                ? Integer.toString(i + 1)
                : heading.substring(0, Math.min(LONGEST_HEADING, heading.length()));
    }

    private static void guess(List<CsvRecord> rows, List<Table.Use> uses) {
        mostly(rows, uses, Columns::isValue).ifPresent(column -> uses.set(column, Table.Use.VALUE));
        mostly(rows, uses, cell -> !Kinds.named(cell).isEmpty()).ifPresent(column -> uses.set(column, Table.Use.KIND));
        mostly(rows, uses, cell -> Tlp.parse(cell).isPresent()).ifPresent(column -> uses.set(column, Table.Use.TLP));
        mostly(rows, uses, cell -> Moments.read(cell).isPresent())
                .ifPresent(column -> uses.set(column, Table.Use.FIRST_SEEN));
    }

    /** The free column in which at least half of the cells are such. */
    private static Optional<Integer> mostly(
            List<CsvRecord> rows, List<Table.Use> uses, java.util.function.Predicate<String> such) {
        record Share(int column, long number) {}
        return IntStream.range(0, uses.size())
                .filter(column -> uses.get(column) == Table.Use.NOTHING)
                .mapToObj(column -> new Share(
                        column,
                        rows.stream()
                                .filter(row -> column < row.getFieldCount() && such.test(row.getField(column)))
                                .count()))
                .filter(share -> share.number() > 0 && share.number() * 2 >= rows.size())
                .max(java.util.Comparator.comparingLong(Share::number)
                        .thenComparing(
                                java.util.Comparator.comparingInt(Share::column).reversed()))
                .map(Share::column);
    }

    private static void keepFirst(List<Table.Use> uses) {
        for (var i = 0; i < uses.size(); i++) {
            if (uses.get(i) != Table.Use.NOTHING && uses.indexOf(uses.get(i)) < i) {
                uses.set(i, Table.Use.NOTHING);
            }
        }
    }

    private static boolean isValue(String cell) {
        return Asked.form(TextValues.refanged(TextValues.narrow(cell).strip())).isPresent();
    }
}
