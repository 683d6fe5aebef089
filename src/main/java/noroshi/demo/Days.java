package noroshi.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * What each day has to reach: the described days exactly as they are, the months before them divided into days.
 *
 * @param described whether the day is one of the described ones; before them everything is synthetic
 */
record Days(LocalDate date, int logins, int views, int posts, int comments, boolean described) {
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final double QUIET = 0.3;
    private static final double UNEVEN = 0.3;

    static List<Days> read(Calendar calendar, SplittableRandom chance) {
        var days = new ArrayList<Days>();
        for (var month : Papers.read("earlier")) {
            var dates = calendar.day(month.day("from"))
                    .datesUntil(calendar.day(month.day("to")).plusDays(1))
                    .toList();
            var weights =
                    dates.stream().mapToDouble(date -> weight(date, chance)).toArray();
            var logins = divide(month.number("logins"), weights);
            var views = divide(month.number("views"), weights);
            var posts = divide(month.number("posts"), weights);
            var comments = divide(month.number("comments"), weights);
            for (int i = 0; i < dates.size(); i++) {
                days.add(new Days(dates.get(i), logins[i], views[i], posts[i], comments[i], false));
            }
        }
        for (var day : Papers.read("daily")) {
            days.add(new Days(
                    calendar.day(day.day("date")),
                    day.number("logins"),
                    day.number("views"),
                    day.number("posts"),
                    day.number("comments"),
                    true));
        }
        return days;
    }

    private static double weight(LocalDate date, SplittableRandom chance) {
        return (WEEKEND.contains(date.getDayOfWeek()) ? QUIET : 1) * (1 + UNEVEN * (chance.nextDouble() - 0.5));
    }

    /** Divides a whole number by weights, so that the parts give the whole again. */
    static int[] divide(int whole, double[] weights) {
        var total = 0.0;
        for (var weight : weights) {
            total += weight;
        }
        var parts = new int[weights.length];
        var reached = 0.0;
        var given = 0;
        for (int i = 0; i < weights.length; i++) {
            reached += weights[i];
            parts[i] = (int) Math.round(whole * reached / total) - given;
            given += parts[i];
        }
        return parts;
    }
}
