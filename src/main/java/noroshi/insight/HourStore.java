package noroshi.insight;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the hours at which people read. */
@Repository
class HourStore {
    private final JdbcClient jdbc;

    HourStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Hour> hours(Span span, ZoneId zone) {
        return jdbc.sql("""
                select extract(isodow from v.at at time zone :zone)::integer as weekday,
                       extract(hour from v.at at time zone :zone)::integer as hour,
                       count(*) as views, count(distinct v.organisation) as organisations
                  from topic.insight_views v
                 where v.at >= :from and v.at < :until
                 group by 1, 2
                 order by 1, 2
                """)
                .param("zone", zone.getId())
                .param("from", span.from())
                .param("until", span.until())
                .query((row, n) -> new Hour(
                        DayOfWeek.of(row.getInt("weekday")),
                        row.getInt("hour"),
                        row.getInt("views"),
                        row.getInt("organisations")))
                .list();
    }

    /** What was opened in that hour of the week, what the reader may read by its name, the rest as one. */
    List<Reach.InHour> within(Span span, ZoneId zone, DayOfWeek weekday, int hour) {
        return jdbc.sql("""
                with viewed as materialized (
                    select v.topic, v.organisation, count(*) as views
                      from topic.insight_views v
                     where v.at >= :from and v.at < :until
                       and extract(isodow from v.at at time zone :zone) = :weekday
                       and extract(hour from v.at at time zone :zone) = :hour
                     group by v.topic, v.organisation)
                select t.id, t.title, coalesce(t.hidden, false) as hidden, sum(v.views) as views,
                       count(distinct v.organisation) as organisations
                  from viewed v left join topic.readable t on t.id = v.topic
                 group by t.id, t.title, t.hidden
                 order by t.id is null, views desc, t.id
                """)
                .param("zone", zone.getId())
                .param("from", span.from())
                .param("until", span.until())
                .param("weekday", weekday.getValue())
                .param("hour", hour)
                .query((row, n) -> new Reach.InHour(
                        Optional.ofNullable(row.getObject("id", UUID.class)),
                        row.getString("title") == null ? "" : row.getString("title"),
                        row.getBoolean("hidden"),
                        row.getInt("views"),
                        row.getInt("organisations")))
                .list();
    }
}
