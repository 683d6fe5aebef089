package noroshi.topic;

import java.util.stream.Collectors;

/** What one person wrote, ready to be answered: its lines behind {@code >}, without what it quoted itself. */
public record Quote(String markdown) {
    private static final int LONGEST = 600;
    private static final int MOST_LINES = 12;

    public static Quote of(String comment) {
        var said = comment.lines()
                .filter(line -> !line.stripLeading().startsWith(">"))
                .collect(Collectors.joining("\n"))
                .strip();
        var lines = shortened(said).lines().toList();
        var quoted = lines.stream()
                .limit(MOST_LINES)
                .map(line -> ("> " + line).stripTrailing())
                .collect(Collectors.joining("\n"));
        return new Quote(lines.isEmpty() ? "" : quoted + (lines.size() > MOST_LINES ? "\n> …" : "") + "\n\n");
    }

    private static String shortened(String said) {
        if (said.length() <= LONGEST) {
            return said;
        }
        var end = Character.isHighSurrogate(said.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return said.substring(0, end) + "…";
    }
}
