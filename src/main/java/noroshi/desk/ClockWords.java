package noroshi.desk;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the days and the clocks in what people write: 7/23 9:40, 令和8年7月23日 午前9時半ごろ, 23 July 2026, about 9:40 am,
 * 2026-07-23T00:40Z.
 *
 * @param readings in the order in which they stand
 * @param loose how far beside the words it may have been
 * @param open they name a bound, not a time ("before 9:40")
 * @param ends they begin with "until"
 */
record ClockWords(List<Reading> readings, Duration loose, boolean open, boolean ends) {
    private static final Duration ABOUT = Duration.ofMinutes(30);
    private static final int NEAR = 14;
    private static final int REIWA = 2018;
    private static final int DAWN = 5;
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final Pattern NIGHT = Pattern.compile("夜|晩|night|evening");

    private static final ClockWords UNREAD = new ClockWords(List.of(), Duration.ZERO, false, false);

    ClockWords {
        readings = List.copyOf(readings);
    }

    /** A day, a clock, or both, as they were found side by side. */
    record Reading(@Nullable Day day, @Nullable Hour hour) {
        boolean dated() {
            return day != null;
        }

        ZoneId zone(ZoneId site) {
            return hour == null || hour.zone() == null ? site : hour.zone();
        }

        /** The stretch it names; with no day, the nearest such clock. */
        Optional<WrittenTime> at(Instant about, ZoneId site) {
            var written = about.atZone(zone(site)).toLocalDate();
            if (day != null) {
                return day.near(written).flatMap(date -> on(date, site));
            }
            return IntStream.rangeClosed(-1, 1)
                    .mapToObj(days -> on(written.plusDays(days), site))
                    .flatMap(Optional::stream)
                    .min(Comparator.comparing(
                            it -> Duration.between(it.from(), about).abs()));
        }

        Optional<WrittenTime> on(LocalDate date, ZoneId site) {
            if (hour == null) {
                return Optional.of(new WrittenTime(
                        "",
                        date.atStartOfDay(site).toInstant(),
                        date.plusDays(1).atStartOfDay(site).toInstant()));
            }
            var from = date.plusDays(hour.later())
                    .atTime(hour.time())
                    .plusHours(day != null && day.night() ? hour.untilNight() : 0)
                    .atZone(zone(site))
                    .toInstant();
            return Optional.of(new WrittenTime("", from, from.plus(hour.precision())));
        }
    }

    /**
     * @param back how many days before the day of writing; else the rest says which day
     * @param night its evening and the night that follows
     */
    private record Day(
            @Nullable Integer back,
            @Nullable Integer year,
            @Nullable Integer month,
            int day,
            boolean night) {
        Optional<LocalDate> near(LocalDate written) {
            if (back != null) {
                return Optional.of(written.minusDays(back));
            }
            return IntStream.rangeClosed(-1, 1)
                    .mapToObj(step -> month == null
                            ? date(
                                    written.plusMonths(step).getYear(),
                                    written.plusMonths(step).getMonthValue())
                            : date(year == null ? written.getYear() + step : year, month))
                    .flatMap(Optional::stream)
                    .min(Comparator.comparingLong(it -> Math.abs(it.toEpochDay() - written.toEpochDay())));
        }

        private Optional<LocalDate> date(int ofYear, int ofMonth) {
            try {
                return Optional.of(LocalDate.of(ofYear, ofMonth, day));
            } catch (DateTimeException never) {
                return Optional.empty();
            }
        }
    }

    /**
     * @param later a day later, as in 25:30
     * @param ahead its zone stood before it
     */
    private record Hour(
            LocalTime time,
            int later,
            Duration precision,
            @Nullable ZoneId zone,
            boolean ahead) {
        /** 昨夜11時 was before midnight, and 昨夜1時 after it. */
        int untilNight() {
            return time.getHour() < DAWN ? 24 : time.getHour() < 12 ? 12 : 0;
        }
    }

    private record Found(
            int start, int end, @Nullable Day day, @Nullable Hour hour) {
        Stream<Hour> clock() {
            return Stream.ofNullable(hour);
        }

        /** The clock, if it has one, as a clock of this zone. */
        Found in(ZoneId zone) {
            return hour == null
                    ? this
                    : new Found(start, end, day, new Hour(hour.time(), hour.later(), hour.precision(), zone, false));
        }

        /** A clock that has more than one reading, or whose zone nobody knows. */
        boolean unread() {
            return day == null && hour == null;
        }
    }

