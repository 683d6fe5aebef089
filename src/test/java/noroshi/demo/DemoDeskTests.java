package noroshi.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The matters of the demo world add up to the figures of the source. */
@SpringBootTest(classes = LoadedWorld.class, properties = "noroshi.demo=true")
class DemoDeskTests {
    private final Records records;
    private final Calendar calendar;

    /** The days are those that the world was loaded with, be it yesterday. */
    @Autowired
    DemoDeskTests(Records records) {
        this.records = records;
        this.calendar = Calendar.upTo(LocalDate.parse(
                records.list("select last_day::text from demo.world").getFirst()));
    }

    private String period() {
        return " m.opened_at >= '%s'::timestamp at time zone 'Asia/Tokyo' "
                .formatted(calendar.day(LocalDate.parse("2021-07-21")));
    }

    @Test
    void thirtySixBeforeAndNineteenDuringTheEvent() {
        assertThat(records.number("select count(*) from desk.matter m where not" + period()))
                .isEqualTo(36);
        assertThat(records.counts("select kind, count(*) from desk.matter m where" + period() + "group by 1"))
                .isEqualTo(Map.of("REPORT", 17L, "CONSULTATION", 2L));
        assertThat(records.counts("select channel, count(*) from desk.matter m where" + period() + "group by 1"))
                .isEqualTo(Map.of("PLATFORM", 17L, "INTERNAL", 2L));
        assertThat(records.number("select count(*) from desk.ticket")).isEqualTo(55);
    }

    /** The police work beside one matter, where the reporter sees one of their two tasks; an agency paused in another. */
    @Test
    void thePoliceAndAnAgencyThatPausedAreInIt() {
        assertThat(records.counts("""
                select k.task || ' ' || k.reporter, count(*) from desk.track k
                  join desk.track_word w on w.track = k.id and w.at >= k.opened_at
                  join desk.recipient r on r.matter = k.matter and r.office = k.office and r.ended_at is null
                  join topic.audience a on a.topic = k.matter and a.principal = k.office
                  join membership.organisation_trait t on t.organisation = k.organisation
                   and t.trait = 'category' and t.code = 'PUBLIC_SECURITY'
                 group by 1
                """)).isEqualTo(Map.of("INVESTIGATE true", 2L, "PREVENT_SPREAD false", 1L));
        assertThat(records.number("""
                select count(*) from desk.departure d
                  join desk.recipient r on r.matter = d.matter and r.organisation = d.organisation
                  join desk.matter m on m.topic = d.matter
                 where d.left_at between r.added_at and m.closed_at and d.settled_at > d.left_at
                   and d.back_at between d.settled_at and m.closed_at
                """)).isEqualTo(1);
    }

    @Test
    void theCausesAreThoseOfTheSource() {
        assertThat(records.counts("""
                select s.cause, count(*) from desk.standing s join desk.matter m on m.topic = s.matter
                 where s.until is null and s.cause is not null and""" + period() + "group by 1"))
                .isEqualTo(Map.of(
                        "CLOUD_OUTAGE", 7L, "SYSTEM_OUTAGE", 3L, "MASS_ACCESS", 3L, "DOS", 3L, "DEFACEMENT", 1L));
    }

    @Test
    void sevenItemsWentUpInFortySevenDaysOfTwoReports() {
        assertThat(records.counts("select series, count(*) from desk.upward where sent_at is not null group by 1"))
                .isEqualTo(Map.of("coordination", 94L, "study-group", 94L, "broadcast", 47L));
        assertThat(records.counts("""
                select i.item ->> 'effect', count(distinct i.item ->> 'matter')
                  from desk.upward u cross join lateral jsonb_array_elements(u.items) i (item)
                 where u.series = 'coordination' group by 1
                """)).isEqualTo(Map.of("SITE_VIEWING", 4L, "SYSTEM_FAILURE", 3L));
        assertThat(records.number("""
                select count(*) from desk.upward u cross join lateral jsonb_array_elements(u.items) i (item)
                 where i.item ->> 'impact' <> 'NONE'
                """)).isZero();
        assertThat(records.number("""
                select count(*) from (
                    select i.item ->> 'matter' from desk.upward u cross join lateral jsonb_array_elements(u.items) i (item)
                     where u.series = 'coordination' and (i.item ->> 'fresh')::boolean group by 1 having count(*) > 1) twice
                """)).isZero();
    }

