package noroshi.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of posts and hours. */
@Repository
class PostStore {
    private final JdbcClient jdbc;

    PostStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the reader keeps the rota. */
    boolean reader() {
        return jdbc.sql("select desk.reports()").query(Boolean.class).single();
    }

    /** Those that were ended as well. */
    List<Post> posts() {
        return jdbc.sql("""
                select code, name_ja, name_en, place, event, quiet, on_call, valid_from, valid_to
                  from watch.post order by place, code
                """).query(PostStore::onePost).list();
    }

    boolean insert(Post it) {
        return jdbc.sql("""
                insert into watch.post (code, name_ja, name_en, place, event, quiet, on_call, valid_from)
                values (:code, :ja, :en, (select coalesce(max(place), 0) + 1 from watch.post), :event, :quiet, :onCall, :from)
                on conflict do nothing
                """)
                        .param("code", it.code())
                        .param("ja", it.nameJa())
                        .param("en", it.nameEn())
                        .param("event", it.event())
                        .param("quiet", it.quiet())
                        .param("onCall", it.onCall())
                        .param("from", it.from())
                        .update()
                == 1;
    }

    boolean endPost(String code, LocalDate last) {
        return jdbc.sql("""
                        update watch.post set valid_to = greatest(:last, valid_from)
                         where code = :code and (valid_to is null or valid_to > :last)
                        """).param("code", code).param("last", last).update() == 1;
    }

    boolean goOn(String code) {
        return jdbc.sql("update watch.post set valid_to = null where code = :code")
                        .param("code", code)
                        .update()
                == 1;
    }

    List<Hours> hours() {
        return jdbc.sql("""
                select id, mode, name_ja, name_en, days, begins, minutes, valid_from, valid_to
                  from watch.hours order by mode, begins, id
                """).query(PostStore::hour).list();
    }

    void insert(Hours it) {
        jdbc.sql("""
                insert into watch.hours (id, mode, name_ja, name_en, days, begins, minutes, valid_from)
                values (:id, :mode, :ja, :en, :days, :begins, :minutes, :from)
                """)
                .param("id", it.id())
                .param("mode", it.mode().name())
                .param("ja", it.nameJa())
                .param("en", it.nameEn())
                .param("days", it.days().name())
                .param("begins", it.begins())
                .param("minutes", it.minutes())
                .param("from", it.from())
                .update();
    }

    boolean endHours(UUID id, LocalDate last) {
        return jdbc.sql("""
                        update watch.hours set valid_to = greatest(:last, valid_from)
                         where id = :id and (valid_to is null or valid_to > :last)
                        """).param("id", id).param("last", last).update() == 1;
    }

    private static Post onePost(ResultSet row, int n) throws SQLException {
        return new Post(
                row.getString("code"),
                row.getString("name_ja"),
                row.getString("name_en"),
                row.getInt("place"),
                row.getBoolean("event"),
                row.getBoolean("quiet"),
                row.getBoolean("on_call"),
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)));
    }

    private static Hours hour(ResultSet row, int n) throws SQLException {
        return new Hours(
                row.getObject("id", UUID.class),
                Mode.valueOf(row.getString("mode")),
                row.getString("name_ja"),
                row.getString("name_en"),
                Hours.Days.valueOf(row.getString("days")),
                row.getInt("begins"),
                row.getInt("minutes"),
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)));
    }
}
