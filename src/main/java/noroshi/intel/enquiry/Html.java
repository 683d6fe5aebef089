package noroshi.intel.enquiry;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Texts of web pages with their characters written out, as a mail program reads them; nothing else in them is heeded. */
final class Html {
    private static final Pattern REFERENCE = Pattern.compile(
            "&(?:#0{0,20}([0-9]{1,7});?|#[xX]0{0,20}([0-9A-Fa-f]{1,6});?|([A-Za-z][A-Za-z0-9]{1,30});)");

    /** Marks of addresses, which have names only since HTML 5. */
    private static final Map<String, String> MARKS = Map.ofEntries(
            Map.entry("colon", ":"),
            Map.entry("sol", "/"),
            Map.entry("period", "."),
            Map.entry("commat", "@"),
            Map.entry("num", "#"),
            Map.entry("quest", "?"),
            Map.entry("equals", "="),
            Map.entry("percnt", "%"),
            Map.entry("lowbar", "_"),
            Map.entry("UnderBar", "_"),
            Map.entry("hyphen", "\u2010"),
            Map.entry("plus", "+"),
            Map.entry("comma", ","),
            Map.entry("semi", ";"),
            Map.entry("excl", "!"),
            Map.entry("lpar", "("),
            Map.entry("rpar", ")"),
            Map.entry("lsqb", "["),
            Map.entry("rsqb", "]"),
            Map.entry("lbrack", "["),
            Map.entry("rbrack", "]"),
            Map.entry("apos", "'"),
            Map.entry("Tab", "\t"),
            Map.entry("NewLine", "\n"));

    private Html() {}

    static String decoded(String text) {
        return REFERENCE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(character(found)));
    }

    private static String character(MatchResult found) {
        if (found.group(3) != null) {
            var mark = MARKS.get(found.group(3));
            return mark == null ? HtmlUtils.htmlUnescape(found.group()) : mark;
        }
        var point = found.group(1) == null ? Integer.parseInt(found.group(2), 16) : Integer.parseInt(found.group(1));
        return Character.isValidCodePoint(point) && point > 0 ? Character.toString(point) : "\uFFFD";
    }
}
