package noroshi.site;

import gg.jte.Content;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import noroshi.shared.Acting;
import noroshi.shared.RuleBroken;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;

/** What templates may say without asking their page: words, dates, addresses, and who reads. */
public final class Ui {
    private static final ThreadLocal<@Nullable Surroundings> BOUND = new ThreadLocal<>();

    private Ui() {}

    /** Puts a request in reach; gives back what was there before. */
    static @Nullable Surroundings bind(Surroundings surroundings) {
        var before = BOUND.get();
        BOUND.set(surroundings);
        return before;
    }

    static void release(@Nullable Surroundings before) {
        if (before == null) {
            BOUND.remove();
        } else {
            BOUND.set(before);
        }
    }

    static Surroundings here() {
        var bound = BOUND.get();
        if (bound == null) {
            throw new IllegalStateException("no page is being made");
        }
        return bound;
    }

    /** The sentence in the reader's language. */
    public static String text(String key, Object... arguments) {
        return here().tools().words().text(locale(), key, arguments);
    }

    /** Every rule that was broken, one sentence after the other. */
    public static String text(RuleBroken refusal) {
        return refusal.all().stream()
                .map(rule -> text(rule.key(), rule.arguments()))
                .distinct()
                .collect(Collectors.joining(locale().getLanguage().equals("ja") ? "。" : ". "));
    }

    /** The sentence in another language, for the switch itself. */
    public static String textIn(Locale locale, String key) {
        return here().tools().words().text(locale, key);
    }

    /** A sentence of ours that holds markup; arguments are escaped. */
    public static Content rich(String key, Object... arguments) {
        var markup = here().tools().words().markup(locale(), key, arguments);
        return output -> output.writeContent(markup);
    }

    /** The words of a constant: {@code word("topic.kind", Kind.QUESTION)} is the key {@code topic.kind.question}. */
    public static String word(String prefix, Enum<?> constant) {
        return text(prefix + "." + constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    public static Locale locale() {
        return here().locale();
    }

    /** Month, day and weekday. */
    public static String date(Instant at) {
        return date(dates().day(at));
    }

    /** Words one after the other, as the reader's language divides them. */
    public static String listed(List<String> words) {
        return String.join(locale().getLanguage().equals("ja") ? "、" : ", ", words);
    }

    /** Month, day and weekday. */
    public static String date(LocalDate day) {
        return dates().date(day, locale());
    }

    /** Year, month, day and weekday. */
    public static String fullDate(LocalDate day) {
        return dates().fullDate(day, locale());
    }

    /** Year, month, day and weekday. */
    public static String fullDate(Instant at) {
        return fullDate(dates().day(at));
    }

    /** Hours and minutes. */
    public static String time(Instant at) {
        return dates().time(at);
    }

    /** Today 8:55, yesterday 18:20, or date and time. */
    public static String dateTime(Instant at) {
        return dates().dateTime(at, locale());
    }

    /** The time when it is today, else the day: for narrow lists. */
    public static String brief(Instant at) {
        return dates().brief(at, locale());
    }

    /** RFC 3339, for the attribute of a time element. */
    public static String machineTime(Instant at) {
        return dates().machine(at);
    }

    /** Hours and minutes, or days and hours. */
    public static String length(Duration length) {
        return dates().length(length, locale());
    }

    /** When this page is made: to the minute, with its year, as what is printed has to say. */
    public static String printed() {
        return dates().now(locale());
    }

    public static LocalDate today() {
        return dates().today();
    }

    /** The day an instant falls on for the reader. */
    public static LocalDate day(Instant at) {
        return dates().day(at);
    }

    /** With thousands separated. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A bounded count: 50 and more is "50+". */
    public static String bounded(int count) {
        return count >= 50 ? "50+" : Integer.toString(count);
    }

    /** The token every form carries; empty where nothing can be posted. */
    public static String csrf() {
        return here().csrf().map(token -> token.getToken()).orElse("");
    }

    /** The field's name of that token. */
    public static String csrfName() {
        return here().csrf().map(token -> token.getParameterName()).orElse("_csrf");
    }

    /** The field by which a form sent twice is known, and its value on this page. */
    public static String pageField() {
        return OnlyOnce.FIELD;
    }

    public static String pageName() {
        return here().page().toString();
    }

    /** The key under which a browser keeps what this reader types. */
    public static String draftKey(String key) {
        return Acting.current().map(actor -> actor.person() + ":").orElse("") + key;
    }

    /** The path being shown. */
    public static String path() {
        return here().path();
    }

    /** The same page with one parameter set, the others kept. */
    public static String with(String parameter, Object value) {
        return Addresses.with(here().request(), parameter, String.valueOf(value));
    }

    /** The value of a parameter of this page's address, or nothing, also when the address is garbled. */
    public static String parameter(String name) {
        try {
            return Optional.ofNullable(here().request().getParameter(name)).orElse("");
        } catch (InvalidParameterException garbled) {
            return "";
        }
    }

    /** The address of a style sheet, script or image. */
    public static String asset(String path) {
        return here().tools().assets().address(path);
    }

    public static boolean signedIn() {
        return here().reader().isPresent();
    }

    /** The reader's name, or nothing. */
    public static String person() {
        return here().reader().map(Reader::name).orElse("");
    }

    /** The reader's organisation, or nothing. */
    public static String organisation() {
        return here().reader().map(Reader::organisation).orElse("");
    }

    /** The organisations the reader could act for instead. */
    public static List<Reader.Chair> otherSeats() {
        return here().reader().map(Reader::others).orElse(List.of());
    }

    public static Theme theme() {
        return here().reader().map(Reader::theme).orElse(Theme.AUTO);
    }

    /** The level the reader read last. */
    public static Level level() {
        return here().reader().map(Reader::level).orElse(Level.GENERAL);
    }

    public static Notice notice() {
        return here().notice();
    }

    public static Shell shell() {
        return here().shell();
    }

    /** Whether the side navigation leads the reader there. */
    public static boolean leadsTo(String path) {
        return shell().nav().stream().anyMatch(place -> place.path().equals(path));
    }

    /** The platform's name. */
    public static String siteName() {
        return here().tools().settings().site().name();
    }

    /** A page under the site's public name. */
    public static String publicAddress(String path) {
        return here().tools().settings().url().resolve(path).toString();
    }

    /** The Centre's telephone number. */
    public static String hotline() {
        return here().tools().settings().site().hotline();
    }

    /** The ids that describe a field: its error, what stands there now, its hint; nothing when there is none. */
    public static @Nullable String describedBy(String name, String hint, FormErrors errors) {
        var ids = new StringJoiner(" ");
        if (errors.at(name)) {
            ids.add("f-" + name + "-error");
        }
        if (errors.changed(name)) {
            ids.add("f-" + name + "-now");
        }
        if (!hint.isEmpty()) {
            ids.add("f-" + name + "-hint");
        }
        return ids.length() == 0 ? null : ids.toString();
    }

    /** Options from the constants of an enum; labels are {@link #word}. */
    public static List<Choice> choices(String prefix, Enum<?>... constants) {
        return Arrays.stream(constants)
                .map(constant -> new Choice(constant.name(), word(prefix, constant)))
                .toList();
    }

    /** The first letter of a name, for a round mark. */
    public static String initial(String name) {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1));
    }

    /** One of five colours that stays with a name. */
    public static int tint(String name) {
        return Math.floorMod(name.hashCode(), 5);
    }

    private static Dates dates() {
        return here().tools().dates();
    }
}
