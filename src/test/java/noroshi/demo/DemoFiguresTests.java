package noroshi.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import noroshi.demo.Papers.Line;
import noroshi.insight.Comparison;
import noroshi.insight.Period;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The demo world shows the figures of its source, counted from its records. */
@SpringBootTest(classes = LoadedWorld.class, properties = "noroshi.demo=true")
class DemoFiguresTests {
    /** What is told to one organisation alone is counted apart. */
    private static final String POSTS =
            "(select published_at from topic.topic where kind not in ('NOTICE', 'MATTER')) posts";

    private static final LocalDate COMPETITION_STARTS = LocalDate.of(2021, 7, 21);
    private static final LocalDate LAST_DAY = LocalDate.of(2021, 9, 5);
    private static final Predicate<Line> TO_THE_END_OF_2020 =
            line -> line.text("month").compareTo("2020-12") <= 0;

    private final Records records;
    private final Calendar calendar;

    @Autowired
    DemoFiguresTests(Records records) {
        this.records = records;
        var weeks = records.number("select moved_weeks from demo.world");
        this.calendar = new Calendar(weeks, LocalDate.EPOCH, LocalDate.EPOCH);
    }

    @Test
    void theLastDayIsTheLatestSunday() {
        assertThat(records.number("""
                select count(*) from demo.world
                 where extract(isodow from last_day) = 7
                   and last_day > (loaded_at at time zone 'Asia/Tokyo')::date - 7
                   and last_day <= (loaded_at at time zone 'Asia/Tokyo')::date
                   and last_day = first_day + 55
                """)).isEqualTo(1);
    }

    @Test
    void everyOrganisationAndPersonTakesPart() {
        assertThat(records.number("select count(*) from membership.organisation where status = 'active'"))
                .isEqualTo(330);
        assertThat(records.number("select count(*) from membership.person where kind = 'human'"))
                .isEqualTo(1800);
        assertThat(records.counts("""
                select code, count(*) from membership.organisation_trait
                 where trait = 'category' and valid_to is null group by code
                """))
                .isEqualTo(Map.of(
                        "KEY_SERVICE_OPERATOR",
                        157L,
                        "PARTNER",
                        40L,
                        "SPORTS_ORG",
                        66L,
                        "VENUE",
                        17L,
                        "MINISTRY",
                        17L,
                        "PUBLIC_SECURITY",
                        13L,
                        "SECURITY_AGENCY",
                        4L,
                        "OTHER",
                        16L));
        assertThat(records.number("""
                select count(distinct f.organisation) from membership.office f
                  join membership.belonging b on b.principal = f.id where f.kind = 'window'
                """)).isEqualTo(330);
    }

    @Test
    void theCastIsInItsChairs() {
        assertThat(records.list("""
                select p.login || ' ' || string_agg(f.kind, ' ' order by f.kind)
                  from membership.person p
                  join membership.belonging b on b.person = p.id
                  join membership.office f on f.id = b.principal
                  join membership.seat s on s.person = p.id and s.organisation = f.organisation
                 where p.login !~ '[.]'
                 group by p.login order by p.login
                """))
                .containsExactly(
                        "ada custodians",
                        "dana approvers duty_desk",
                        "ed editors",
                        "gen liaison_oc window",
                        "jun window",
                        "kei secretariat window",
                        "mika window",
                        "mina window",
                        "noor window",
                        "otto window",
                        "paul window",
                        "sora window",
                        "toru approvers custodians",
                        "vera window");
    }

    @Test
    void everyDayHasItsLoginsViewsPostsAndComments() {
        var logins = records.byDay("membership.login", "at");
        var views = records.byDay("topic.view", "at");
        var posts = records.byDay(POSTS, "published_at");
        var comments = records.byDay("topic.comment", "at");
        for (var line : Papers.read("daily")) {
            var day = calendar.day(line.day("date")).toString();
            assertThat(List.of(logins.get(day), views.get(day), posts.get(day), comments.get(day)))
                    .as(day)
                    .containsExactly(
                            (long) line.number("logins"),
                            (long) line.number("views"),
                            (long) line.number("posts"),
                            (long) line.number("comments"));
        }
    }

    @Test
    void theThreeFirstDaysAreTheBusiest() {
        assertThat(records.list(busiest("membership.login", "count(*)"))).containsExactly(moved("2021-07-21") + " 564");
        assertThat(records.list(busiest("topic.view", "count(*)"))).containsExactly(moved("2021-07-23") + " 7449");
        assertThat(records.list("""
                select v.day::text from (select (at at time zone 'Asia/Tokyo')::date as day, count(*) as n
                                     from topic.view group by 1) v
                  join (select (at at time zone 'Asia/Tokyo')::date as day, count(distinct person) as n
                          from membership.login group by 1) l on l.day = v.day
                 order by v.n::numeric / l.n desc limit 1
                """)).containsExactly(moved("2021-07-22"));
    }

