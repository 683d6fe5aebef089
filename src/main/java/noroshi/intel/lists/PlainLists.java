package noroshi.intel.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import noroshi.intel.IndicatorType;
import noroshi.site.Csv;

/** Lists of one value on each line, and tables. */
final class PlainLists {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_][a-z0-9_.-]*");

    private PlainLists() {}

    static String text(Selection selection, String name) {
        var text = Header.commented(selection, name, "#");
        selection.lines().forEach(line -> text.append(line.text()).append('\n'));
        return text.toString();
    }

    /** A hosts file sends names nowhere; it knows no names below them. */
    static String hosts(Selection selection) {
        var text = Header.commented(selection, "hosts", "#");
        selection.lines().stream()
                .filter(PlainLists::hasHost)
                .forEach(line -> text.append("0.0.0.0 ").append(line.text()).append('\n'));
        return text.toString();
    }

    static boolean hasHost(Line line) {
        return line.type() == IndicatorType.DOMAIN && safe(line.text());
    }

    /** A name below rpz-client-ip and its like would be an order to the resolver, not a name. */
    static boolean safe(String name) {
        return name.length() <= 253
                && NAME.matcher(name).matches()
                && !name.substring(name.lastIndexOf('.') + 1).startsWith("rpz-");
    }

    /** Its first lines are comments for whoever skips lines that begin with a number sign. */
    static String csv(Selection selection) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("type", "value", "confidence", "tlp", "first", "last", "role", "topics"));
        for (var line : selection.lines()) {
            rows.add(List.of(
                    line.type().code(),
                    line.text(),
                    Integer.toString(line.score()),
                    line.tlp().label(),
                    line.firstAt().toString(),
                    line.lastAt().toString(),
                    joined(line, saying -> saying.role()),
                    joined(line, saying -> saying.title())));
        }
        var head = Header.commented(selection, "csv", "#").toString().replace("\n", "\r\n");
        return head + new Csv(rows).unmarked();
    }

    private static String joined(Line line, java.util.function.Function<noroshi.intel.life.Saying, String> part) {
        return line.sayings().stream()
                .map(part)
                .filter(text -> !text.isBlank())
                .distinct()
                .limit(3)
                .collect(Collectors.joining(" / "));
    }
}
