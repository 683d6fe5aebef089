package noroshi.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.membership.OrganisationName;
import noroshi.topic.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of who viewed what, as the figures count it. */
@Repository
class ViewStore {
    private final JdbcClient jdbc;

    ViewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The organisations that viewed a topic until the end of the span; most views first. */
    List<Viewed> viewed(UUID topic, Optional<Level> level, Span span, Optional<WeekHour> at, ZoneId zone) {
        return jdbc.sql("""
                with wanted as materialized (
                    select t.id, t.published_at from topic.readable t where t.id = :topic and not t.hidden),
                seen as materialized (
                    select v.organisation, min(v.at) as first_at, count(*) filter (where v.at >= :from) as views
                      from wanted w join topic.insight_views v on v.topic = w.id and v.at < :until
                     where (:level::text is null or v.level = :level)
                       and (:weekday::integer is null
                            or extract(isodow from v.at at time zone :zone) = :weekday
                               and extract(hour from v.at at time zone :zone) = :hour)
                     group by v.organisation),
                reach as materialized (
                    select organisation from topic.insight_reach(array(select id from wanted)))
                select o.id, o.code, o.name, o.name_en, r.organisation is not null as addressed, w.published_at,
                       s.first_at, s.views
                  from wanted w
                 cross join seen s
                  join membership.organisation o on o.id = s.organisation
                  left join reach r on r.organisation = s.organisation
                 order by s.views desc, s.first_at, o.name, o.id
                """)
                .param("topic", topic)
                .param("level", level.map(Enum::name).orElse(null), Types.VARCHAR)
                .param("from", span.from())
                .param("until", span.until())
                .param("weekday", at.map(it -> it.weekday().getValue()).orElse(null), Types.INTEGER)
                .param("hour", at.map(WeekHour::hour).orElse(null), Types.INTEGER)
                .param("zone", zone.getId())
                .query((row, n) -> new Viewed(
                        organisation(row),
                        row.getBoolean("addressed"),
                        RankStore.instant(row, "published_at"),
                        RankStore.instant(row, "first_at"),
                        row.getLong("views")))
                .list();
    }

    /** Who opened a topic, of the organisations it is addressed to, or of one of them; the first in front. */
    List<Viewer> viewers(UUID topic, Optional<UUID> organisation) {
        return jdbc.sql("""
                with wanted as materialized (
                    select t.id from topic.readable t where t.id = :topic and not t.hidden)
                select o.id, o.code, o.name, o.name_en, v.person, min(v.at) as first_at, max(v.at) as last_at,
                       count(*) as number
                  from wanted w
                  join topic.insight_reach(array(select id from wanted)) r on r.topic = w.id
                  join topic.insight_views v on v.topic = w.id and v.organisation = r.organisation
                  join membership.organisation o on o.id = r.organisation
                 where :organisation::uuid is null or r.organisation = :organisation
                 group by o.id, o.code, o.name, o.name_en, v.person
                 order by first_at, v.person
                """)
                .param("topic", topic)
                .param("organisation", organisation.orElse(null), Types.OTHER)
                .query(ViewStore::viewer)
                .list();
    }

    /** Who of one organisation opened a bulletin of the span, and how many; the first in front. */
    List<Viewer> viewers(UUID organisation, Span span) {
        return jdbc.sql("""
                with wanted as materialized (
                    select t.id from topic.readable t
                     where t.kind = 'BULLETIN' and t.state = 'published'
                       and t.published_at >= :from and t.published_at < :until)
                select o.id, o.code, o.name, o.name_en, v.person, min(v.at) as first_at, max(v.at) as last_at,
                       count(distinct v.topic) as number
                  from wanted w
                  join topic.insight_views v on v.topic = w.id and v.organisation = :organisation
                  join membership.organisation o on o.id = v.organisation
                 group by o.id, o.code, o.name, o.name_en, v.person
                 order by first_at, v.person
                """)
                .param("organisation", organisation)
                .param("from", span.from())
                .param("until", span.until())
                .query(ViewStore::viewer)
                .list();
    }

    private static Viewer viewer(ResultSet row, int n) throws SQLException {
        return new Viewer(
                row.getObject("person", UUID.class),
                organisation(row),
                RankStore.instant(row, "first_at"),
                RankStore.instant(row, "last_at"),
                row.getLong("number"));
    }

    private static OrganisationName organisation(ResultSet row) throws SQLException {
        return new OrganisationName(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getString("name_en"));
    }
}
