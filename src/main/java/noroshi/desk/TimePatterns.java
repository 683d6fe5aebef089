package noroshi.desk;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How days and clocks are written, and the words around them that say how sure they are; in lower case. */
final class TimePatterns {
    private static final String MONTH = "(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";

    static final List<Pattern> DAYS = List.of(
            Pattern.compile("(?:令和|\\br)(?<era>\\d{1,2}|元)[年./](?<m>\\d{1,2})[月./](?<d>\\d{1,2})日?"),
            Pattern.compile("(?<!\\d)(?<y>20\\d\\d) ?[-/.年] ?(?<m>\\d{1,2}) ?[-/.月] ?(?<d>\\d{1,2})(?!\\d)日?"),
            Pattern.compile("(?<![\\d/.:])(?<m>\\d{1,2}) ?(?:/|月) ?(?<d>\\d{1,2})日?(?![\\d/])"),
            Pattern.compile("(?<!\\d)(?<d>\\d{1,2})(?:st|nd|rd|th)? (?:of )?" + MONTH + ",?(?: (?<y>20\\d\\d))?"),
            Pattern.compile("\\b" + MONTH + " (?<d>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:]),?(?: (?<y>20\\d\\d))?"),
            Pattern.compile("(?<back>一昨日|おととい|昨日|昨夜|昨晩|きのう|\\byesterday\\b|\\blast night\\b|今日|本日|今朝|今晩|今夜|\\btoday\\b|"
                    + "\\bthis (?:morning|afternoon|evening)\\b)"),
            Pattern.compile("(?<![\\d/])(?<d>\\d{1,2})日(?!間|後|前|以)"));

    static final List<Pattern> CLOCKS = List.of(
            Pattern.compile(before() + "(?<half>午前|午後|夕方|深夜|夜|\\bam\\b|\\bpm\\b)? ?の? ?"
                    + "(?<![\\d:.])(?<h>[0-2]?\\d):(?<min>[0-5]\\d)(?::[0-5]\\d(?:\\.\\d+)?)?"
                    + "(?!\\d|[:.]\\d) ?(?<m>[ap]\\.?m\\b\\.?)?" + zone()),
            Pattern.compile(before() + "(?<half>午前|午後|夕方|深夜|夜)? ?の? ?(?<!\\d)(?<h>[0-2]?\\d)時(?!間)"
                    + "(?:(?<min>[0-5]?\\d)分|(?<thirty>半))?(?<m>)" + zone()),
            Pattern.compile(before() + "(?<half>)(?<![\\d:.])(?<h>1?\\d)(?<min>) ?(?<m>[ap]\\.?m\\b\\.?)" + zone()),
            Pattern.compile(before() + "(?<noon>正午|\\bnoon\\b)" + zone()));

    static final Pattern LOOSE = Pattern.compile("推定|\\bapprox|\\bca\\.|\\broughly\\b");
    /** 約 makes a time loose that stands right behind it, and other words are written with it too. */
    static final Pattern ABOUT_TO_COME =
            Pattern.compile("(?:(?<![予契制要規条婚解成節集公誓確倹売特先協密盟])約|\\babout|\\baround) ?(?:at |the )?$");

    static final Pattern ABOUT_BEFORE = Pattern.compile("^[ )」]*の?(?:頃|ごろ|ころ|前後)");
    /** What stands between the clocks of a span. */
    static final Pattern UNTIL =
            Pattern.compile("^[ )」]*(?:頃|ごろ|ころ)?[ ,、]*(?:[-‐‑–—―−~〜→]|から|to\\b|until\\b|till\\b|and\\b)");

    static final Pattern OPEN = Pattern.compile("以前|以降|以後|より前|より後|までに|\\bbefore\\b|\\bafter\\b|\\bsince\\b");
    static final Pattern UNSURE =
            Pattern.compile("現地時間|[東西中]部時間|(?<!日本)標準時|夏時間|\\blocal time\\b|\\d:\\d\\d -\\d\\d:[03]0(?![:\\d])");
    static final Pattern ENDS = Pattern.compile("^(?:~|〜|until\\b|till\\b)|^[^ ]*まで");

    private TimePatterns() {}

    /** The zone of these words, if there is one. */
    static Optional<ZoneId> zoneOf(String said) {
        if (said.equals("jst") || said.equals("日本時間")) {
            return Optional.of(ZoneId.of("Asia/Tokyo"));
        }
        var padded = said.replace(" ", "").replaceFirst("(?<=[+-])(?=\\d(?::|$|\\d\\d$))", "0");
        try {
            return Optional.of(ZoneId.of(padded.toUpperCase(Locale.ROOT)));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    /** A zone before its clock, as in "JST 14:00"; a day that stands between them has been taken already. */
    private static String before() {
        return "(?:(?<before>日本時間|\\b(?:jst|(?:utc|gmt)(?: ?[+-]\\d{1,2}(?::?(?:00|30|45))?(?![:\\d]))?|"
                + "[ecmp][sd]t|cet|cest|bst|[ikh]st|ae[sd]t)\\b)[)」]?[ :,の約]{0,24})?";
    }

    /** An offset to the west looks like the end of a span, unless it stands behind a clock as machines write it. */
    private static String zone() {
        return "(?: ?\\(?(?<zone>jst|日本時間|z\\b|(?:utc|gmt)(?: ?[+-]\\d{1,2}(?::?(?:00|30|45))?(?![:\\d]))?|"
                + "\\+\\d\\d:?\\d\\d|-\\d{4}(?!\\d)|"
                + "(?<=t\\d\\d:\\d\\d|:\\d\\d:\\d\\d ?|:\\d\\d\\.\\d{1,9} ?)-\\d\\d:\\d\\d(?![:\\d])|"
                + "(?:[ecmp][sd]t|cet|cest|bst|[ikh]st|ae[sd]t)\\b)\\)?)?";
    }
}