    /** The abridged report is the report without names; the broadcasts count every matter of the 47 days once. */
    @Test
    void theOtherReportsAgreeWithIt() {
        assertThat(records.number("""
                select count(*) from desk.upward a join desk.upward f on f.id = a.drawn_from
                 where a.series = 'study-group' and f.day = a.day and f.half = a.half
                   and jsonb_array_length(a.items) = jsonb_array_length(f.items)
                """)).isEqualTo(94);
        assertThat(records.number("""
                select count(*) from desk.upward u cross join lateral jsonb_array_elements(u.items) i (item)
                 where u.series <> 'coordination' and (i.item ->> 'title' <> '' or i.item ->> 'organisation' is not null)
                """)).isZero();
        assertThat(records.number("""
                select sum((activity ->> 'REPORTS')::int + (activity ->> 'CONSULTATIONS')::int) from desk.upward
                 where series = 'broadcast'
                """)).isEqualTo(19);
        assertThat(records.number("select sum((activity ->> 'CONSULTATIONS')::int) from desk.upward"))
                .isEqualTo(2);
    }

    @Test
    void theEveningOfTheOpeningHasSixMattersInHand() {
        var evening = "'%sT20:00'::timestamp at time zone 'Asia/Tokyo'"
                .formatted(calendar.day(LocalDate.parse("2021-07-23")));
        assertThat(records.counts("""
                select s.status, count(*) from desk.standing s
                 where s.since <= %1$s and (s.until is null or s.until > %1$s) and s.status <> 'CLOSED' group by 1
                """.formatted(evening))).isEqualTo(Map.of("CONTAINED", 1L, "TRIAGED", 5L));
    }

    @Test
    void eachShiftOfTheEventWasWatchedAndHandedOver() {
        assertThat(records.number(
                        "select count(distinct begins_at) from watch.duty where hours is not null and ends_at <= '%s'::timestamp at time zone 'Asia/Tokyo'"
                                .formatted(calendar.lastDay().plusDays(1).atStartOfDay())))
                .isEqualTo(47 * 3);
        assertThat(records.number("""
                select count(*) from watch.duty d join watch.duty e
                    on e.person = d.person and e.id <> d.id and e.begins_at <= d.ends_at and d.begins_at <= e.ends_at
                """)).isZero();
        assertThat(records.number("select count(*) from watch.sheet where taken_at is null"))
                .isEqualTo(1);
        assertThat(records.number("select count(*) from watch.sheet where length(words) > 0"))
                .isGreaterThanOrEqualTo(8);
        assertThat(records.number("""
                select count(*) from watch.sheet s cross join lateral jsonb_array_elements(s.facts) f (fact)
                 where f.fact ->> 'what' = 'ARRIVED'
                """)).isGreaterThanOrEqualTo(18);
    }

    @Test
    void whatWasLearnedIsWrittenDown() {
        assertThat(records.number(
                        "select count(*) from knowledge.version v join knowledge.article a on a.id = v.article"
                                + " where v.open and a.published = v.number"))
                .isEqualTo(2);
        assertThat(records.number("select count(*) from knowledge.matter")).isEqualTo(8);
        assertThat(records.number("select count(*) from vendor.vendor")).isEqualTo(4);
    }

