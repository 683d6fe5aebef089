package noroshi.sanitised;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import noroshi.bulletin.Copy;
import noroshi.sanitised.Finding.Kind;

/** Looks for words that say whose a matter was, and puts others in their place. It suggests; people decide. */
final class Scrubber {
    private static final int SHORTEST_NAME = 2;
    private static final Pattern MAIL =
            Pattern.compile("[\\w.+-]{1,64}(?:@|\\[at\\])[\\w-]{1,63}(?:(?:\\.|\\[\\.\\])[\\w-]{1,63}){1,5}");
    private static final Pattern DOMAIN = Pattern.compile(
            "(?<![\\w.@-])(?:[a-zA-Z0-9][a-zA-Z0-9-]{0,62}(?:\\.|\\[\\.\\])){1,5}[a-zA-Z]{2,20}(?![\\w-])");
    private static final Pattern PHONE = Pattern.compile("(?<!\\d)0\\d{1,4}[-(（ ]\\d{1,4}[-)） ]\\d{3,4}(?!\\d)");
    private static final Pattern INTERNAL = Pattern.compile(
            "(?<![\\d.])(?:10\\.\\d{1,3}|192\\.168|172\\.(?:1[6-9]|2\\d|3[01]))\\.\\d{1,3}\\.\\d{1,3}(?![\\d.])");
    private static final Pattern PLACE = Pattern.compile(
            "〒\\d{3}-\\d{4}|(?:東京都|北海道|京都府|大阪府|[\\u4E00-\\u9FFF]{2,3}県)(?:[\\u4E00-\\u9FFF]{1,5}[市区町村])?");
    private static final Pattern REFERENCE = Pattern.compile("D-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}");
    private static final Pattern TIME =
            Pattern.compile("(?:午前|午後)?(?<!\\d)(\\d{1,2})(?:時\\d{1,2}分|:\\d{2}(?::\\d{2})?)(?!\\d)(?:ごろ|頃)?");
    private static final Pattern DATE =
            Pattern.compile("(?<!\\d)(?:(\\d{4})年|(\\d{4})[-/.])?(\\d{1,2})(?:月(\\d{1,2})日|[-/](\\d{1,2})(?![-/\\d]))");

    private Scrubber() {}

    static List<Finding> look(Copy copy, Facts facts) {
        var found = new LinkedHashMap<String, Finding>();
        var words = String.join("\n", texts(copy));
        names(found, words, facts.names(), Kind.ORGANISATION, "ある組織");
        names(found, words, facts.others(), Kind.OTHER_ORGANISATION, "別の組織");
        names(found, words, facts.people(), Kind.PERSON, "担当者");
        names(found, words, facts.systems(), Kind.SYSTEM, "業務システム");
        names(found, words, facts.assets(), Kind.ASSET, "（登録資産）");
        patterns(found, words, facts);
        return List.copyOf(found.values());
    }

    private static void patterns(Map<String, Finding> found, String words, Facts facts) {
        match(found, words, MAIL, Kind.MAIL, _ -> "（メールアドレス）");
        match(found, words, PHONE, Kind.PHONE, _ -> "（電話番号）");
        match(found, words, INTERNAL, Kind.ADDRESS, _ -> "（内部アドレス）");
        match(found, words, REFERENCE, Kind.REFERENCE, _ -> "");
        match(found, words, PLACE, Kind.PLACE, _ -> "");
        match(found, words, DATE, Kind.DATE, Scrubber::coarse);
        match(found, words, TIME, Kind.TIME, _ -> "ある時間帯");
        var stated = facts.stated().stream().map(Scrubber::plain).toList();
        DOMAIN.matcher(words)
                .results()
                .map(hit -> hit.group())
                .filter(domain -> !stated.contains(plain(domain)))
                .filter(domain -> found.keySet().stream().noneMatch(known -> known.contains(domain)))
                .forEach(domain -> found.putIfAbsent(domain, new Finding(Kind.DOMAIN, domain, "")));
    }

