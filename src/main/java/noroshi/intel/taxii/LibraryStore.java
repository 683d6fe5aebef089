package noroshi.intel.taxii;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of how far collections have entered the library. */
@Repository
class LibraryStore {
    private final JdbcClient jdbc;

    LibraryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A collection with entries that are not in the library yet. */
    record Behind(UUID collection, UUID maker, long entered, long head) {}

    List<Behind> behind() {
        return jdbc.sql("select collection, maker, entered, head from intel.collections_behind()")
                .query((row, n) -> new Behind(
                        row.getObject("collection", UUID.class),
                        row.getObject("maker", UUID.class),
                        row.getLong("entered"),
                        row.getLong("head")))
                .list();
    }

    /** Moves on from where it stood; refuses when somebody else has. */
    void moveOn(Behind from, long position, Instant at) {
        var moved = jdbc.sql("""
                insert into intel.entered as e (collection, position, at) values (:collection, :position, :at)
                    on conflict (collection) do update set position = excluded.position, at = excluded.at
                 where e.position = :before
                """)
                .param("collection", from.collection())
                .param("position", position)
                .param("before", from.entered())
                .param("at", Timestamp.from(at))
                .update();
        if (moved != 1) {
            throw new IllegalStateException("a collection enters the library twice at once");
        }
    }

    /** Notes an object that stays out; once, however often it is tried. */
    void leaveOutside(UUID collection, long position, LeftOutside left) {
        jdbc.sql("""
                insert into intel.left_outside (collection, position, stix_id, reason, at)
                values (:collection, :position, :id, :reason, :at) on conflict do nothing
                """)
                .param("collection", collection)
                .param("position", position)
                .param("id", left.stixId())
                .param("reason", left.reason())
                .param("at", Timestamp.from(left.at()))
                .update();
    }

    /** Which objects of a collection stay out of the library, the latest first. */
    List<LeftOutside> leftOutside(UUID collection, int most) {
        return jdbc.sql("""
                select stix_id, reason, at from intel.left_outside
                 where collection = :collection order by at desc, position desc limit :most
                """)
                .param("collection", collection)
                .param("most", most)
                .query((row, n) -> new LeftOutside(
                        row.getString("stix_id"),
                        row.getString("reason"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** Nobody else works out meanwhile what collections say; until the transaction ends. */
    void takeTurnToSpread() {
        jdbc.sql("select intel.take_turn_to_spread()").query().singleRow();
    }

    /** What was added up to there is said to the readers of the collection. */
    void spread(Behind from, long position) {
        jdbc.sql("select intel.spread_added(:collection, :after, :upto)")
                .param("collection", from.collection())
                .param("after", from.entered())
                .param("upto", position)
                .query()
                .singleRow();
    }

    /** Some objects of what waits longest are said to who reads them now; whether anything waited. */
    boolean spreadOn(int most) {
        return jdbc.sql("select intel.spread_on(:most)")
                .param("most", most)
                .query(Boolean.class)
                .single();
    }

    /** When the objects of a collection entered the library last. */
    Optional<Instant> enteredAt(UUID collection) {
        return jdbc.sql("select at from intel.entered where collection = :collection")
                .param("collection", collection)
                .query((row, n) -> row.getTimestamp("at").toInstant())
                .optional();
    }
}