    /** What was told without names went the product's own way: asked in these words, agreed to, allowed where few fit. */
    @Test
    void whatWasToldWithoutNamesWasAgreedTo() {
        assertThat(records.number("""
                select count(*) from sanitised.asking a
                  join bulletin.manuscript m on m.id = a.manuscript and m.state = 'published'
                  join sanitised.chain c on c.manuscript = m.id
                  join desk.matter d on d.topic = c.matter and d.opened_at < a.at
                  join desk.reporter r on r.matter = d.topic
                  join sanitised.answer n on n.asking = a.id and n.agreed and n.at > a.at and n.by = r.person
                  join bulletin.edition e on e.topic = m.topic and e.version = m.version and e.released_at > n.at
                 where a.shown -> 'copy' = m.copy and a.shown ->> 'tlp' = m.tlp
                   and a.by <> e.reviewed_by and a.by = m.author
                """)).isEqualTo(2);
        assertThat(records.number("""
                select count(*) from sanitised.asking a
                  join sanitised.answer n on n.asking = a.id
                  left join sanitised.override o on o.asking = a.id
                 where (a.fits < 5 and a.public_at = '') <> n.knowing or n.knowing <> (o.asking is not null)
                """)).isZero();
    }

    /** The number that readers were reckoned by is the one their traits give. */
    @Test
    void asManyFitAsTheDirectoryKnows() {
        assertThat(records.number("""
                select count(*) from sanitised.asking a
                 where a.fits <> (
                       select count(*) from membership.organisation o
                        where o.status = 'active' and o.part <> 'CENTRE'
                          and not exists (
                              select from jsonb_array_elements(a.told) t (told)
                               where not exists (
                                     select from membership.organisation_trait h
                                      where h.organisation = o.id and h.trait = lower(t.told ->> 'trait')
                                        and h.code = t.told ->> 'code' and h.valid_to is null)))
                """)).isZero();
    }

    @Test
    void everyReaderOfAMatterWasTold() {
        assertThat(records.number("""
                select count(*) from desk.recipient r join topic.topic t on t.id = r.matter
                 where not r.office = any (t.addressees)
                """)).isZero();
        assertThat(records.number("""
                select count(*) from desk.part p join desk.recipient r on r.matter = p.matter
                  join topic.topic t on t.id = p.topic
                 where (r.office = any (t.addressees)) <> case when p.side = 'DAMAGE' then r.damage else r.technical end
                """)).isZero();
    }

    /** Receipts are readings like all others: whoever was told looked, after it was told and the most of them soon. */
    @Test
    void whoeverWasToldOpenedIt() {
        assertThat(records.number("select count(*) from desk.recipient")).isGreaterThan(100);
        assertThat(records.number("""
                select count(*) from desk.recipient r
                  join membership.person p on exists (
                       select from membership.belonging b where b.person = p.id and b.principal = r.office)
                  join membership.seat s on s.person = p.id and s.organisation = r.organisation and s.since <= r.added_at
                 where not exists (select from topic.reading v
                                    where v.topic = r.matter and v.organisation = r.organisation and v.first_at > r.added_at)
                """)).isZero();
        assertThat(records.number("""
                select percentile_cont(0.5) within group (order by extract(epoch from v.first_at - r.added_at) / 60)::integer
                  from desk.recipient r
                  join topic.reading v on v.topic = r.matter and v.organisation = r.organisation
                """)).isBetween(5L, 30L);
        assertThat(records.number("""
                select count(*) from desk.part p
                  join topic.reading v on v.topic = p.topic
                 where not exists (select from topic.reading m
                                    where m.topic = p.matter and m.person = v.person and m.first_at = v.first_at)
                """)).isZero();
        assertThat(records.number("""
                select count(*) from desk.matter m where m.acknowledged_at is not null
                   and not exists (select from topic.reading v join membership.person p on p.id = v.person
                                    where v.topic = m.topic and p.login = 'dana' and v.first_at < m.acknowledged_at)
                """)).isZero();
    }

    @Test
    void everyAgencySaidWhatItHelpsWith() {
        assertThat(records.number("""
                select count(*) from membership.organisation_trait t
                 where t.trait = 'category' and t.code = 'SECURITY_AGENCY'
                   and not exists (select from desk.capability c join membership.office f on f.id = c.office
                                    where f.organisation = t.organisation and f.kind = 'window')
                """)).isZero();
        assertThat(records.number("select count(*) from desk.capability")).isEqualTo(8);
    }
}
