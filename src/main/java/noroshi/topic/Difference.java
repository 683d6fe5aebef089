package noroshi.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import noroshi.topic.Edits.Edit;

/** What changed from one version of a text to the next, line by line, and inside a changed line word by word. */
public record Difference(List<Line> lines) {
    private static final double ALIKE = 0.4;
    private static final int FARTHEST_PAIR = 20;

    public Difference {
        lines = List.copyOf(lines);
    }

    /** A line of the comparison, ready to be shown. */
    public sealed interface Line {
        record Kept(String text) implements Line {}

        record Added(String text) implements Line {}

        record Removed(String text) implements Line {}

        record Changed(List<Segment> segments) implements Line {
            public Changed {
                segments = List.copyOf(segments);
            }
        }

        /** Unchanged lines that are not shown. */
        record Skipped(int count) implements Line {}
    }

    /** What happened to a piece of a changed line. */
    public enum Fate {
        KEPT,
        ADDED,
        REMOVED
    }

    /** A piece of a changed line. */
    public record Segment(String text, Fate fate) {}

    /** How much changed, in lines. */
    public record Summary(int added, int removed, int changed) {
        public boolean isNone() {
            return added + removed + changed == 0;
        }
    }

    public static Difference between(String before, String after) {
        var old = lines(before);
        var young = lines(after);
        var lines = new ArrayList<Line>();
        for (var edit : Edits.between(old, young)) {
            compare(
                    old.subList(edit.oldStart(), edit.oldEnd()),
                    young.subList(edit.newStart(), edit.newEnd()),
                    edit,
                    lines);
        }
        return new Difference(lines);
    }

    private static List<String> lines(String text) {
        return text.isEmpty()
                ? List.of()
                : text.lines().map(String::stripTrailing).toList();
    }

    private static void compare(List<String> old, List<String> young, Edit edit, List<Line> lines) {
        if (edit.kept()) {
            young.forEach(text -> lines.add(new Line.Kept(text)));
            return;
        }
        var next = 0;
        for (var removed : old) {
            var partner = partner(removed, young, next);
            if (partner < 0) {
                lines.add(new Line.Removed(removed));
            } else {
                young.subList(next, partner).forEach(text -> lines.add(new Line.Added(text)));
                lines.add(new Line.Changed(Words.compared(removed, young.get(partner))));
                next = partner + 1;
            }
        }
        young.subList(next, young.size()).forEach(text -> lines.add(new Line.Added(text)));
    }

    private static int partner(String removed, List<String> young, int from) {
        for (var i = from; i < Math.min(young.size(), from + FARTHEST_PAIR); i++) {
            if (Words.likeness(removed, young.get(i)) >= ALIKE) {
                return i;
            }
        }
        return -1;
    }

    public Summary summary() {
        return new Summary(
                count(Line.Added.class::isInstance),
                count(Line.Removed.class::isInstance),
                count(Line.Changed.class::isInstance));
    }

    private int count(Predicate<Line> wanted) {
        return (int) lines.stream().filter(wanted).count();
    }

    /** The changes with a few lines around each; the rest is counted. */
    public Difference near(int context) {
        var shown = new ArrayList<Line>();
        var skipped = 0;
        for (var i = 0; i < lines.size(); i++) {
            if (changesWithin(i - context, i + context)) {
                skip(shown, skipped);
                skipped = 0;
                shown.add(lines.get(i));
            } else {
                skipped++;
            }
        }
        skip(shown, skipped);
        return new Difference(shown);
    }

    private boolean changesWithin(int from, int to) {
        return lines.subList(Math.max(0, from), Math.min(lines.size(), to + 1)).stream()
                .anyMatch(line -> !(line instanceof Line.Kept));
    }

    private static void skip(List<Line> shown, int count) {
        if (count > 0) {
            shown.add(new Line.Skipped(count));
        }
    }
}
