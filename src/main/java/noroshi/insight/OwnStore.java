package noroshi.insight;

import static noroshi.insight.RankStore.optionalInstant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import noroshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of an organisation's own figures. The wall decides what is counted: own people, topics the reader may read. */
@Repository
class OwnStore {
    private final JdbcClient jdbc;

    OwnStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OwnTopic> topics(Actor actor, Span span) {
        return jdbc.sql("""
                with wanted as materialized (
                    select t.id, t.kind, t.title, t.importance, t.tlp, t.version, t.published_at, t.revised_at
                      from topic.readable t
                     where t.state = 'published' and t.published_at >= :from and t.published_at < :until)
                select w.id, w.kind, w.title, w.importance, w.tlp, w.version, w.published_at, w.revised_at,
                       min(r.first_at) as first_at, count(distinct r.person) as people,
                       coalesce(bool_or(r.person = membership.reader()), false) as mine
                  from wanted w
                  left join topic.insight_readings r on r.topic = w.id and r.organisation = :organisation
                 group by w.id, w.kind, w.title, w.importance, w.tlp, w.version, w.published_at, w.revised_at
                 order by w.published_at desc, w.id
                """)
                .param("organisation", actor.organisation())
                .param("from", span.from())
                .param("until", span.until())
                .query((row, n) -> new OwnTopic(
                        ReachStore.name(row, n),
                        optionalInstant(row, "first_at"),
                        row.getInt("people"),
                        row.getBoolean("mine")))
                .list();
    }

    /** Per day: topics opened for the first time by each of the organisation's people, and sign-ins one may know of. */
    List<Day> days(Actor actor, Span span, ZoneId zone) {
        return jdbc.sql("""
                select date, sum(logins) as logins, sum(views) as views
                  from (select (r.first_at at time zone :zone)::date as date, 0 as logins, count(*) as views
                          from topic.insight_readings r
                         where r.organisation = :organisation and r.first_at >= :from and r.first_at < :until
                         group by 1
                        union all
                        select (l.at at time zone :zone)::date, count(*), 0
                          from membership.insight_logins l
                         where l.organisation = :organisation and l.at >= :from and l.at < :until
                         group by 1) c
                 group by date
                 order by date
                """)
                .param("zone", zone.getId())
                .param("organisation", actor.organisation())
                .param("from", span.from())
                .param("until", span.until())
                .query((row, n) -> new Day(
                        row.getObject("date", LocalDate.class), row.getLong("logins"), row.getLong("views"), 0, 0))
                .list();
    }

    boolean administers(Actor actor) {
        return jdbc.sql("select :organisation = any (membership.administered())")
                .param("organisation", actor.organisation())
                .query(Boolean.class)
                .single();
    }

    /** For administrators: the door tells nobody else. */
    List<OpenedOutside> outside(Span span) {
        return jdbc.sql("""
                select topic, organisation, first_at, people
                  from insight.opened_outside(:from, :until)
                 order by first_at desc, topic, organisation
                """)
                .param("from", span.from())
                .param("until", span.until())
                .query((row, n) -> new OpenedOutside(
                        row.getObject("topic", UUID.class),
                        row.getObject("organisation", UUID.class),
                        row.getTimestamp("first_at").toInstant(),
                        row.getInt("people")))
                .list();
    }

    List<Colleague> colleagues(Actor actor, Span span) {
        return jdbc.sql("""
                select s.person,
                       (select count(distinct r.topic) from topic.insight_readings r
                         where r.person = s.person and r.organisation = s.organisation
                           and r.first_at >= :from and r.first_at < :until) as opened,
                       count(l.at) as logins, max(l.at) as last_login
                  from membership.seat s
                  join membership.person p on p.id = s.person and p.status = 'active' and p.kind = 'human'
                  left join membership.insight_logins l on l.person = s.person and l.organisation = s.organisation
                                                       and l.at >= :from and l.at < :until
                 where s.organisation = :organisation and s.since <= now() and (s.until is null or s.until > now())
                 group by s.person, s.organisation, p.kana, p.name
                 order by opened desc, p.kana, p.name, s.person
                """)
                .param("organisation", actor.organisation())
                .param("from", span.from())
                .param("until", span.until())
                .query((row, n) -> new Colleague(
                        row.getObject("person", UUID.class),
                        row.getInt("opened"),
                        row.getInt("logins"),
                        optionalInstant(row, "last_login")))
                .list();
    }

    /** What one of them opened for the first time, of what the reader may read. */
    List<Opened> opened(Actor actor, UUID person, Span span) {
        return jdbc.sql("""
                select t.id, t.title, r.first_at
                  from (select topic, min(first_at) as first_at from topic.insight_readings
                         where person = :person and organisation = :organisation
                           and first_at >= :from and first_at < :until
                         group by topic) r
                  join topic.readable t on t.id = r.topic
                 order by r.first_at desc, r.topic
                """)
                .param("person", person)
                .param("organisation", actor.organisation())
                .param("from", span.from())
                .param("until", span.until())
                .query((row, n) -> new Opened(
                        row.getObject("id", UUID.class), row.getString("title"), RankStore.instant(row, "first_at")))
                .list();
    }

    /** When one of them signed in. */
    List<Instant> logins(Actor actor, UUID person, Span span) {
        return jdbc.sql("""
                select at from membership.insight_logins
                 where person = :person and organisation = :organisation and at >= :from and at < :until
                 order by at desc
                """)
                .param("person", person)
                .param("organisation", actor.organisation())
                .param("from", span.from())
                .param("until", span.until())
                .query((row, n) -> RankStore.instant(row, "at"))
                .list();
    }
}
