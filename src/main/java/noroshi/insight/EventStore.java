package noroshi.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of events. */
@Repository
class EventStore {
    private final JdbcClient jdbc;

    EventStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Event> all() {
        return jdbc.sql("""
                select id, code, kind, date, end_date, label_ja, label_en
                  from insight.event
                 order by date, end_date, label_ja
                """).query(EventStore::event).list();
    }

    /** One that is entered here, held: nobody else changes it before this is done. */
    Optional<Event> held(UUID id) {
        return jdbc.sql("""
                select id, code, kind, date, end_date, label_ja, label_en
                  from insight.event
                 where id = :id and kind <> 'event'
                   for update
                """).param("id", id).query(EventStore::event).optional();
    }

    UUID insert(NewEvent event) {
        return parameters(jdbc.sql("""
                        insert into insight.event (kind, date, end_date, label_ja, label_en)
                        values (:kind, :date, :end, :ja, :en)
                        returning id
                        """), event).query(UUID.class).single();
    }

    void update(UUID id, NewEvent event) {
        parameters(jdbc.sql("""
                        update insight.event
                           set kind = :kind, date = :date, end_date = :end, label_ja = :ja, label_en = :en
                         where id = :id
                        """), event).param("id", id).update();
    }

    int delete(UUID id) {
        return jdbc.sql("delete from insight.event where id = :id")
                .param("id", id)
                .update();
    }

    private static JdbcClient.StatementSpec parameters(JdbcClient.StatementSpec statement, NewEvent event) {
        return statement
                .param("kind", event.kind().name().toLowerCase(Locale.ROOT))
                .param("date", event.date())
                .param("end", event.end().orElse(null), Types.DATE)
                .param("ja", event.labelJa())
                .param("en", event.labelEn());
    }

    static Event event(ResultSet row, int n) throws SQLException {
        @Nullable LocalDate end = row.getObject("end_date", LocalDate.class);
        var what = new NewEvent(
                EventKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("date", LocalDate.class),
                Optional.ofNullable(end),
                row.getString("label_ja"),
                row.getString("label_en"));
        return new Event(row.getObject("id", UUID.class), row.getString("code"), what);
    }
}
