package noroshi.intel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Recognises values in running text, written harmless or not. Every expression looks at a bounded number of letters from
 * each place, so that the time grows with the length of the text and not faster.
 */
public final class TextValues {
    private static final int LONGEST = 1_000_000;
    private static final int MOST = 5_000;

    private static final int LONGEST_ADDRESS = 2_000;

    private static final Pattern URL = Pattern.compile("(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{1,10}://");
    /** An address whose host could be spelled as hosts are. */
    private static final Pattern HOSTED = Pattern.compile("[^/]+//[\\x21-\\x7e&&[^/?#]]+(?:[/?#]|$)");

    private static final Pattern MAIL = of("(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[L_.-]{4,255}+(?![L_-])");
    private static final Pattern HASH =
            Pattern.compile("(?<![0-9A-Za-z])(?:[0-9A-Fa-f]{64}|[0-9A-Fa-f]{40}|[0-9A-Fa-f]{32})(?![0-9A-Za-z])");
    private static final Pattern IPV4 =
            Pattern.compile("(?<![0-9A-Za-z.])[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?:/[0-9]{1,2})?(?![0-9A-Za-z]|\\.[0-9])");
    private static final Pattern IPV6 = Pattern.compile(
            "(?<![0-9A-Za-z:.])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?:/[0-9]{1,3})?(?![0-9A-Za-z:])");
    private static final Pattern NAME =
            of("(?<![L@._/-])(?:[L_](?:[L_-]{0,61}[L_])?\\.){1,10}[L&&[^0-9]][L-]{1,23}(?![L_@-])");

    /** Endings of files that people write more often than names of hosts. */
    private static final Set<String> FILES = Set.of(
            "exe", "dll", "txt", "pdf", "doc", "docx", "docm", "xls", "xlsx", "xlsm", "ppt", "pptx", "js", "vbs", "ps1",
            "bat", "lnk", "iso", "img", "rar", "html", "htm", "php", "asp", "aspx", "jsp", "png", "jpg", "jpeg", "gif",
            "svg", "csv", "json", "xml", "log", "tmp", "dat", "bin", "msi", "jar", "class", "java", "eml", "msg", "one",
            "hta", "chm", "scr", "yaml", "yml", "conf", "ini", "md");

    /** In this order: what an expression finds in 100 letters or less becomes what it means. */
    private static final Map<Pattern, String> WAYS = ways();

    private TextValues() {}

    private static Pattern of(String expression) {
        return Pattern.compile(expression.replace("L", Glued.LETTERS));
    }

    private static Map<Pattern, String> ways() {
        var ways = new LinkedHashMap<Pattern, String>();
        ways.put(Pattern.compile("[\\[({] {0,2}(?:\\.|dot) {0,2}[])}]|\\\\\\.", Pattern.CASE_INSENSITIVE), ".");
        ways.put(Pattern.compile("(?<=[A-Za-z0-9])\\[\\.(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])\\.](?=[A-Za-z0-9])"), ".");
        ways.put(Pattern.compile("[\\[({] {0,2}(?:@|at) {0,2}[])}]", Pattern.CASE_INSENSITIVE), "@");
        ways.put(Pattern.compile("[\\[({]://[])}]"), "://");
        ways.put(Pattern.compile("[\\[({]:[])}]"), ":");
        ways.put(Pattern.compile("(?<![A-Za-z0-9])h(?:xx|tt|\\*\\*|__)p(?=s?://)", Pattern.CASE_INSENSITIVE), "http");
        return ways;
    }

    /** The values in the order in which they stand in the text, each once. */
    public static List<Spelling.Form> in(String text) {
        var rest = new StringBuilder(refanged(narrow(text.substring(0, Math.min(text.length(), LONGEST)))));
        var found = new LinkedHashMap<Integer, Spelling.Form>();
        for (var pattern : List.of(URL, MAIL, HASH, IPV4, IPV6)) {
            take(pattern, rest, found);
        }
        take(NAME, Glued.apart(rest), found);
        return found.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** What one expression has taken, the next does not see. */
    private static void take(Pattern pattern, StringBuilder rest, Map<Integer, Spelling.Form> found) {
        var taken = new ArrayList<int[]>();
        var matcher = pattern.matcher(rest);
        for (var from = 0; from <= rest.length() && matcher.find(from) && found.size() < MOST; ) {
            var start = matcher.start();
            var end = end(pattern, rest, matcher);
            var written = trimmed(rest.substring(start, end));
            form(pattern, written).ifPresent(form -> {
                found.put(start, form);
                taken.add(new int[] {start, start + written.length()});
            });
            from = Math.max(end, start + 1);
        }
        for (var each : taken) {
            rest.replace(each[0], each[1], " ".repeat(each[1] - each[0]));
        }
    }

    private static int end(Pattern pattern, StringBuilder rest, MatchResult match) {
        if (pattern == URL) {
            return Glued.endOfUrl(rest, match.end(), LONGEST_ADDRESS);
        }
        var at = pattern == MAIL ? rest.indexOf("@", match.start()) + 1 : 0;
        return at == 0 ? match.end() : Glued.end(rest, at, match.end());
    }

    private static java.util.Optional<Spelling.Form> form(Pattern pattern, String written) {
        if (pattern == HASH) {
            return Hashes.form(written);
        }
        if (pattern == NAME
                && FILES.contains(
                        written.substring(written.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))) {
            return java.util.Optional.empty();
        }
        return Spelling.form(written)
                .filter(form -> pattern != IPV6 || form.type() == IndicatorType.IPV6)
                .filter(form -> pattern != URL || HOSTED.matcher(form.value()).lookingAt());
    }

    /** Marks at the end of a sentence belong to the sentence. */
    private static String trimmed(String written) {
        var end = written.length();
        while (end > 0 && ".,;:!?)]".indexOf(written.charAt(end - 1)) >= 0) {
            end--;
        }
        return written.substring(0, end);
    }

    /** Letters and marks as addresses use them; Japanese punctuation ends an address and never becomes part of one. */
    public static String narrow(String text) {
        var narrow = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            narrow.append(narrow(text.charAt(i)));
        }
        return narrow.toString();
    }

    private static char narrow(char letter) {
        if (letter < '\uFF01' || letter > '\uFF5E') {
            return letter == '\u3000' ? ' ' : letter;
        }
        var plain = (char) (letter - 0xFEE0);
        return Character.isLetterOrDigit(plain) || "./:@_-[]%?=&#~+\\".indexOf(plain) >= 0 ? plain : ' ';
    }

    /** Undoes the many ways of making addresses harmless to click, wherever they stand. */
    public static String refanged(String text) {
        var plain = text;
        for (var way : WAYS.entrySet()) {
            plain = way.getKey().matcher(plain).replaceAll(way.getValue());
        }
        return plain;
    }
}
