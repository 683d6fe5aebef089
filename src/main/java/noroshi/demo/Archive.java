package noroshi.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import noroshi.demo.Papers.Line;
import noroshi.topic.Kind;
import noroshi.topic.Text;

/** The months before the described weeks: short synthetic topics and comments, as many as the totals say. */
final class Archive {
    private static final Duration OPENING = Duration.ofMinutes(8 * 60 + 30);
    private static final int OFFICE_MINUTES = 10 * 60;
    private static final Duration CLOSING = Duration.ofHours(22);
    private static final int LATEST_TALKED_ABOUT = 40;
    private static final double WITH_CLOSING_WORDS = 0.4;
    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");

    private final World world;
    private final SplittableRandom chance;
    private final List<Line> subjects = Papers.read("archive");
    private final int weights =
            subjects.stream().mapToInt(line -> line.number("weight")).sum();
    private final Map<String, List<String>> words = column("archive_words", "kind", "word");
    private final Map<String, List<String>> replies = column("archive_comments", "about", "body");
    private final Map<String, String> about = new HashMap<>();
    private final Set<String> answered = new HashSet<>();
    final List<Post> posts = new ArrayList<>();
    final List<Remark> comments = new ArrayList<>();

    Archive(World world, SplittableRandom chance) {
        this.world = world;
        this.chance = chance;
    }

    private static Map<String, List<String>> column(String paper, String key, String value) {
        return Papers.read(paper).stream()
                .collect(groupingBy(line -> line.text(key), mapping(line -> line.text(value), toList())));
    }

    void fill(List<Days> days) {
        for (var day : days) {
            if (!day.described()) {
                var start = Calendar.start(day.date());
                for (int i = 0; i < day.posts(); i++) {
                    posts.add(post(day.date(), start.plus(OPENING).plus(part(OFFICE_MINUTES, i, day.posts()))));
                }
                for (int i = 0; i < day.comments(); i++) {
                    comments.add(comment(start));
                }
            }
        }
    }

    /** Spreads the posts of a day over it, in their order. */
    private Duration part(int minutes, int place, int of) {
        return Duration.ofSeconds((long) ((place + chance.nextDouble()) * minutes * 60 / of));
    }

    private Post post(LocalDate day, Instant at) {
        var subject = subject();
        var circle = world.circle(subject.text("community"));
        var filled = new HashMap<String, String>();
        var post = Post.plain(
                "a" + posts.size(),
                subject.yes("question") ? Kind.QUESTION : Kind.POST,
                subject.text("information_kind"),
                subject.text("tlp"),
                false,
                author(subject.text("author"), circle, at),
                circle,
                at,
                new Text(fill(subject.text("title"), day, filled), fill(subject.text("body"), day, filled)));
        about.put(post.code(), subject.text("about"));
        return post;
    }

    private Line subject() {
        var drawn = chance.nextInt(weights);
        for (var line : subjects) {
            drawn -= line.number("weight");
            if (drawn < 0) {
                return line;
            }
        }
        throw new IllegalStateException("weights do not add up");
    }

    private Person author(String kind, Circle circle, Instant at) {
        return switch (kind) {
            case "lead" -> circle.lead().since().isAfter(at) ? first(circle) : circle.lead();
            case "centre" -> member(circle, at, Organisation::centre);
            case "vendor" -> member(circle, at, Organisation::vendor);
            case "agency" ->
                member(circle, at, organisation -> organisation.category().equals("SECURITY_AGENCY"));
            default -> member(circle, at, organisation -> !organisation.centre());
        };
    }

    private Person member(Circle circle, Instant at, Predicate<Organisation> of) {
        var there = circle.members().stream()
                .filter(person -> !person.since().isAfter(at) && of.test(person.organisation()))
                .toList();
        return there.isEmpty() ? first(circle) : there.get(chance.nextInt(there.size()));
    }

    private static Person first(Circle circle) {
        return Collections.min(circle.members(), Comparator.comparing(Person::since));
    }

    /** Fills the blanks; the same blank gets the same word in title and body. */
    private String fill(String text, LocalDate day, Map<String, String> filled) {
        return BLANK.matcher(text).replaceAll(blank -> filled.computeIfAbsent(blank.group(1), kind -> word(kind, day)));
    }

    private String word(String kind, LocalDate day) {
        return switch (kind) {
            case "md" -> Calendar.shown(day);
            case "n" -> Integer.toString(2 + chance.nextInt(8));
            case "m" -> Integer.toString(10 + chance.nextInt(80));
            case "no" -> "第 " + (posts.size() + 1);
            default -> pick(words, kind);
        };
    }

    private String pick(Map<String, List<String>> from, String kind) {
        var choice = Objects.requireNonNull(from.get(kind), kind);
        return choice.get(chance.nextInt(choice.size()));
    }

    private Remark comment(Instant start) {
        var post = posts.get(Math.max(0, posts.size() - 1 - chance.nextInt(LATEST_TALKED_ABOUT)));
        var from = post.publishedAt().isAfter(start) ? post.publishedAt() : start.plus(OPENING);
        var until = start.plus(CLOSING);
        var at = from.plusSeconds(
                60 + chance.nextLong(Duration.between(from, until).toSeconds() - 60));
        var author = member(post.circle(), at, organisation -> true);
        var answer = post.kind() == Kind.QUESTION && !author.equals(post.author()) && answered.add(post.code());
        return new Remark(
                Ids.of("comment", post.code() + "/" + comments.size()),
                post,
                author,
                false,
                at,
                0,
                answer,
                said(post, at));
    }

    private String said(Post post, Instant at) {
        var reply = pick(replies, Objects.requireNonNull(about.get(post.code())));
        var whole = chance.nextDouble() < WITH_CLOSING_WORDS ? reply + pick(replies, "closing") : reply;
        return fill(whole, LocalDate.ofInstant(at, Calendar.ZONE), new HashMap<>());
    }
}
