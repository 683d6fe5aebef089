package noroshi.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import noroshi.topic.Difference.Fate;
import noroshi.topic.Difference.Segment;

/** Compares two lines word by word; a word is a run of one kind of character, which suits Japanese well. */
final class Words {
    private static final int LONGEST = 4_000;
    private static final int SHORTEST_KEPT = 2;

    private Words() {}

    private enum Kind {
        SPACE,
        KANJI,
        HIRAGANA,
        KATAKANA,
        LATIN,
        OTHER
    }

    static List<String> of(String line) {
        var words = new ArrayList<String>();
        var begin = 0;
        var last = Kind.OTHER;
        for (int at = 0, next; at < line.length(); at = next) {
            var c = line.codePointAt(at);
            next = at + Character.charCount(c);
            var kind = joins(c) && at > begin ? last : kind(c);
            if (at > begin && (kind != last || kind == Kind.OTHER && !joins(c))) {
                words.add(line.substring(begin, at));
                begin = at;
            }
            last = kind;
        }
        if (begin < line.length()) {
            words.add(line.substring(begin));
        }
        return words;
    }

    /** Marks belong to the character before them, and the long vowel to the word before it. */
    private static boolean joins(int c) {
        var type = Character.getType(c);
        return c == 'ー' || c == 0x200D || type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static Kind kind(int c) {
        if (Character.isWhitespace(c)) {
            return Kind.SPACE;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN -> Kind.KANJI;
            case HIRAGANA -> Kind.HIRAGANA;
            case KATAKANA -> Kind.KATAKANA;
            default -> Character.isLetterOrDigit(c) ? Kind.LATIN : Kind.OTHER;
        };
    }

    /** How much of the longer line both have in common, from 0 to 1, whatever the order. */
    static double likeness(String one, String other) {
        var longest = Math.max(one.length(), other.length());
        if (longest == 0 || 3 * Math.min(one.length(), other.length()) < longest) {
            return 0;
        }
        var counts = new HashMap<String, Integer>();
        of(one).forEach(word -> counts.merge(word, 1, Integer::sum));
        var common = 0;
        for (var word : of(other)) {
            if (counts.merge(word, -1, Integer::sum) >= 0) {
                common += word.length();
            }
        }
        return (double) common / longest;
    }

    static List<Segment> compared(String before, String after) {
        if (before.length() + after.length() > LONGEST * 2) {
            return List.of(new Segment(before, Fate.REMOVED), new Segment(after, Fate.ADDED));
        }
        var old = of(before);
        var young = of(after);
        var segments = new Segments();
        for (var edit : Edits.between(old, young)) {
            var removed = String.join("", old.subList(edit.oldStart(), edit.oldEnd()));
            var added = String.join("", young.subList(edit.newStart(), edit.newEnd()));
            segments.add(edit.kept(), removed, added);
        }
        return segments.finished();
    }

    /** Gathers what was exchanged; a single character kept between two changes reads better as changed. */
    private static final class Segments {
        private final List<Segment> segments = new ArrayList<>();
        private final StringBuilder removed = new StringBuilder();
        private final StringBuilder added = new StringBuilder();
        private String held = "";

        void add(boolean kept, String old, String young) {
            if (!kept) {
                removed.append(held).append(old);
                added.append(held).append(young);
                held = "";
            } else if (young.length() < SHORTEST_KEPT && removed.length() + added.length() > 0) {
                held = young;
            } else {
                flush();
                segments.add(new Segment(young, Fate.KEPT));
            }
        }

        List<Segment> finished() {
            flush();
            return segments;
        }

        private void flush() {
            put(removed, Fate.REMOVED);
            put(added, Fate.ADDED);
            if (!held.isEmpty()) {
                segments.add(new Segment(held, Fate.KEPT));
                held = "";
            }
        }

        private void put(StringBuilder text, Fate fate) {
            if (!text.isEmpty()) {
                segments.add(new Segment(text.toString(), fate));
                text.setLength(0);
            }
        }
    }
}
