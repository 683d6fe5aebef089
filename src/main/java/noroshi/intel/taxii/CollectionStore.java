package noroshi.intel.taxii;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of collections: who reads, who writes, whom a source has named. */
@Repository
class CollectionStore {
    private static final String COLUMNS = """
            select c.id, c.community, c.title, c.description, coalesce(c.alias, '') as alias, c.tlp, c.readers, c.writers,
                   c.published, c.created_at
            """;

    private final JdbcClient jdbc;

    CollectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, NewCollection collection, Actor actor, Timestamp at) {
        jdbc.sql("""
                insert into intel.collection
                       (id, community, title, description, alias, tlp, readers, writers, created_at, created_by)
                values (:id, :community, :title, :description, nullif(:alias, ''), :tlp, :readers, :writers, :at, :by)
                """)
                .param("id", id)
                .param("community", collection.community().orElse(null), java.sql.Types.OTHER)
                .param("title", collection.title())
                .param("description", collection.description())
                .param("alias", collection.alias())
                .param("tlp", collection.tlp().name())
                .param("readers", collection.readers().toArray(UUID[]::new))
                .param("writers", collection.writers().toArray(UUID[]::new))
                .param("at", at)
                .param("by", actor.person())
                .update();
    }

    boolean change(UUID id, NewCollection collection) {
        return jdbc.sql("""
                update intel.collection
                   set title = :title, description = :description, alias = nullif(:alias, ''), tlp = :tlp,
                       readers = :readers, writers = :writers
                 where id = :id
                """)
                        .param("id", id)
                        .param("title", collection.title())
                        .param("description", collection.description())
                        .param("alias", collection.alias())
                        .param("tlp", collection.tlp().name())
                        .param("readers", collection.readers().toArray(UUID[]::new))
                        .param("writers", collection.writers().toArray(UUID[]::new))
                        .update()
                == 1;
    }

    /** Opens it for what bulletins cite, or closes it; whoever brings that is among its writers. */
    boolean publish(UUID id, boolean published, UUID writer) {
        return jdbc.sql("""
                update intel.collection
                   set published = :published,
                       writers = case when :published and not :writer = any (writers) then writers || :writer else writers end
                 where id = :id
                """)
                        .param("id", id)
                        .param("published", published)
                        .param("writer", writer)
                        .update()
                == 1;
    }

    /** Whether bulletins that are not for everybody were told in a collection. */
    boolean tellsAFew(UUID id) {
        return jdbc.sql("select intel.tells_a_few(:id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** All that the reader may know of, by title. */
    List<Collection> visible() {
        return jdbc.sql(COLUMNS + "from intel.collection c order by c.title, c.id")
                .query(CollectionStore::collection)
                .list();
    }

    Optional<Collection> visible(UUID id) {
        return jdbc.sql(COLUMNS + "from intel.collection c where c.id = :id")
                .param("id", id)
                .query(CollectionStore::collection)
                .optional();
    }

    private record Row(View view, String principals) {}

    /** What the reader may fetch from or bring to. */
    Views.Seen views() {
        var rows = jdbc.sql(COLUMNS + """
                       , c.readers && m.principals as may_read, c.writers && m.principals as may_write,
                       m.before || array(select s.id from intel.shelf s where s.collection = c.id order by s.id) as shelves,
                       m.principals
                  from intel.collection c,
                       (select membership.principals() as principals,
                               case when 0 = any (intel.my_shelves()) then '{0}'::integer[] else '{}' end as before) m
                 where c.readers && m.principals or c.writers && m.principals
                 order by c.created_at, c.id
                """)
                .query((row, n) -> new Row(
                        new View(
                                collection(row, n),
                                row.getBoolean("may_read"),
                                row.getBoolean("may_write"),
                                Arrays.asList(
                                        (Integer[]) row.getArray("shelves").getArray())),
                        row.getString("principals")))
                .list();
        return new Views.Seen(
                rows.stream().map(Row::view).toList(),
                rows.stream().map(Row::principals).findFirst());
    }

    /** The name of a community that the reader may know of. */
    Optional<String> community(UUID id) {
        return jdbc.sql("select name_en from community.published where id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** Whom an organisation has named in a collection. */
    List<UUID> named(UUID collection, UUID source) {
        return jdbc.sql("select named from intel.naming where collection = :collection and source = :source")
                .param("collection", collection)
                .param("source", source)
                .query(UUID.class)
                .list();
    }

    /** These and no others; whoever was named before and is still is not touched. */
    void name(UUID collection, UUID source, List<UUID> named, Actor actor, Timestamp at) {
        jdbc.sql("""
                with gone as (
                    delete from intel.naming
                     where collection = :collection and source = :source and named <> all (:named))
                insert into intel.naming (collection, source, named, named_at, named_by)
                select :collection, :source, n.id, :at, :by from unnest(:named) as n(id)
                    on conflict do nothing
                """)
                .param("collection", collection)
                .param("source", source)
                .param("named", named.toArray(UUID[]::new))
                .param("at", at)
                .param("by", actor.person())
                .update();
    }

    /** What an organisation brought for those alone whom it names moves to the end, at this moment in microseconds. */
    Writers.Changed bringAnew(UUID collection, UUID source, long moment) {
        return jdbc.sql("select last, moved from intel.bring_anew(:collection, :source, :moment)")
                .param("collection", collection)
                .param("source", source)
                .param("moment", moment)
                .query((row, n) -> new Writers.Changed(row.getLong("last"), row.getInt("moved")))
                .single();
    }

    /** The record of an envelope that the reader sent to this collection root. */
    record Kept(
            UUID id,
            UUID collection,
            java.time.Instant at,
            int total,
            int taken,
            int known,
            int failed,
            Detail detail) {}

    Optional<Kept> status(UUID id) {
        return jdbc.sql("""
                select id, collection, at, total, taken, known, failed, detail::text as detail
                  from intel.status where id = :id
                """)
                .param("id", id)
                .query((row, n) -> new Kept(
                        row.getObject("id", UUID.class),
                        row.getObject("collection", UUID.class),
                        row.getTimestamp("at").toInstant(),
                        row.getInt("total"),
                        row.getInt("taken"),
                        row.getInt("known"),
                        row.getInt("failed"),
                        Detail.read(row.getString("detail"))))
                .optional();
    }

    private static Collection collection(ResultSet row, int n) throws SQLException {
        return new Collection(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getObject("community", UUID.class)),
                row.getString("title"),
                row.getString("description"),
                row.getString("alias"),
                Tlp.valueOf(row.getString("tlp")),
                principals(row.getArray("readers")),
                principals(row.getArray("writers")),
                row.getBoolean("published"),
                row.getTimestamp("created_at").toInstant());
    }

    private static List<UUID> principals(Array column) throws SQLException {
        return Arrays.asList((UUID[]) column.getArray());
    }
}