    private static void match(
            Map<String, Finding> found, String words, Pattern pattern, Kind kind, UnaryOperator<String> instead) {
        pattern.matcher(words)
                .results()
                .map(hit -> hit.group())
                .forEach(hit -> found.putIfAbsent(hit, new Finding(kind, hit, instead.apply(hit))));
    }

    /** A name is found however it is written: in any case, and with what a browser would not open. */
    private static void names(
            Map<String, Finding> found, String words, Collection<String> names, Kind kind, String instead) {
        names.stream()
                .map(String::strip)
                .filter(name -> name.length() >= SHORTEST_NAME)
                .sorted((one, other) -> other.length() - one.length())
                .forEach(name -> spelled(name)
                        .matcher(words)
                        .results()
                        .map(hit -> hit.group())
                        .filter(hit -> found.keySet().stream().noneMatch(known -> known.contains(hit)))
                        .forEach(hit -> found.putIfAbsent(hit, new Finding(kind, hit, instead))));
    }

    private static Pattern spelled(String name) {
        var letters = Pattern.quote(name).replace(".", "\\E(?:\\.|\\[\\.\\])\\Q");
        var bounded = name.chars().allMatch(letter -> letter < 128) ? "(?<![\\w])" + letters + "(?![\\w])" : letters;
        return Pattern.compile(bounded, Pattern.CASE_INSENSITIVE);
    }

    /** The third of the month is coarse enough to learn from and too coarse to look up. */
    private static String coarse(String date) {
        var parts = DATE.matcher(date);
        if (!parts.matches()) {
            return "";
        }
        var year = parts.group(1) == null ? parts.group(2) : parts.group(1);
        var day = Integer.parseInt(parts.group(4) == null ? parts.group(5) : parts.group(4));
        var third = day <= 10 ? "上旬" : day <= 20 ? "中旬" : "下旬";
        return (year == null ? "" : year + "年") + Integer.parseInt(parts.group(3)) + "月" + third;
    }

    private static String plain(String value) {
        return value.replace("[.]", ".").toLowerCase(Locale.ROOT);
    }

    /** The copy with each of the findings replaced, wherever it stands; what has no replacement is left out. */
    static Copy replace(Copy copy, Collection<Finding> findings) {
        var longestFirst = findings.stream()
                .sorted((one, other) -> other.found().length() - one.found().length())
                .toList();
        return rewrite(copy, text -> {
            var written = text;
            for (var finding : longestFirst) {
                written = written.replace(finding.found(), finding.instead());
            }
            return written;
        });
    }

    private static Copy rewrite(Copy copy, UnaryOperator<String> change) {
        var general = copy.general();
        return new Copy(
                new Copy.Pro(
                        change.apply(copy.pro().title()),
                        change.apply(copy.pro().body())),
                new Copy.General(
                        change.apply(general.title()),
                        change.apply(general.sentence()),
                        general.steps().stream()
                                .map(step -> new Copy.Step(change.apply(step.what()), change.apply(step.detail())))
                                .toList(),
                        change.apply(general.concern()),
                        change.apply(general.staffText())),
                change.apply(copy.indicators()),
                copy.source(),
                copy.confidence(),
                change.apply(copy.notePro()),
                change.apply(copy.noteGeneral()),
                change.apply(copy.safeSubject()));
    }

    static List<String> texts(Copy copy) {
        var general = copy.general();
        var steps = IntStream.range(0, general.steps().size())
                .mapToObj(n -> general.steps().get(n).what() + "\n"
                        + general.steps().get(n).detail())
                .toList();
        return List.of(
                copy.pro().title(),
                copy.pro().body(),
                general.title(),
                general.sentence(),
                String.join("\n", steps),
                general.concern(),
                general.staffText(),
                copy.indicators(),
                copy.notePro(),
                copy.noteGeneral(),
                copy.safeSubject());
    }
}
