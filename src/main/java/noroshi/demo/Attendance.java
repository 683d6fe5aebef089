package noroshi.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Who signs in on a day, and when. */
final class Attendance {
    /** Share of a day's arrivals by hour: mornings, after lunch, late afternoon, and the watch at night. */
    private static final double[] BY_HOUR = {
        .4, .3, .2, .2, .3, .6, 1.2, 3, 8, 14, 11, 7, 5, 8, 7, 6, 6, 6, 4, 2.5, 1.8, 1.5, 1, .7
    };

    private static final int HOUR = 3600;
    private static final double KEEN_WINDOW = 3;
    private static final double KEEN_CAST = 8;
    private static final int BEFORE_ACTING = 240;

    private final World world;
    private final SplittableRandom chance;
    private final double[] keenness;
    /** Who must be there because they wrote something: by day, the person's number and their first second. */
    private final Map<LocalDate, Map<Integer, Long>> acts = new HashMap<>();

    /** One person's day: from when they are there. */
    static final class Visit {
        final Person person;
        long since;
        int views;

        private Visit(Person person, long since) {
            this.person = person;
            this.since = since;
        }

        /** Being somewhere earlier than planned means having come earlier. */
        void atLatest(long second) {
            since = Math.min(since, second);
        }
    }

    Attendance(World world, SplittableRandom chance) {
        this.world = world;
        this.chance = chance;
        this.keenness = world.people().stream().mapToDouble(this::keenness).toArray();
    }

    private double keenness(Person person) {
        var own = 0.3 + chance.nextDouble() * chance.nextDouble() * 2;
        var cast = !person.login().contains(".");
        return own * (cast ? KEEN_CAST : person.window() ? KEEN_WINDOW : 1);
    }

    void acts(Person person, Instant at) {
        acts.computeIfAbsent(LocalDate.ofInstant(at, Calendar.ZONE), day -> new HashMap<>())
                .merge(person.number(), at.getEpochSecond(), Math::min);
    }

    /** Exactly as many visits as the day has sign-ins, each by another person. */
    List<Visit> of(Days day) {
        var start = Calendar.start(day.date());
        var written = acts.getOrDefault(day.date(), Map.of());
        var visits = new ArrayList<Visit>();
        written.forEach((number, second) -> visits.add(
                new Visit(world.people().get(number), Math.max(start.getEpochSecond(), second - BEFORE_ACTING))));
        visits.sort(Comparator.comparingInt(visit -> visit.person.number()));
        var others = world.people().stream()
                .filter(person ->
                        !written.containsKey(person.number()) && !person.since().isAfter(start))
                .toList();
        for (var person : draw(others, day.logins() - visits.size())) {
            visits.add(new Visit(person, start.getEpochSecond() + arrival()));
        }
        if (visits.size() != day.logins()) {
            throw new IllegalStateException("too many people wrote on " + day.date());
        }
        return visits;
    }

    /** Weighted drawing without putting back: the smallest of exponential waiting times. */
    private List<Person> draw(List<Person> from, int wanted) {
        record Turn(Person person, double waits) {}
        return from.stream()
                .map(person -> new Turn(person, -Math.log(1 - chance.nextDouble()) / keenness[person.number()]))
                .sorted(Comparator.comparingDouble(Turn::waits))
                .limit(Math.max(0, wanted))
                .map(Turn::person)
                .toList();
    }

    private long arrival() {
        var drawn = chance.nextDouble() * Arrays.stream(BY_HOUR).sum();
        for (int hour = 0; hour < BY_HOUR.length; hour++) {
            drawn -= BY_HOUR[hour];
            if (drawn < 0) {
                return (long) hour * HOUR + chance.nextInt(HOUR);
            }
        }
        return BY_HOUR.length * HOUR - 1L;
    }
}
