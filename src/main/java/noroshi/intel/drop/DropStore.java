package noroshi.intel.drop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** SQL of what waits in drop-boxes; each person sees their own, and whoever may take files in what came by mail. */
@Repository
class DropStore {
    private static final int SHOWN = 20;
    private static final int MAILED_SHOWN = 500;
    private static final long MOST_BYTES = 100L * 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String SELECT = """
            select d.id, d.name, d.sha256, octet_length(d.content) as size, d.at, m.id is not null as mailed, m.sender,
                   m.subject, m.label, m.left_out
              from intel.dropped d left join intel.mailed m on m.id = d.mail
            """;

    private final JdbcClient jdbc;

    DropStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps it; what the same person left lying for long, or beyond measure, is thrown away. */
    void keep(Dropped dropped, byte[] content, Actor actor, Instant since) {
        jdbc.sql("""
                delete from intel.dropped
                 where person = :person
                   and (at < :since
                        or id in (select id
                                    from (select id, sum(octet_length(content)) over (order by at desc, id) as bytes
                                            from intel.dropped where person = :person) newest
                                   where bytes > :most))
                """)
                .param("person", actor.person())
                .param("since", Timestamp.from(since))
                .param("most", MOST_BYTES - content.length)
                .update();
        jdbc.sql("""
                insert into intel.dropped (id, person, organisation, name, sha256, content, at)
                values (:id, :person, :organisation, :name, :sha256, :content, :at)
                """)
                .param("id", dropped.id())
                .param("person", actor.person())
                .param("organisation", actor.organisation())
                .param("name", dropped.name())
                .param("sha256", dropped.sha256())
                .param("content", content)
                .param("at", Timestamp.from(dropped.at()))
                .update();
    }

    Optional<Dropped> find(UUID id) {
        return jdbc.sql(SELECT + " where d.id = :id")
                .param("id", id)
                .query(DropStore::dropped)
                .optional();
    }

    byte[] content(UUID id) {
        return jdbc.sql("select content from intel.dropped where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
    }

    List<Dropped> waiting() {
        return jdbc.sql(SELECT + " where d.mail is null order by d.at desc, d.id limit :most")
                .param("most", SHOWN)
                .query(DropStore::dropped)
                .list();
    }

    /** What came by mail, the oldest first. */
    List<Dropped> mailed() {
        return jdbc.sql(SELECT + " where d.mail is not null order by d.at, d.mail, d.name, d.id limit :most")
                .param("most", MAILED_SHOWN)
                .query(DropStore::dropped)
                .list();
    }

    DropDuties.Heap heap() {
        return jdbc.sql("""
                        select count(*) filter (where mail is not null) as mailed,
                               count(*) filter (where mail is null) as own
                          from intel.dropped
                        """)
                .query((row, n) -> new DropDuties.Heap(row.getInt("mailed"), row.getInt("own")))
                .single();
    }

    /** Whether it was still there. */
    boolean discard(UUID id) {
        return jdbc.sql("delete from intel.dropped where id = :id")
                        .param("id", id)
                        .update()
                > 0;
    }

    private static Dropped dropped(ResultSet row, int n) throws SQLException {
        return new Dropped(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("sha256"),
                row.getInt("size"),
                row.getTimestamp("at").toInstant(),
                row.getBoolean("mailed") ? Optional.of(mail(row)) : Optional.empty());
    }

    private static Dropped.Mail mail(ResultSet row) throws SQLException {
        return new Dropped.Mail(
                row.getString("sender"),
                row.getString("subject"),
                label(row.getString("label")),
                JSON.readValue(row.getString("left_out"), new TypeReference<List<LeftOut>>() {}));
    }

    private static Optional<Tlp> label(@Nullable String name) {
        return Optional.ofNullable(name).map(Tlp::valueOf);
    }
}
