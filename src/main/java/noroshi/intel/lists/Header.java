package noroshi.intel.lists;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What stands at the head of every list, without commas or quotes: how far it may go, of when it is, and whether it is whole. */
final class Header {
    private Header() {}

    static List<String> lines(Selection selection, String name) {
        var lines = new ArrayList<String>();
        lines.add(selection.tlp().label());
        lines.add("Noroshi " + name + " - generated "
                + selection.at().truncatedTo(ChronoUnit.SECONDS) + " - "
                + selection.lines().stream().filter(line -> !line.revoked()).count() + " values");
        if (selection.cut() > 0) {
            lines.add("cut: " + selection.cut() + " less sure values left out");
        }
        return lines;
    }

    static StringBuilder commented(Selection selection, String name, String sign) {
        var text = new StringBuilder();
        lines(selection, name)
                .forEach(line -> text.append(sign).append(' ').append(line).append('\n'));
        return text;
    }
}
