package noroshi.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Writes an answer for a person: facts line by line, lists of facts as a table. */
final class Plain {
    private Plain() {}

    static String text(JsonNode answer) {
        var text = new StringBuilder();
        if (answer.isObject()) {
            facts(text, answer);
        } else if (answer.isArray()) {
            table(text, answer);
        } else {
            text.append(answer.asString()).append('\n');
        }
        return text.toString();
    }

    private static void facts(StringBuilder text, JsonNode answer) {
        var names = new ArrayList<>(answer.propertyNames());
        var width = names.stream().mapToInt(String::length).max().orElse(0);
        for (var name : names) {
            var value = answer.path(name);
            if (value.isArray() && value.path(0).isObject()) {
                text.append('\n').append(name).append('\n');
                table(text, value);
            } else {
                text.append(pad(name, width)).append("  ").append(cell(value)).append('\n');
            }
        }
    }

    private static void table(StringBuilder text, JsonNode rows) {
        if (!rows.path(0).isObject()) {
            rows.forEach(row -> text.append(cell(row)).append('\n'));
            return;
        }
        var columns = new LinkedHashSet<String>();
        rows.forEach(row -> columns.addAll(row.propertyNames()));
        var lines = new ArrayList<List<String>>();
        lines.add(List.copyOf(columns));
        rows.forEach(row ->
                lines.add(columns.stream().map(column -> cell(row.path(column))).toList()));
        var widths = new int[columns.size()];
        for (var line : lines) {
            for (var i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(line.get(i)));
            }
        }
        for (var line : lines) {
            var written = new StringBuilder();
            for (var i = 0; i < widths.length; i++) {
                written.append(pad(line.get(i), widths[i])).append("  ");
            }
            text.append(written.toString().stripTrailing()).append('\n');
        }
    }

    private static String cell(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? "" : value.isValueNode() ? value.asString() : value.toString();
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    /** Japanese letters take two places on a terminal. */
    private static int width(String text) {
        return text.codePoints()
                .map(letter ->
                        Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN || letter < 0x1100 ? 1 : 2)
                .sum();
    }
}
