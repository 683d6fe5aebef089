package noroshi.home;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import noroshi.community.Communities;
import noroshi.community.MyCommunity;
import noroshi.insight.Programmes;
import noroshi.membership.Substitutes;
import noroshi.notice.Notices;
import noroshi.shared.Actor;
import noroshi.topic.Author;
import noroshi.topic.Busy;
import noroshi.topic.Importance;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import noroshi.topic.Lists;
import noroshi.topic.Newest;
import noroshi.topic.TopicRow;
import noroshi.topic.Topics;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of the first page: everything it shows, read in one transaction. */
@Service
@Transactional(readOnly = true)
public class Home {
    private static final int NEWEST = 60;
    private static final int NOTICES = 20;
    private static final int BULLETINS = 15;
    private static final int QUESTIONS = 12;
    private static final int DAYS = 7;

    private final Notices notices;
    private final Topics topics;
    private final Lists lists;
    private final Communities communities;
    private final Teams teams;
    private final Duties duties;
    private final Programmes programmes;
    private final FirstSteps firstSteps;
    private final Substitutes substitutes;
    private final Clock clock;

    Home(
            Notices notices,
            Topics topics,
            Lists lists,
            Communities communities,
            Teams teams,
            Duties duties,
            Programmes programmes,
            FirstSteps firstSteps,
            Substitutes substitutes,
            Clock clock) {
        this.notices = notices;
        this.topics = topics;
        this.lists = lists;
        this.communities = communities;
        this.teams = teams;
        this.duties = duties;
        this.programmes = programmes;
        this.firstSteps = firstSteps;
        this.substitutes = substitutes;
        this.clock = clock;
    }

    /** What concerns the actor today, in the words of their level. */
    public Today today(Level level, ZoneId zone, Actor actor) {
        var waiting = notices.waiting(actor);
        var mine = communities.mineLater(actor);
        var decisions = duties.later(actor);
        var beginning = firstSteps.onHome(actor);
        var standsIn = substitutes.mine(actor);
        var newestOf = lists.newest(
                List.of(
                        Newest.all(NEWEST, level),
                        Newest.of(Kind.QUESTION, QUESTIONS, level),
                        Newest.of(Kind.BULLETIN, BULLETINS, level)),
                actor);
        var newest = newestOf.get(0).stream()
                .filter(row -> row.kind() != Kind.NOTICE)
                .toList();
        var questions = newestOf.get(1);
        var bulletins = important(newestOf.get(2));
        var addressed = newest.stream()
                .filter(row -> row.direct()
                        && row.kind() != Kind.BULLETIN
                        && !by(actor).test(row))
                .toList();
        var elsewhere = new HashSet<>(bulletins);
        elsewhere.addAll(addressed);
        return new Today(
                waiting.get() == 0 ? List.of() : notices.waiting(NOTICES, actor),
                bulletins,
                addressed,
                newest.stream().filter(row -> !elsewhere.contains(row)).toList(),
                open(questions, by(actor).and(row -> row.comments() > 0)),
                open(questions, by(actor).negate()),
                mine.get(),
                teams.of(bulletins, actor),
                weeks(mine.get(), zone, actor),
                programmes.current(actor),
                decisions.get(),
                beginning.get(),
                standsIn.get());
    }

    /** Those still to be read stand first, then those to be confirmed, each the newest first. */
    private static List<TopicRow> important(List<TopicRow> bulletins) {
        return bulletins.stream()
                .filter(row -> row.importance().stream().anyMatch(Importance.IMPORTANT::equals))
                .sorted(Comparator.comparing((TopicRow row) -> !row.unread()).thenComparing(row -> !row.unconfirmed()))
                .toList();
    }

    private static List<TopicRow> open(List<TopicRow> questions, Predicate<TopicRow> whose) {
        return questions.stream().filter(row -> !row.answered()).filter(whose).toList();
    }

    private static Predicate<TopicRow> by(Actor actor) {
        return row ->
                row.author() instanceof Author.Known author && author.person().equals(actor.person());
    }

    private List<Week> weeks(List<MyCommunity> mine, ZoneId zone, Actor actor) {
        var first = LocalDate.now(clock.withZone(zone)).minusDays(DAYS - 1L);
        var ids = mine.stream().map(MyCommunity::id).toList();
        var counts = topics.rhythm(ids, first.atStartOfDay(zone).toInstant(), zone, actor).get().stream()
                .collect(groupingBy(Busy::principal, toMap(Busy::day, Busy::topics)));
        return mine.stream()
                .map(community -> {
                    var days = counts.getOrDefault(community.id(), Map.of());
                    return new Week(
                            community,
                            IntStream.range(0, DAYS)
                                    .map(day -> days.getOrDefault(first.plusDays(day), 0))
                                    .boxed()
                                    .toList());
                })
                .toList();
    }
}