    @Test
    void theDaysOfTheEventAreBusierThanNormal() {
        var from = calendar.day(COMPETITION_STARTS);
        var to = calendar.day(LAST_DAY);
        assertThat((double) records.between("membership.login", from, to)).isCloseTo(13_800, within(690.0));
        assertThat((double) records.between("topic.view", from, to)).isCloseTo(80_400, within(4020.0));
    }

    /** What the event's page says beside its normal days: logins 1.5 times, views 2.5 times as many. */
    @Test
    void theEventIsComparedWithPeacetimeAsTheSourceSays() {
        var during = period("games");
        var normal = period("normal");
        assertThat(during.days()).isEqualTo(47);
        assertThat(normal.to())
                .as("peacetime is the days before")
                .isEqualTo(during.from().minusDays(1));
        var comparison = new Comparison(
                during,
                normal,
                average("membership.login", during),
                average("membership.login", normal),
                average("topic.view", during),
                average("topic.view", normal));
        assertThat(comparison.timesLogins().orElseThrow()).isCloseTo(1.5, within(.05));
        assertThat(comparison.timesViews().orElseThrow()).isCloseTo(2.5, within(.05));
        assertThat(comparison.normalLogins()).isCloseTo(195, within(195 * .05));
        assertThat(comparison.normalViews()).isCloseTo(684, within(684 * .05));
        assertThat(comparison.logins()).isCloseTo(293, within(293 * .05));
        assertThat(comparison.views()).isCloseTo(1711, within(1711 * .05));
        for (var table :
                Map.of("membership.login", "logins", "topic.view", "views").entrySet()) {
            assertThat(records.number(counted(table.getValue(), during)))
                    .as("the figures that the page is made of count the same records")
                    .isEqualTo(records.between(table.getKey(), during.from(), during.to()));
        }
    }

    private double average(String table, Period period) {
        return (double) records.between(table, period.from(), period.to()) / period.days();
    }

    private static String counted(String measure, Period period) {
        return "select sum(%s) from insight.count_records('2000-01-01', 'Asia/Tokyo') where date between '%s' and '%s'"
                .formatted(measure, period.from(), period.to());
    }

    private Period period(String code) {
        var days = records.list(
                        "select date::text || ' ' || end_date::text from insight.event where code = '" + code + "'")
                .getFirst()
                .split(" ");
        return new Period(LocalDate.parse(days[0]), LocalDate.parse(days[1]));
    }

    @Test
    void allTogetherAreTheTotalsOfTheSource() {
        assertThat(records.number("select count(*) from membership.login")).isEqualTo(198_000);
        assertThat(records.number("select count(*) from topic.view")).isEqualTo(559_000);
        assertThat(records.number("select count(*) from " + POSTS)).isEqualTo(8_000);
        var last = Papers.read("earlier").stream()
                .filter(TO_THE_END_OF_2020)
                .map(line -> calendar.day(line.day("to")))
                .max(LocalDate::compareTo)
                .orElseThrow();
        assertThat(records.until("membership.login", "at", last)).isEqualTo(145_000);
        assertThat(records.until("topic.view", "at", last)).isEqualTo(341_000);
        assertThat(records.until(POSTS, "published_at", last)).isEqualTo(6_000);
        assertThat(records.until("topic.comment", "at", last)).isEqualTo(20_000);
    }

    @Test
    void bothRankingsAreThoseOfTheSource() {
        var views = records.counts("""
                select t.id::text || ' ' || v.level, count(*) from topic.view v
                  join topic.topic t on t.id = v.topic and t.kind = 'BULLETIN' group by 1
                """);
        var rankings = Papers.read("rankings");
        assertThat(views).hasSize(2 * rankings.size());
        assertThat(rankings).hasSize(32);
        for (var line : rankings) {
            var topic = Ids.of("topic", line.text("bulletin"));
            assertThat(views)
                    .containsEntry(topic + " PRO", (long) line.number("pro_views"))
                    .containsEntry(topic + " GENERAL", (long) line.number("general_views"));
        }
    }

    @Test
    void whatMattersIsOpenedWithinTheHour() {
        var minutes = records.number("""
                with first as (
                    select t.id, v.organisation, extract(epoch from min(v.at) - t.published_at) / 60 as minutes
                      from topic.topic t join topic.view v on v.topic = t.id
                     where t.importance = 'IMPORTANT' group by t.id, v.organisation)
                select percentile_cont(0.5) within group (order by minutes)::integer from first
                """);
        assertThat(minutes).isBetween(20L, 60L);
    }

    private String moved(String original) {
        return calendar.day(LocalDate.parse(original)).toString();
    }

    private static String busiest(String table, String measure) {
        return """
                select (at at time zone 'Asia/Tokyo')::date || ' ' || %s from %s
                 group by (at at time zone 'Asia/Tokyo')::date order by %s desc limit 1
                """.formatted(measure, table, measure);
    }
}
