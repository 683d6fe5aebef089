package noroshi.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The times of a matter as far as its words name them in a usual way. */
record Chronology(Map<Moment, WrittenTime> times) {
    static final Chronology UNKNOWN = new Chronology(Map.of());
    /** Clocks differ by minutes, and nobody is told of that. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private static final Pattern AS_OF = Pattern.compile("現在|時点|(?i:\\bas of\\b)");
    private static final String OCCURRED = "occurred";
    private static final String NOTICED = "noticed";
    private static final String SPAN = "effect_span";

    Chronology {
        times = Map.copyOf(times);
    }

    /**
     * What a text says of times.
     *
     * @param note what an update says that it brings
     * @param was what its last version said: words that stand unchanged mean what they meant when they were written
     * @param before how those were read then; what nobody read then is not read as if it were of today
     */
    static Chronology of(Telling telling, String note, Telling was, Chronology before, Instant now, ZoneId zone) {
        var times = new EnumMap<Moment, WrittenTime>(Moment.class);
        BiConsumer<Moment, Optional<WrittenTime>> keep = (moment, time) -> time.ifPresent(it -> times.put(moment, it));
        Predicate<String> stands = code -> answer(telling, code).equals(answer(was, code));
        for (var read :
                Map.of(OCCURRED, Moment.OCCURRED, NOTICED, Moment.NOTICED).entrySet()) {
            keep.accept(
                    read.getValue(),
                    stands.test(read.getKey())
                            ? before.time(read.getValue())
                            : WrittenTime.read(answer(telling, read.getKey()), now, zone));
        }
        var span = stands.test(SPAN)
                ? new WrittenTime.Span(before.time(Moment.BEGAN), before.time(Moment.ENDED))
                : WrittenTime.span(answer(telling, SPAN), now, zone);
        keep.accept(Moment.BEGAN, span.began());
        keep.accept(Moment.ENDED, span.ended());
        if (AS_OF.matcher(note).find()) {
            keep.accept(Moment.AS_OF, WrittenTime.read(note, now, zone));
        }
        return new Chronology(times);
    }

    private Optional<WrittenTime> time(Moment moment) {
        return Optional.ofNullable(times.get(moment));
    }

    private static String answer(Telling telling, String code) {
        return telling.answers().getOrDefault(code, "").strip();
    }

    /** With the times of another part; a matter tells each of them in one place. */
    Chronology and(Chronology other) {
        var all = new EnumMap<Moment, WrittenTime>(Moment.class);
        all.putAll(other.times);
        all.putAll(times);
        return new Chronology(all);
    }

    /** @param reported when the matter was reported, if it was before */
    List<Contradiction> contradictions(Optional<Instant> reported, Instant now) {
        var found = new ArrayList<Contradiction>();
        compare(Contradiction.Rule.NOTICED_BEFORE, Moment.NOTICED, Moment.OCCURRED, now, found);
        compare(Contradiction.Rule.BEGAN_BEFORE, Moment.BEGAN, Moment.OCCURRED, now, found);
        compare(Contradiction.Rule.ENDED_BEFORE, Moment.ENDED, Moment.OCCURRED, now, found);
        compare(Contradiction.Rule.ENDED_BEFORE_BEGIN, Moment.ENDED, Moment.BEGAN, now, found);
        for (var moment : List.of(Moment.OCCURRED, Moment.NOTICED, Moment.AS_OF)) {
            late(moment, moment == Moment.AS_OF ? Optional.empty() : reported, now)
                    .ifPresent(found::add);
        }
        reported.flatMap(this::older).ifPresent(found::add);
        return found;
    }

    private void compare(Contradiction.Rule rule, Moment early, Moment late, Instant now, List<Contradiction> found) {
        var one = times.get(early);
        var other = times.get(late);
        if (one != null && other != null && !one.until().isAfter(other.from())) {
            found.add(new Contradiction(rule, early, one.words(), other.words(), now));
        }
    }

    private Optional<Contradiction> late(Moment moment, Optional<Instant> reported, Instant now) {
        var it = times.get(moment);
        if (it == null) {
            return Optional.empty();
        }
        if (it.from().isAfter(now.plus(CLOCKS_DIFFER))) {
            return Optional.of(new Contradiction(Contradiction.Rule.FUTURE, moment, it.words(), "", now));
        }
        return reported.filter(at -> it.from().isAfter(at.plus(CLOCKS_DIFFER)))
                .map(at -> new Contradiction(Contradiction.Rule.AFTER_REPORT, moment, it.words(), "", at));
    }

    private Optional<Contradiction> older(Instant reported) {
        return Optional.ofNullable(times.get(Moment.AS_OF))
                .filter(it -> !it.until().isAfter(reported))
                .map(it -> new Contradiction(
                        Contradiction.Rule.OLDER_THAN_REPORT, Moment.AS_OF, it.words(), "", reported));
    }
}
