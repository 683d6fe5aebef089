package noroshi.intel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognises values in running text, written harmless or not. Every expression looks at a bounded number of letters from
 * each place, so that the time grows with the length of the text and not faster.
 */
public final class TextValues {
    private static final int LONGEST = 1_000_000;
    private static final int MOST = 5_000;

    private static final Pattern URL = Pattern.compile(
            "(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{1,10}://[\\x21-\\x7e&&[^\"'<>`{}|\\\\^]]{1,2000}");
    private static final Pattern MAIL = Pattern.compile(
            "(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.){1,8}[A-Za-z]{2,24}(?![A-Za-z0-9-])");
    private static final Pattern HASH =
            Pattern.compile("(?<![0-9A-Za-z])(?:[0-9A-Fa-f]{64}|[0-9A-Fa-f]{40}|[0-9A-Fa-f]{32})(?![0-9A-Za-z])");
    private static final Pattern IPV4 =
            Pattern.compile("(?<![0-9A-Za-z.])[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?:/[0-9]{1,2})?(?![0-9A-Za-z]|\\.[0-9])");
    private static final Pattern IPV6 = Pattern.compile(
            "(?<![0-9A-Za-z:.])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?:/[0-9]{1,3})?(?![0-9A-Za-z:])");
    private static final Pattern NAME = Pattern.compile(
            "(?<![A-Za-z0-9@._/-])(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.){1,10}[A-Za-z][A-Za-z0-9-]{1,23}(?![A-Za-z0-9_@-])");

    /** Endings of files that people write more often than names of hosts. */
    private static final Set<String> FILES = Set.of(
            "exe", "dll", "txt", "pdf", "doc", "docx", "docm", "xls", "xlsx", "xlsm", "ppt", "pptx", "js", "vbs", "ps1",
            "bat", "lnk", "iso", "img", "rar", "html", "htm", "php", "asp", "aspx", "jsp", "png", "jpg", "jpeg", "gif",
            "svg", "csv", "json", "xml", "log", "tmp", "dat", "bin", "msi", "jar", "class", "java", "eml", "msg", "one",
            "hta", "chm", "scr", "yaml", "yml", "conf", "ini", "md");

    /** In this order: what an expression finds in 100 letters or less becomes what it means. */
    private static final Map<Pattern, String> WAYS = ways();

    private TextValues() {}

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
        var plain = refanged(text.substring(0, Math.min(text.length(), LONGEST)));
        var found = new LinkedHashMap<Integer, Spelling.Form>();
        var rest = new StringBuilder(plain);
        for (var pattern : List.of(URL, MAIL, HASH, IPV4, IPV6, NAME)) {
            take(pattern, rest, found);
        }
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
        while (matcher.find() && found.size() < MOST) {
            var written = trimmed(matcher.group());
            var start = matcher.start();
            form(pattern, written).ifPresent(form -> {
                found.put(start, form);
                taken.add(new int[] {start, start + written.length()});
            });
        }
        for (var each : taken) {
            rest.replace(each[0], each[1], " ".repeat(each[1] - each[0]));
        }
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
        return Spelling.form(written).filter(form -> pattern != IPV6 || form.type() == IndicatorType.IPV6);
    }

    /** Marks at the end of a sentence belong to the sentence. */
    private static String trimmed(String written) {
        var end = written.length();
        while (end > 0 && ".,;:!?)]".indexOf(written.charAt(end - 1)) >= 0) {
            end--;
        }
        return written.substring(0, end);
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
