package noroshi.demo;

import static java.util.stream.Collectors.toMap;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import noroshi.demo.Papers.Line;
import noroshi.topic.Kind;
import noroshi.topic.Text;

/** The notices of the described weeks: what each organisation was told, when it was opened, and what it answered. */
final class Notices {
    private static final Duration SINCE_SEEN = Duration.ofMinutes(35);
    private static final Duration TO_FINISH = Duration.ofHours(20);
    private static final Duration LONG_WORK = Duration.ofDays(30);

    private final World world;
    private final List<Sent> sent;

    /**
     * One notice.
     *
     * @param asset the registered asset where it was seen, if it is one
     * @param viewedAt when its window opened it first
     * @param answers what was answered, in order
     */
    record Sent(
            Post post,
            Line line,
            Line words,
            Person reader,
            String place,
            Optional<UUID> asset,
            Optional<Instant> viewedAt,
            List<Reply> answers) {
        Instant dueAt() {
            return post.publishedAt().plus(Duration.ofHours(line.number("due_hours")));
        }

        Optional<Reply> last() {
            return answers.isEmpty() ? Optional.empty() : Optional.of(answers.getLast());
        }
    }

    /** One answer. */
    record Reply(String kind, String words, Instant at, Optional<Instant> until, boolean late) {}

    Notices(World world, Holdings holdings) {
        this.world = world;
        var texts = Papers.read("notice_texts").stream().collect(toMap(line -> line.text("text"), Function.identity()));
        this.sent = Papers.read("notices").stream()
                .map(line -> sent(line, Objects.requireNonNull(texts.get(line.text("text"))), holdings))
                .toList();
    }

    List<Sent> all() {
        return sent;
    }

    List<Post> posts() {
        return sent.stream().map(Sent::post).toList();
    }

    private Sent sent(Line line, Line words, Holdings holdings) {
        var calendar = world.calendar();
        var code = line.text("organisation");
        var at = calendar.at(line.text("sent"));
        var window = window(code);
        var text = new Text(
                calendar.moved(words.text("title")),
                calendar.moved(words.text("what")) + "\n\n" + calendar.moved(words.text("advice")));
        var post = Post.plain(
                line.text("code"),
                Kind.NOTICE,
                "OBSERVATION_ANALYSIS",
                "AMBER_STRICT",
                false,
                world.person("dana"),
                window,
                at,
                text);
        var named = line.text("place");
        var own = named.equals("url") || named.equals("ip")
                ? Optional.of(holdings.first(code, named.equals("url")))
                : Optional.<Holdings.Kept>empty();
        return new Sent(
                post,
                line,
                words,
                window.lead(),
                own.map(kept -> kept.value().shown()).orElse(named),
                own.map(Holdings.Kept::id),
                line.optional("view_minutes").map(minutes -> after(at, minutes)),
                answers(line, words, at));
    }

    /** To whom a notice is addressed: those who keep the organisation's window. */
    private Circle window(String organisation) {
        var holders = world.people().stream()
                .filter(person ->
                        person.window() && person.organisation().code().equals(organisation))
                .toList();
        return new Circle(
                Offices.id("window", organisation), "window/" + organisation, false, holders.getFirst(), holders);
    }

    private static Instant after(Instant at, String minutes) {
        return at.plus(Duration.ofMinutes(Integer.parseInt(minutes)));
    }

    private static List<Reply> answers(Line line, Line words, Instant sent) {
        var answers = new ArrayList<Reply>();
        var due = sent.plus(Duration.ofHours(line.number("due_hours")));
        var at = line.optional("answer_minutes")
                .map(minutes -> after(sent, minutes))
                .orElse(sent);
        for (var kind : line.text("answer").split(">")) {
            if (!kind.isEmpty()) {
                var alone = line.text("answer").equals("working");
                var until = Optional.of(at.plus(alone ? LONG_WORK : TO_FINISH)).filter(it -> kind.equals("working"));
                var late = answers.isEmpty() && at.isAfter(due);
                answers.add(new Reply(kind, words.text(kind), at, until, late));
                at = at.plus(TO_FINISH.dividedBy(2));
            }
        }
        return answers;
    }

    void put(Connection database) throws SQLException {
        notices(database);
        places(database);
        entries(database);
        try (var table = new Table(database, "topic.audience", "topic", "principal")) {
            for (var one : sent) {
                table.row(
                        one.post().id(), Offices.id("duty_desk", world.centre().code()));
            }
        }
    }

    private void notices(Connection database) throws SQLException {
        try (var table = new Table(
                database,
                "notice.notice",
                "topic",
                "organisation",
                "finding",
                "severity",
                "what",
                "advice",
                "observer",
                "seen_at",
                "sent_by",
                "sent_at",
                "due_at",
                "state",
                "round",
                "until_at",
                "first_answer_at",
                "remind_at",
                "second_at",
                "call_at",
                "synthetic")) {
            for (var one : sent) {
                notice(table, one);
            }
        }
    }

    private void notice(Table table, Sent one) throws SQLException {
        var calendar = world.calendar();
        var at = one.post().publishedAt();
        var state = one.last().map(Reply::kind).orElse("open");
        var until = one.last().flatMap(Reply::until);
        var time = Duration.between(at, one.dueAt());
        var settled = state.equals("done") || state.equals("not_affected");
        var first = settled ? Optional.<Instant>empty() : until.or(() -> Optional.of(at.plus(time.dividedBy(2))));
        var second = first.map(it -> until.isPresent() ? it.plus(TO_FINISH) : it.plus(time.dividedBy(4)));
        table.row(
                one.post().id(),
                one.reader().organisation().id(),
                one.words().text("finding"),
                one.line().number("severity"),
                calendar.moved(one.words().text("what")),
                calendar.moved(one.words().text("advice")),
                one.words().text("observer"),
                at.minus(SINCE_SEEN),
                one.post().author().id(),
                at,
                one.dueAt(),
                state,
                one.answers().size() + 1,
                until,
                one.answers().stream().findFirst().map(Reply::at),
                first,
                second,
                second.map(it -> until.isPresent() ? it.plus(TO_FINISH) : one.dueAt()),
                true);
    }

    private void places(Connection database) throws SQLException {
        try (var table = new Table(database, "notice.place", "topic", "number", "shown", "asset")) {
            for (var one : sent) {
                table.row(one.post().id(), 1, one.place(), one.asset());
            }
        }
    }

    private void entries(Connection database) throws SQLException {
        try (var table = new Table(
                database,
                "notice.entry",
                "topic",
                "round",
                "kind",
                "words",
                "until_at",
                "by",
                "organisation",
                "at",
                "late")) {
            for (var one : sent) {
                var round = 0;
                for (var reply : one.answers()) {
                    table.row(
                            one.post().id(),
                            ++round,
                            reply.kind(),
                            reply.words(),
                            reply.until(),
                            one.reader().id(),
                            one.reader().organisation().id(),
                            reply.at(),
                            reply.late());
                }
            }
        }
    }
}
