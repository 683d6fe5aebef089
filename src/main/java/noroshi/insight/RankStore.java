package noroshi.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.topic.Importance;
import noroshi.topic.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of rankings and of first views; every count is one of records. */
@Repository
class RankStore {
    private final JdbcClient jdbc;

    RankStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All bulletins viewed in the span that the reader may read: by level, and (level empty) as a whole. */
    List<Rank> ranks(Span span) {
        return jdbc.sql("""
                with viewed as materialized (
                    select topic from topic.insight_views where at >= :from and at < :until group by topic),
                wanted as materialized (
                    select t.id, t.title, t.importance, t.version, t.revised_at, t.published_at
                      from viewed v join topic.readable t on t.id = v.topic
                     where t.kind = 'BULLETIN' and t.state = 'published'),
                seen as materialized (
                    select v.topic, v.level, v.organisation, min(v.at) as first,
                           count(*) filter (where v.at >= :from) as views
                      from wanted w join topic.insight_views v on v.topic = w.id and v.at < :until
                     group by grouping sets ((v.topic, v.level, v.organisation), (v.topic, v.organisation))),
                reach as materialized (
                    select topic, organisation from topic.insight_reach(array(select id from wanted))),
                addressed as (
                    select topic, count(*) as organisations from reach group by topic)
                select w.id, s.level, coalesce(x.title, w.title) as title, w.importance, w.version, w.revised_at,
                       w.published_at, sum(s.views) as views, coalesce(max(a.organisations), 0) as addressed,
                       count(r.organisation) as reached,
                       percentile_cont(0.5) within group (order by extract(epoch from s.first - w.published_at))
                           filter (where r.organisation is not null) as median
                  from wanted w
                  join seen s on s.topic = w.id
                  left join reach r on r.topic = s.topic and r.organisation = s.organisation
                  left join addressed a on a.topic = w.id
                  left join topic.insight_titles x
                       on x.topic = w.id and x.version = w.version and x.level = s.level
                 group by w.id, s.level, x.title, w.title, w.importance, w.version, w.revised_at, w.published_at
                having sum(s.views) > 0
                 order by views desc, w.published_at desc, w.id
                """)
                .param("from", span.from())
                .param("until", span.until())
                .query(RankStore::rank)
                .list();
    }

    List<LevelShare> shares(Span span) {
        return jdbc.sql("""
                with seen as materialized (
                    select topic, level, count(*) as views
                      from topic.insight_views where at >= :from and at < :until group by topic, level)
                select s.level, sum(s.views) as views,
                       coalesce(sum(s.views) filter (where t.kind = 'BULLETIN'), 0) as bulletins,
                       coalesce(sum(s.views) filter (where t.id is null), 0) as unnamed
                  from seen s left join topic.readable t on t.id = s.topic
                 group by s.level
                 order by s.level desc
                """)
                .param("from", span.from())
                .param("until", span.until())
                .query((row, n) -> new LevelShare(
                        Level.valueOf(row.getString("level")),
                        row.getLong("views"),
                        row.getLong("bulletins"),
                        row.getLong("unnamed")))
                .list();
    }

    /** Of all bulletins published in the span that the reader may read. */
    FirstViews firstViews(Span span) {
        return jdbc.sql(firstViewsOf("t.kind = 'BULLETIN' and t.published_at >= :from and t.published_at < :until"))
                .param("from", span.from())
                .param("until", span.until())
                .query(RankStore::firstViews)
                .single();
    }

    FirstViews firstViews(UUID topic) {
        return jdbc.sql(firstViewsOf("t.id = :topic"))
                .param("topic", topic)
                .query(RankStore::firstViews)
                .single();
    }

    private static String firstViewsOf(String condition) {
        return """
                with wanted as materialized (
                    select t.id, t.published_at from topic.readable t
                     where t.state = 'published' and %s),
                first as materialized (
                    select v.topic, v.organisation, min(v.at) as at
                      from wanted w join topic.insight_views v on v.topic = w.id
                     group by v.topic, v.organisation),
                waits as (
                    select extract(epoch from f.at - w.published_at) as seconds
                      from topic.insight_reach(array(select id from wanted)) r
                      join wanted w on w.id = r.topic
                      left join first f on f.topic = r.topic and f.organisation = r.organisation)
                select array[count(*) filter (where seconds <= 1800),
                             count(*) filter (where seconds > 1800 and seconds <= 3600),
                             count(*) filter (where seconds > 3600 and seconds <= 10800),
                             count(*) filter (where seconds > 10800 and seconds <= 21600),
                             count(*) filter (where seconds > 21600 and seconds <= 43200),
                             count(*) filter (where seconds > 43200 and seconds <= 86400),
                             count(*) filter (where seconds > 86400)]::integer[] as counts,
                       count(*) filter (where seconds is null) as unopened,
                       percentile_cont(0.5) within group (order by seconds) as median
                  from waits
                """.formatted(condition);
    }

    private static FirstViews firstViews(ResultSet row, int n) throws SQLException {
        var counts = List.of((Integer[]) row.getArray("counts").getArray());
        return new FirstViews(counts, row.getInt("unopened"), length(row, "median"));
    }

    private static Rank rank(ResultSet row, int n) throws SQLException {
        return new Rank(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getString("level")).map(Level::valueOf),
                row.getString("title"),
                Optional.ofNullable(row.getString("importance"))
                        .map(Importance::valueOf)
                        .orElse(Importance.INFO),
                row.getInt("version"),
                instant(row, "revised_at"),
                instant(row, "published_at"),
                row.getLong("views"),
                row.getInt("addressed"),
                row.getInt("reached"),
                length(row, "median"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(moment).map(OffsetDateTime::toInstant);
    }

    static Optional<Duration> length(ResultSet row, String column) throws SQLException {
        var seconds = row.getDouble(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Duration.ofSeconds(Math.max(0, Math.round(seconds))));
    }
}
