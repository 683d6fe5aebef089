package noroshi.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A time as somebody wrote it, and the stretch in which it lies according to their words. The words stand as they were
 * written; the stretch serves to see what contradicts what, and nothing else.
 *
 * @param from the earliest moment that the words allow
 * @param until the first moment that they do not allow any more
 */
public record WrittenTime(String words, Instant from, Instant until) {
    private static final Duration LONGEST_DAY_LATER = Duration.ofHours(12);
    /** Whoever writes more than this tells a story, and a time in it is one of many. */
    private static final int LONGEST = 500;

    /**
     * What the words say, if they say it in a usual way: nothing for "not known yet", nor for words with more than one
     * reading.
     *
     * @param about when they were written, which tells the year or the day that was left out
     * @param zone of the clocks that name no zone
     */
    static Optional<WrittenTime> read(String words, Instant about, ZoneId zone) {
        if (words.length() > LONGEST) {
            return Optional.empty();
        }
        var said = ClockWords.of(words);
        var found = said.readings();
        if (said.open() || found.isEmpty() || found.size() > 2) {
            return Optional.empty();
        }
        var first = found.getFirst().at(about, zone).map(it -> it.loosely(said.loose(), words));
        if (found.size() == 1) {
            return first;
        }
        return first.flatMap(it -> after(it, found.get(1), zone)
                .map(last -> last.loosely(said.loose(), words))
                .filter(last -> !last.until().isBefore(it.until()))
                .map(last -> new WrittenTime(words, it.from(), last.until())));
    }

    /** A beginning and an end that were written into one line. */
    record Span(Optional<WrittenTime> began, Optional<WrittenTime> ended) {
        static final Span UNKNOWN = new Span(Optional.empty(), Optional.empty());
    }

    /** From when until when; other words may follow. */
    static Span span(String words, Instant about, ZoneId zone) {
        if (words.length() > LONGEST) {
            return Span.UNKNOWN;
        }
        var said = ClockWords.of(words);
        var found = said.readings();
        if (found.isEmpty() || found.size() > 2) {
            return Span.UNKNOWN;
        }
        var first = found.getFirst().at(about, zone).map(it -> it.loosely(said.loose(), words));
        if (found.size() == 1) {
            return said.ends() ? new Span(Optional.empty(), first) : new Span(first, Optional.empty());
        }
        return new Span(
                first, first.flatMap(it -> after(it, found.get(1), zone)).map(it -> it.loosely(said.loose(), words)));
    }

    /** A second clock belongs to the day of the first, or to the next where that is a matter of hours. */
    private static Optional<WrittenTime> after(WrittenTime first, ClockWords.Reading second, ZoneId zone) {
        if (second.dated()) {
            return second.at(first.from(), zone);
        }
        return second.on(first.from().atZone(second.zone(zone)).toLocalDate(), zone)
                .map(it -> it.from().isBefore(first.from())
                                && Duration.between(first.from(), it.from().plus(Duration.ofDays(1)))
                                                .compareTo(LONGEST_DAY_LATER)
                                        <= 0
                        ? new WrittenTime(
                                it.words(),
                                it.from().plus(Duration.ofDays(1)),
                                it.until().plus(Duration.ofDays(1)))
                        : it);
    }

    private WrittenTime loosely(Duration by, String as) {
        return new WrittenTime(as.strip(), from.minus(by), until.plus(by));
    }
}
