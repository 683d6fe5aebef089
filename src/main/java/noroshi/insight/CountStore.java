package noroshi.insight;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.membership.OrganisationName;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what stands behind the figures; titles only of what the reader may read. */
@Repository
class CountStore {
    private final JdbcClient jdbc;

    CountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Counted> counted(Measure measure, Span span, Optional<Level> level) {
        return jdbc.sql("""
                select coalesce(t.id, o.id) as id, t.kind, coalesce(t.title, '') as title, o.name, o.name_en,
                       sum(c.number)::bigint as number
                  from insight.counted(:measure, :from, :until, :level) c
                  left join topic.readable t on t.id = c.topic
                  left join membership.organisation o on o.id = c.organisation
                 group by t.id, o.id, t.kind, t.title, o.name, o.name_en
                 order by coalesce(t.id, o.id) is null, number desc, t.title, o.name, id
                """)
                .param("measure", measure.name())
                .param("from", span.from())
                .param("until", span.until())
                .param("level", level.map(Enum::name).orElse(null), Types.VARCHAR)
                .query((row, n) -> new Counted(
                        Optional.ofNullable(row.getObject("id", UUID.class)),
                        Optional.ofNullable(row.getString("name")).orElse(row.getString("title")),
                        Optional.ofNullable(row.getString("kind")).map(Kind::valueOf),
                        row.getLong("number")))
                .list();
    }

    /** Of one topic, or of all bulletins published in the span; the slowest last. */
    List<Wait> waits(Span span, Optional<UUID> topic, Wait.Bucket bucket) {
        return jdbc.sql("""
                with wanted as materialized (
                    select t.id, t.kind, t.title, t.importance, t.tlp, t.version, t.published_at, t.revised_at
                      from topic.readable t
                     where t.state = 'published'
                       and case when :topic::uuid is null
                                then t.kind = 'BULLETIN' and t.published_at >= :from and t.published_at < :until
                                else t.id = :topic end),
                first as materialized (
                    select v.topic, v.organisation, min(v.at) as at
                      from wanted w join topic.insight_views v on v.topic = w.id
                     group by v.topic, v.organisation),
                waits as (
                    select w.*, r.organisation, f.at as first_at, extract(epoch from f.at - w.published_at) as seconds
                      from topic.insight_reach(array(select id from wanted)) r
                      join wanted w on w.id = r.topic
                      left join first f on f.topic = r.topic and f.organisation = r.organisation)
                select w.*, o.code, o.name, o.name_en
                  from waits w left join membership.organisation o on o.id = w.organisation
                 where case :bucket when 'all' then true when 'opened' then seconds is not null
                                    when 'goal' then seconds <= :goal when 'never' then seconds is null
                                    else (seconds > :above or :above < 0) and seconds <= :below end
                 order by w.seconds nulls last, w.published_at desc, w.id, o.name
                """)
                .param("from", span.from())
                .param("until", span.until())
                .param("topic", topic.orElse(null), Types.OTHER)
                .param("bucket", bucket.code())
                .param("goal", FirstViews.GOAL.toSeconds())
                .param(
                        "above",
                        bucket.at()
                                .filter(at -> at > 0)
                                .map(at -> limit(at - 1))
                                .orElse(-1L))
                .param("below", bucket.at().map(CountStore::limit).orElse(0L))
                .query((row, n) -> new Wait(
                        ReachStore.name(row, n),
                        new OrganisationName(
                                row.getObject("organisation", UUID.class),
                                row.getString("code"),
                                row.getString("name"),
                                row.getString("name_en")),
                        RankStore.optionalInstant(row, "first_at")))
                .list();
    }

    /** The upper end of a bucket, in seconds; the last has none. */
    private static long limit(int at) {
        return at < FirstViews.LIMITS.size() ? FirstViews.LIMITS.get(at).toSeconds() : Long.MAX_VALUE;
    }

    /** The organisations that take part, with how many people of each do. */
    List<Counted> organisations() {
        return jdbc.sql("""
                select o.id, o.name, count(distinct p.id) as number
                  from membership.organisation o
                  left join membership.seat s on s.organisation = o.id
                       and s.since <= now() and (s.until is null or s.until > now())
                  left join membership.person p on p.id = s.person and p.status = 'active' and p.kind = 'human'
                 where o.status = 'active'
                 group by o.id, o.name
                 order by o.name, o.id
                """)
                .query((row, n) -> new Counted(
                        Optional.of(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        Optional.empty(),
                        row.getLong("number")))
                .list();
    }

    /** The people who take part, each once; the number says in how many organisations they sit. */
    List<Counted> people() {
        return jdbc.sql("""
                select p.id, p.name, count(distinct o.id) as number
                  from membership.organisation o
                  join membership.seat s on s.organisation = o.id
                       and s.since <= now() and (s.until is null or s.until > now())
                  join membership.person p on p.id = s.person and p.status = 'active' and p.kind = 'human'
                 where o.status = 'active'
                 group by p.id, p.name, p.kana
                 order by p.kana, p.name, p.id
                """)
                .query((row, n) -> new Counted(
                        Optional.of(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        Optional.empty(),
                        row.getLong("number")))
                .list();
    }
}
