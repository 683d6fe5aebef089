package noroshi.intel.drop;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import noroshi.intel.Reason;
import noroshi.intel.Spelling;
import noroshi.intel.TextValues;
import noroshi.intel.life.Asked;
import noroshi.shared.Tlp;

/** Reads lists with one value on each line, and words with values among them. */
final class LineReader {
    private static final Pattern COMMENT = Pattern.compile("\\s*(?:#|//|;|!).*");
    private static final Pattern SINK = Pattern.compile("(?:0\\.0\\.0\\.0|127\\.0\\.0\\.1|::1?)\\s+(?=\\S+\\.)");
    /** Between the two parts of a label may stand what a mail program writes there: spaces of all kinds, tags. */
    private static final Pattern LABEL = Pattern.compile(
            "TLP:(?:[\\s\\u00A0\\u200B]|&nbsp;|<[^<>]{0,300}>|TLP:){0,20}+(CLEAR|WHITE|GREEN|AMBER\\+STRICT|AMBER|RED)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern AROUND = Pattern.compile("^[\"'<(“‘「『]+|[\"'>)”’」』,;、。]+$");
    private static final Pattern GAP = Pattern.compile("\\s*[\\s,;|]\\s*");

    private LineReader() {}

    /** One line of a list: the value, and what is written behind it. */
    private record Entry(String written, Spelling.Form form, String about) {}

    /** Whether most lines that say anything are a value and little more. */
    static boolean isList(String text) {
        var lines = text.lines()
                .filter(line -> !line.isBlank() && !COMMENT.matcher(line).matches())
                .limit(200)
                .toList();
        var values = lines.stream()
                .filter(line ->
                        entry(line).filter(each -> each.about().length() <= 80).isPresent());
        return lines.size() > 1 && values.count() * 2 >= lines.size();
    }

    static Drop list(String text) {
        var lines = lines(text);
        var label = lines.stream()
                .filter(line -> COMMENT.matcher(line).matches() || entry(line).isEmpty())
                .map(LineReader::label)
                .reduce(Optional.empty(), LineReader::strictest);
        var reading = new Reading(label);
        var comments = 0;
        for (var i = 0; i < lines.size(); i++) {
            if (COMMENT.matcher(lines.get(i)).matches()) {
                comments++;
            } else if (!lines.get(i).isBlank()) {
                line(i + 1, lines.get(i), reading);
            }
        }
        if (comments > 0) {
            reading.remark(Reason.said("drop.remark.comments", comments));
        }
        return new Drop(
                Format.LIST,
                "",
                "",
                List.of(),
                reading.items(),
                reading.leftOut(),
                reading.remarks(),
                Optional.empty());
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\r\n|\r|\n", -1));
    }

    private static void line(int number, String line, Reading reading) {
        var where = Integer.toString(number);
        var entry = entry(line);
        if (entry.isEmpty()) {
            reading.leave(where, line.strip(), Reason.said("drop.left.no-value"));
            return;
        }
        var about = entry.get().about();
        var facts = Item.Facts.NONE.with(about, label(about), Optional.empty());
        reading.value(where, entry.get().written(), entry.get().form(), facts, List.of());
    }

    private static Optional<Entry> entry(String line) {
        var bare = SINK.matcher(TextValues.narrow(line).strip()).replaceFirst("");
        var gap = GAP.matcher(bare);
        var end = gap.find() ? gap.start() : bare.length();
        var written = AROUND.matcher(bare.substring(0, end)).replaceAll("");
        var about = end == bare.length() ? "" : bare.substring(gap.end()).replaceFirst("^(?:#|//|;)\\s*", "");
        return Asked.form(TextValues.refanged(written)).map(form -> new Entry(written, form, about.strip()));
    }

    /** The strictest label that is written there, also with full-width letters. */
    static Optional<Tlp> label(String text) {
        var found = Optional.<Tlp>empty();
        var matcher = LABEL.matcher(TextValues.narrow(text));
        while (matcher.find()) {
            found = strictest(found, Tlp.parse(matcher.group(1)));
        }
        return found;
    }

    static Optional<Tlp> strictest(Optional<Tlp> one, Optional<Tlp> other) {
        return one.map(label -> other.map(label::strictest).orElse(label)).or(() -> other);
    }

    static Drop words(String text) {
        var label = label(text);
        var reading = new Reading(label);
        var lines = lines(text);
        for (var i = 0; i < lines.size(); i++) {
            var where = Integer.toString(i + 1);
            TextValues.in(lines.get(i)).forEach(form -> reading.found(where, form));
        }
        label.ifPresent(found -> reading.remark(Reason.said("drop.remark.label", found.label())));
        return new Drop(
                Format.TEXT,
                "",
                "",
                List.of(),
                reading.items(),
                reading.leftOut(),
                reading.remarks(),
                Optional.empty());
    }
}