    static ClockWords of(String words) {
        var text = Normalizer.normalize(words, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip();
        var rest = new StringBuilder(text);
        var found = new ArrayList<Found>();
        TimePatterns.DAYS.forEach(
                pattern -> take(rest, pattern, found, it -> new Found(it.start(), it.end(), day(it), null)));
        TimePatterns.CLOCKS.forEach(pattern ->
                take(rest, pattern, found, it -> new Found(it.start(), it.end(), null, hour(it).orElse(null))));
        if (TimePatterns.UNSURE.matcher(text).find() || found.stream().anyMatch(Found::unread)) {
            return UNREAD;
        }
        found.sort(Comparator.comparingInt(Found::start));
        return new ClockWords(
                paired(oneZone(text, found)),
                loose(text, found) ? ABOUT : Duration.ZERO,
                TimePatterns.OPEN.matcher(text).find(),
                TimePatterns.ENDS.matcher(text).find());
    }

    private static boolean loose(String text, List<Found> found) {
        return TimePatterns.LOOSE.matcher(text).find()
                || found.stream()
                        .anyMatch(it -> text.substring(it.start(), it.end()).contains("約")
                                || TimePatterns.ABOUT_TO_COME
                                        .matcher(text.substring(0, it.start()))
                                        .find()
                                || TimePatterns.ABOUT_BEFORE
                                        .matcher(text.substring(it.end()))
                                        .find());
    }

    /** What one pattern has taken, no other finds again. */
    private static void take(StringBuilder rest, Pattern pattern, List<Found> found, Function<Matcher, Found> take) {
        var it = pattern.matcher(rest.toString());
        while (it.find()) {
            found.add(take.apply(it));
            for (int i = it.start(); i < it.end(); i++) {
                rest.setCharAt(i, ' ');
            }
        }
    }

    /** From one clock until another is said in one zone, whether it stands before both, between them, or behind both. */
    private static List<Found> oneZone(String text, List<Found> found) {
        var clocks = found.stream().filter(it -> it.hour() != null).toList();
        if (clocks.size() != 2
                || !TimePatterns.UNTIL
                        .matcher(text.substring(
                                clocks.getFirst().end(), clocks.getLast().start()))
                        .find()) {
            return found;
        }
        var zones = clocks.stream()
                .flatMap(Found::clock)
                .flatMap(it -> Stream.ofNullable(it.zone()))
                .toList();
        return zones.size() != 1 || clocks.getLast().clock().anyMatch(Hour::ahead)
                ? found
                : found.stream().map(it -> it.in(zones.getFirst())).toList();
    }

    /** A clock belongs to the day that stands right before it, or, where none does, right after it. */
    private static List<Reading> paired(List<Found> found) {
        var readings = new ArrayList<Reading>();
        for (int i = 0; i < found.size(); i++) {
            var it = found.get(i);
            var next = i + 1 < found.size() ? found.get(i + 1) : null;
            if (next != null && (it.day() == null) != (next.day() == null) && next.start() - it.end() <= NEAR) {
                var day = it.day() == null ? next.day() : it.day();
                readings.add(new Reading(day, it.hour() == null ? next.hour() : it.hour()));
                i++;
            } else {
                readings.add(new Reading(it.day(), it.hour()));
            }
        }
        return readings;
    }

    private static Day day(Matcher it) {
        var back = group(it, "back");
        if (back != null) {
            return new Day(back(back), null, null, 1, NIGHT.matcher(back).find());
        }
        var era = group(it, "era");
        var year = era == null
                ? number(group(it, "y"))
                : Integer.valueOf(REIWA + (era.equals("元") ? 1 : Integer.parseInt(era)));
        var name = group(it, "name");
        var month = name == null ? number(group(it, "m")) : Integer.valueOf(MONTHS.indexOf(name) / 3 + 1);
        return new Day(null, year, month, Integer.parseInt(it.group("d")), false);
    }

    private static int back(String word) {
        return switch (word) {
            case "一昨日", "おととい" -> 2;
            case "昨日", "昨夜", "昨晩", "きのう", "yesterday", "last night" -> 1;
            default -> 0;
        };
    }

    private static Optional<Hour> hour(Matcher it) {
        var zones = Stream.of("before", "zone")
                .flatMap(name -> Optional.ofNullable(group(it, name)).stream())
                .toList();
        var where = zones.stream().findFirst().flatMap(TimePatterns::zoneOf);
        if (zones.size() > 1 || !zones.isEmpty() && where.isEmpty()) {
            return Optional.empty();
        }
        var ahead = group(it, "before") != null;
        if (group(it, "noon") != null) {
            return Optional.of(new Hour(LocalTime.NOON, 0, Duration.ofMinutes(1), where.orElse(null), ahead));
        }
        int hour = Integer.parseInt(it.group("h"));
        var minutes = number(group(it, "min"));
        var half = group(it, "thirty") != null;
        var said = Optional.ofNullable(group(it, "half")).orElse("")
                + Optional.ofNullable(group(it, "m")).orElse("");
        var night = said.startsWith("夜") || said.startsWith("深夜");
        if (night && hour == 12) {
            return Optional.empty();
        }
        if ((said.startsWith("午後") || said.startsWith("夕") || said.startsWith("p") || (night && hour >= DAWN))
                && hour < 12) {
            hour += 12;
        } else if ((said.startsWith("a") || said.startsWith("午前")) && hour == 12) {
            hour = 0;
        }
        var time = LocalTime.of(hour % 24, half ? 30 : minutes == null ? 0 : minutes);
        var whole = minutes == null && !half;
        return Optional.of(new Hour(time, hour / 24, Duration.ofMinutes(whole ? 60 : 1), where.orElse(null), ahead));
    }

    private static @Nullable Integer number(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? null : Integer.valueOf(digits);
    }

    private static @Nullable String group(Matcher it, String name) {
        return it.namedGroups().containsKey(name) ? it.group(name) : null;
    }
}
