package noroshi.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of recipients that left in mid-matter. */
@Repository
class DepartureStore {
    private static final String OPEN = """
              from desk.departure d
              join desk.matter m on m.topic = d.matter and m.status not in ('CLOSED', 'MERGED', 'WITHDRAWN')
              join desk.recipient r on r.matter = d.matter and r.organisation = d.organisation and r.ended_at is null
             where d.back_at is null and d.settled_at is null
            """;

    private final JdbcClient jdbc;

    DepartureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void leaves(UUID organisation, Departure.As as, Instant now) {
        jdbc.sql("select desk.leaves(:organisation, :as, :now)")
                .param("organisation", organisation)
                .param("as", as.name())
                .param("now", MatterStore.at(now))
                .query((row, n) -> n)
                .list();
    }

    void returns(UUID organisation, Instant now) {
        jdbc.sql("select desk.returns(:organisation, :now)")
                .param("organisation", organisation)
                .param("now", MatterStore.at(now))
                .query((row, n) -> n)
                .list();
    }

    /** Every departure from this matter, the latest first; nothing for readers who may not know who was told. */
    List<Departure> of(UUID matter) {
        return jdbc.sql("""
                select matter, organisation, left_as, left_at, back_at, settled_at from desk.departure
                 where matter = :matter order by left_at desc, organisation
                """)
                .param("matter", matter)
                .query(DepartureStore::departure)
                .list();
    }

    /** The open matters of which somebody is missing, for whoever may know who was told. */
    Set<UUID> matters() {
        return jdbc.sql("select d.matter" + OPEN).query(UUID.class).set();
    }

    /** The same with what the desk calls them; nothing for anybody else. */
    List<Departure.Open> open() {
        return jdbc.sql("""
                select o.*, m.reference, k.year, k.number, t.title,
                       exists (select from desk.support s
                                where s.matter = o.matter and s.organisation = o.organisation and s.ended_at is null)
                           as helping
                  from (select d.*""" + OPEN + """
                       ) o
                  join desk.matter m on m.topic = o.matter
                  join desk.ticket k on k.matter = o.matter
                  join topic.readable t on t.id = o.matter
                 order by o.left_at, m.reference
                """)
                .query((row, n) -> new Departure.Open(
                        departure(row, n),
                        row.getString("reference"),
                        "%d-%03d".formatted(row.getInt("year"), row.getInt("number")),
                        row.getString("title"),
                        row.getBoolean("helping")))
                .list();
    }

    boolean settle(UUID matter, UUID organisation, Instant now, Actor actor) {
        return jdbc.sql("""
                        update desk.departure set settled_at = :now, settled_by = :by
                         where matter = :matter and organisation = :organisation and back_at is null
                           and settled_at is null
                        """)
                        .param("matter", matter)
                        .param("organisation", organisation)
                        .param("now", MatterStore.at(now))
                        .param("by", actor.person())
                        .update()
                > 0;
    }

    private static Departure departure(ResultSet row, int n) throws SQLException {
        return new Departure(
                MatterStore.id(row, "matter"),
                MatterStore.id(row, "organisation"),
                Departure.As.valueOf(row.getString("left_as")),
                MatterStore.instant(row, "left_at"),
                MatterStore.moment(row, "back_at"),
                MatterStore.moment(row, "settled_at"));
    }
}
