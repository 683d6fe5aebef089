package noroshi.demo;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import noroshi.topic.Level;

/** How often each bulletin is opened at each level, day by day, so that the sums are those of the rankings. */
final class Demand {
    /** At most this share of a day's views goes to bulletins; the rest is for what members write. */
    private static final double MOST_OF_A_DAY = 0.75;
    /** What is left of a reading day, in hours, when something appears. */
    private static final double READING_DAY = 13;

    private static final int EVENING = 22;

    private final List<Days> days;
    private final Map<LocalDate, Integer> places = new HashMap<>();
    private final int[] room;
    private final Map<String, int[]> written = new HashMap<>();
    private final List<List<Share>> shares = new ArrayList<>();

    /** So many openings on one day. */
    record Share(Post bulletin, Level level, int times) {}

    Demand(List<Days> days, List<Post> posts, List<Remark> remarks) {
        this.days = days.stream().filter(Days::described).toList();
        this.room = this.days.stream()
                .mapToInt(day -> (int) (day.views() * MOST_OF_A_DAY))
                .toArray();
        for (int i = 0; i < this.days.size(); i++) {
            places.put(this.days.get(i).date(), i);
            shares.add(new ArrayList<>());
        }
        remarks.stream().filter(remark -> remark.post().bulletin()).forEach(this::opened);
        var totals = Papers.read("rankings").stream().collect(toMap(line -> line.text("bulletin"), line -> line));
        posts.stream()
                .filter(Post::bulletin)
                .sorted(Comparator.comparing(Post::publishedAt).reversed())
                .forEach(bulletin -> {
                    var total = Objects.requireNonNull(totals.get(bulletin.code()));
                    divide(bulletin, Level.PRO, total.number("pro_views"));
                    divide(bulletin, Level.GENERAL, total.number("general_views"));
                });
    }

    List<Share> on(Days day) {
        var place = places.get(day.date());
        return place == null ? List.of() : shares.get(place);
    }

    /** Who comments has opened it on that day, at their own level. */
    private void opened(Remark remark) {
        var level = levelOf(remark.author());
        written.computeIfAbsent(key(remark.post(), level), bulletin -> new int[days.size()])[place(remark.at())]++;
    }

    static Level levelOf(Person person) {
        return person.pro() ? Level.PRO : Level.GENERAL;
    }

    private static String key(Post bulletin, Level level) {
        return bulletin.code() + level;
    }

    private int place(Instant at) {
        return Objects.requireNonNull(places.get(LocalDate.ofInstant(at, Calendar.ZONE)));
    }

    /** The latest bulletins are divided first: they have the fewest days to choose from. */
    private void divide(Post bulletin, Level level, int total) {
        var parts =
                written.getOrDefault(key(bulletin, level), new int[days.size()]).clone();
        var left = total;
        for (int i = 0; i < parts.length; i++) {
            left -= parts[i];
            room[i] -= parts[i];
        }
        var weights = weights(bulletin);
        while (left > 0) {
            var wanted = Days.divide(left, weights);
            for (int i = 0; i < parts.length; i++) {
                var given = Math.min(wanted[i], Math.max(0, room[i]));
                parts[i] += given;
                room[i] -= given;
                left -= given;
                weights[i] = room[i] > 0 ? weights[i] : 0;
            }
        }
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] > 0) {
                shares.get(i).add(new Share(bulletin, level, parts[i]));
            }
        }
    }

    private double[] weights(Post bulletin) {
        var first = place(bulletin.publishedAt());
        var weights = new double[days.size()];
        for (int i = first; i < weights.length; i++) {
            weights[i] = interest(bulletin.important(), i - first)
                    * Math.sqrt(days.get(i).views());
        }
        weights[first] *= dayLeft(bulletin);
        for (var issue : bulletin.issues().subList(1, bulletin.issues().size())) {
            weights[place(issue.at())] *= 1.5;
        }
        return weights;
    }

    private static double interest(boolean important, int age) {
        return switch (age) {
            case 0 -> 1;
            case 1 -> important ? .3 : .55;
            case 2 -> important ? .15 : .3;
            default -> (important ? .08 : .15) * Math.exp(-age / 9.0) + .003;
        };
    }

    private static double dayLeft(Post bulletin) {
        var hour = bulletin.publishedAt().atZone(Calendar.ZONE).getHour();
        return Math.clamp((EVENING - hour) / READING_DAY, bulletin.important() ? .5 : .15, 1);
    }
}
