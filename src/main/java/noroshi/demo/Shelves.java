package noroshi.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** What each person may read, and what of it catches their eye. */
final class Shelves {
    private static final double GENERAL_ROOM = 0.45;
    private static final double DEPTH = 5;
    /** Who follows a thread opens it again, whether they know it or not. */
    private static final double COMES_BACK = 0.5;

    private static final int PATIENCE = 12;

    private final SplittableRandom chance;
    private final List<List<Row>> rowsOf = new ArrayList<>();
    private final List<BitSet> seen = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** One community's topics in the order of their publication. */
    private record Row(boolean everyone, List<Post> posts, long[] published) {
        static Row of(Circle circle, List<Post> posts) {
            var there = posts.stream()
                    .filter(post -> !post.bulletin() && post.circle().code().equals(circle.code()))
                    .toList();
            return new Row(
                    circle.everyone(),
                    there,
                    there.stream()
                            .map(Post::publishedAt)
                            .mapToLong(Instant::getEpochSecond)
                            .toArray());
        }
    }

    Shelves(World world, List<Post> posts, SplittableRandom chance) {
        this.chance = chance;
        for (int i = 0; i < posts.size(); i++) {
            numbers.put(posts.get(i).code(), i);
        }
        world.people().forEach(person -> {
            rowsOf.add(new ArrayList<>());
            seen.add(new BitSet(posts.size()));
        });
        for (var circle : world.communities()) {
            var row = Row.of(circle, posts);
            circle.members().forEach(member -> rowsOf.get(member.number()).add(row));
        }
    }

    void opened(Person person, Post post) {
        Optional.ofNullable(numbers.get(post.code()))
                .ifPresent(number -> seen.get(person.number()).set(number));
    }

    boolean unseen(Person person, Post post) {
        return !seen.get(person.number()).get(numbers.getOrDefault(post.code(), 0));
    }

    /** A recent topic, rather a new one than one the person knows. */
    Optional<Post> choose(Person person, long second) {
        var rows = rowsOf.get(person.number());
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var row = row(rows);
        var found = Arrays.binarySearch(row.published, second);
        var latest = found < 0 ? -found - 2 : found;
        if (latest < 0) {
            return Optional.empty();
        }
        var place = Math.max(0, latest - (int) (-Math.log(1 - chance.nextDouble()) * DEPTH));
        if (chance.nextDouble() < COMES_BACK) {
            return Optional.of(row.posts.get(place));
        }
        for (int back = place; back >= 0 && back > place - PATIENCE; back--) {
            if (unseen(person, row.posts.get(back))) {
                return Optional.of(row.posts.get(back));
            }
        }
        return Optional.of(row.posts.get(place));
    }

    private Row row(List<Row> rows) {
        if (chance.nextDouble() < GENERAL_ROOM) {
            for (var row : rows) {
                if (row.everyone) {
                    return row;
                }
            }
        }
        return rows.get(chance.nextInt(rows.size()));
    }
}
