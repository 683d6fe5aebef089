package noroshi.insight;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of days and of who takes part. */
@Repository
class DayStore {
    private final JdbcClient jdbc;

    DayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean atCentre() {
        return jdbc.sql("select membership.at_centre()").query(Boolean.class).single();
    }

    List<Day> all(ZoneId zone) {
        return jdbc.sql("select date, logins, views, posts, comments from insight.days(:zone)")
                .param("zone", zone.getId())
                .query((row, n) -> new Day(
                        row.getObject("date", LocalDate.class),
                        row.getLong("logins"),
                        row.getLong("views"),
                        row.getLong("posts"),
                        row.getLong("comments")))
                .list();
    }

    /** One after the other: two at once would write down the same days. */
    void recount(LocalDate until, ZoneId zone) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('insight.day', 0))")
                .query((row, n) -> n)
                .list();
        jdbc.sql("select insight.recount(:until, :zone)")
                .param("until", until)
                .param("zone", zone.getId())
                .query((row, n) -> n)
                .list();
    }

    Registered registered() {
        return jdbc.sql("""
                select count(distinct o.id) as organisations, count(distinct p.id) as people
                  from membership.organisation o
                  left join membership.seat s on s.organisation = o.id
                       and s.since <= now() and (s.until is null or s.until > now())
                  left join membership.person p on p.id = s.person and p.status = 'active' and p.kind = 'human'
                 where o.status = 'active'
                """)
                .query((row, n) -> new Registered(row.getInt("organisations"), row.getInt("people")))
                .single();
    }
}
