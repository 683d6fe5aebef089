package noroshi.topic;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** The few words of a text around what was searched for, with the hits marked. */
public record Snippet(List<Segment> segments) {
    private static final int LONGEST = 160;
    private static final int BEFORE = 40;
    private static final int SEARCHED = 40_000;
    private static final int MOST_HITS = 200;
    private static final String ENDS_OF_SENTENCES = "。．！？!?\n";
    private static final Pattern SPACES = Pattern.compile("\\s+");

    public Snippet {
        segments = List.copyOf(segments);
    }

    /** A piece of the text; templates escape it, and mark it when it is a hit. */
    public record Segment(String text, boolean hit) {}

    private record Hit(int start, int end, String mark) {}

    /** At most 160 characters of a body, from where most of the question is answered. */
    public static Snippet of(String text, SearchWords.Query query) {
        var searched = text.substring(0, Math.min(text.length(), SEARCHED));
        var hits = hits(searched, query.highlights());
        var start = start(searched, best(hits));
        var prefix = searched.substring(0, start).isBlank() ? "" : "…";
        var end = end(text, start, LONGEST - 2);
        var suffix = text.substring(end).isBlank() ? "" : "…";
        return new Snippet(cut(text, hits, start, end, prefix, suffix));
    }

    /** A whole title with its hits. */
    public static Snippet whole(String title, SearchWords.Query query) {
        return new Snippet(cut(title, hits(title, query.highlights()), 0, title.length(), "", ""));
    }

    /** The words without marks. */
    public String text() {
        var text = new StringBuilder();
        segments.forEach(segment -> text.append(segment.text()));
        return text.toString();
    }

    /** Hits in the order of the text, without overlaps; longer marks win. */
    private static List<Hit> hits(String text, List<String> marks) {
        if (marks.isEmpty()) {
            return List.of();
        }
        var spelling = Spelling.of(text);
        var spelled = spelling.text();
        var taken = new BitSet();
        var hits = new ArrayList<Hit>();
        for (var mark : marks) {
            for (var at = spelled.indexOf(mark);
                    at >= 0 && hits.size() < MOST_HITS;
                    at = spelled.indexOf(mark, at + mark.length())) {
                var end = at + mark.length();
                if (beginsWord(spelled, at) && taken.get(at, end).isEmpty()) {
                    taken.set(at, end);
                    hits.add(new Hit(spelling.origin(at), spelling.origin(end), mark));
                }
            }
        }
        hits.sort(Comparator.comparingInt(Hit::start));
        return hits;
    }

    /** Inside another Latin word nothing was meant: ios is not in scenarios. */
    private static boolean beginsWord(String spelled, int at) {
        return at == 0 || !latin(spelled.charAt(at)) || !latin(spelled.charAt(at - 1));
    }

    private static boolean latin(char c) {
        return c < 0x250 && Character.isLetterOrDigit(c);
    }

    /** The hit after which most different marks follow within one snippet. */
    private static int best(List<Hit> hits) {
        var best = 0;
        var most = 0;
        for (var i = 0; i < hits.size(); i++) {
            var seen = new HashSet<String>();
            for (var j = i; j < hits.size() && hits.get(j).end() - hits.get(i).start() < LONGEST - BEFORE; j++) {
                seen.add(hits.get(j).mark());
            }
            if (seen.size() > most) {
                most = seen.size();
                best = hits.get(i).start();
            }
        }
        return best;
    }

    /** Begins with the sentence of the hit where that is near. */
    private static int start(String text, int hit) {
        var earliest = Math.max(0, hit - BEFORE);
        for (var at = hit; at > earliest; at--) {
            if (ENDS_OF_SENTENCES.indexOf(text.charAt(at - 1)) >= 0) {
                return at;
            }
        }
        return earliest == 0 ? 0 : boundary(text, hit - BEFORE / 2);
    }

    private static int end(String text, int start, int room) {
        return start + room >= text.length() ? text.length() : boundary(text, start + room);
    }

    /** Never between the halves of one character. */
    private static int boundary(String text, int at) {
        var place = at;
        while (place > 0
                && (Character.isLowSurrogate(text.charAt(place))
                        || Character.getType(text.charAt(place)) == Character.NON_SPACING_MARK)) {
            place--;
        }
        return place;
    }

    private static List<Segment> cut(String text, List<Hit> hits, int start, int end, String prefix, String suffix) {
        var segments = new ArrayList<Segment>();
        var at = start;
        var lead = prefix;
        for (var hit : hits) {
            var from = Math.max(at, hit.start());
            var to = Math.min(end, hit.end());
            if (from < to) {
                add(segments, lead + tidy(text.substring(at, from)), false);
                add(segments, tidy(text.substring(from, to)), true);
                lead = "";
                at = to;
            }
        }
        add(segments, lead + tidy(text.substring(Math.min(at, end), end)) + suffix, false);
        return segments;
    }

    private static String tidy(String text) {
        return SPACES.matcher(text).replaceAll(" ");
    }

    private static void add(List<Segment> segments, String text, boolean hit) {
        if (!text.isEmpty()) {
            segments.add(new Segment(text, hit));
        }
    }
}
