package noroshi.home;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static noroshi.topic.TopicFilter.Condition.ADDRESSED;
import static noroshi.topic.TopicFilter.Condition.IMPORTANT;
import static noroshi.topic.TopicFilter.Condition.OWN;
import static noroshi.topic.TopicFilter.Condition.UNANSWERED;
import static noroshi.topic.TopicFilter.Condition.UNCONFIRMED;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import noroshi.community.Communities;
import noroshi.community.MyCommunity;
import noroshi.insight.Programmes;
import noroshi.membership.Substitutes;
import noroshi.notice.Notices;
import noroshi.shared.Actor;
import noroshi.topic.Busy;
import noroshi.topic.Importance;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import noroshi.topic.Lists;
import noroshi.topic.TopicFilter;
import noroshi.topic.TopicRow;
import noroshi.topic.Topics;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of the first page: everything it shows, read in one transaction. */
@Service
@Transactional(readOnly = true)
public class Home {
    private static final int COUNTED = 100;
    private static final int SHOWN = 15;
    private static final int NOTICES = 20;
    private static final int DAYS = 7;

    /** What everybody was sent, then what waits for the reader, each to its last. */
    private static final List<TopicFilter> LISTS = List.of(
            TopicFilter.of(Today.NEWEST),
            TopicFilter.of(COUNTED, IMPORTANT, UNCONFIRMED).of(Kind.BULLETIN),
            TopicFilter.of(COUNTED, ADDRESSED, UNANSWERED).of(Kind.POST, Kind.QUESTION),
            TopicFilter.of(COUNTED, UNANSWERED).of(Kind.QUESTION),
            TopicFilter.of(SHOWN, OWN, UNANSWERED).of(Kind.QUESTION),
            TopicFilter.of(SHOWN).of(Kind.BULLETIN));

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
        var found = LISTS.stream().map(filter -> lists.sifted(filter, actor)).toList().stream()
                .map(Supplier::get)
                .toList();
        var rows = lists.rows(
                found.stream()
                        .map(each -> each.first(each == found.getFirst() ? Today.NEWEST : SHOWN))
                        .toList(),
                level,
                actor);
        var important = Waiting.of(found.get(1), rows.get(1));
        var direct = Waiting.of(found.get(2), rows.get(2));
        var bulletins = rows.get(5).stream().filter(Home::important).toList();
        var elsewhere = Set.copyOf(found.get(2).topics());
        return new Today(
                waiting.get() == 0 ? List.of() : notices.waiting(NOTICES, actor),
                important,
                bulletins.stream().findFirst(),
                direct,
                rows.get(0).stream()
                        .filter(row -> row.kind() != Kind.NOTICE && !important(row) && !elsewhere.contains(row.id()))
                        .toList(),
                rows.get(4).stream().filter(row -> row.comments() > 0).toList(),
                Waiting.of(found.get(3), rows.get(3)),
                mine.get(),
                teams.of(bulletins, actor),
                weeks(mine.get(), zone, actor),
                programmes.current(actor),
                decisions.get(),
                beginning.get(),
                standsIn.get());
    }

    private static boolean important(TopicRow row) {
        return row.importance().stream().anyMatch(Importance.IMPORTANT::equals);
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
