package noroshi.intel.taxii;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import noroshi.intel.Reason;
import noroshi.intel.RefusedObject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** SQL of how far bundles are that are handed out. */
@Repository
class HandingStore {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String SELECT = """
            select h.bundle, h.collection, coalesce(c.title, '') as title, h.by, h.at, h.state, h.objects, h.position,
                   h.taken, h.known, h.stayed, h.reason
              from intel.handing h left join intel.collection c on c.id = h.collection
             where h.bundle = :bundle
            """;

    private final JdbcClient jdbc;

    HandingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A bundle on its way into a collection, and for whom. */
    record Going(UUID bundle, UUID collection, UUID organisation, UUID by) {}

    /** What is to be done, the oldest first; for the job, which is nobody. */
    List<Going> going() {
        return jdbc.sql("select bundle, collection, organisation, by from intel.handings_going()")
                .query((row, n) -> new Going(
                        row.getObject("bundle", UUID.class),
                        row.getObject("collection", UUID.class),
                        row.getObject("organisation", UUID.class),
                        row.getObject("by", UUID.class)))
                .list();
    }

    /** Whether it begins; not while it is under way. */
    boolean begin(UUID bundle, UUID collection, Instant at) {
        return jdbc.sql("select intel.begin_handing(:bundle, :collection, :at)")
                .param("bundle", bundle)
                .param("collection", collection)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    Optional<HandedOut> find(UUID bundle, UUID collection) {
        return jdbc.sql(SELECT + " and h.collection = :collection")
                .param("bundle", bundle)
                .param("collection", collection)
                .query(HandingStore::read)
                .optional();
    }

    /** Wherever a bundle was handed out, the latest first. */
    List<HandedOut> of(UUID bundle) {
        return jdbc.sql(SELECT + " order by h.at desc, h.collection")
                .param("bundle", bundle)
                .query(HandingStore::read)
                .list();
    }

    List<RefusedObject> stayed(UUID bundle, UUID collection) {
        return jdbc.sql("""
                select position, stix_id, reason, arguments from intel.stayed
                 where bundle = :bundle and collection = :collection order by number
                """)
                .param("bundle", bundle)
                .param("collection", collection)
                .query((row, n) -> new RefusedObject(
                        row.getInt("position"),
                        row.getString("stix_id"),
                        new Reason(
                                row.getString("reason"),
                                JSON.readValue(row.getString("arguments"), new TypeReference<List<String>>() {}))))
                .list();
    }

    /** Writes what became of some objects; refuses when somebody else has gone on from where it stood. */
    void moveOn(HandedOut from, HandingStore.Going going, int to, HandedOut.Tally tally) {
        var moved = jdbc.sql("""
                update intel.handing
                   set position = :to, taken = taken + :taken, known = known + :known, stayed = stayed + :stayed
                 where bundle = :bundle and collection = :collection and position = :from and state = 'GOING'
                """)
                .param("to", to)
                .param("taken", tally.taken())
                .param("known", tally.known())
                .param("stayed", tally.stayed())
                .param("bundle", from.bundle())
                .param("collection", from.collection())
                .param("from", from.position())
                .update();
        if (moved != 1) {
            throw new IllegalStateException("a bundle is handed out twice at once");
        }
        var first = tally.refused().stream()
                .limit(Math.max(0, HandedOut.SHOWN - from.stayed()))
                .toList();
        if (!first.isEmpty()) {
            add(going, first);
        }
    }

    private void add(Going going, List<RefusedObject> first) {
        jdbc.sql("""
                insert into intel.stayed (bundle, collection, organisation, position, stix_id, reason, arguments)
                select :bundle, :collection, :organisation, s.position, s.stix_id, s.reason, s.arguments
                  from unnest(:positions::integer[], :ids::text[], :reasons::text[], :arguments::jsonb[])
                       with ordinality as s (position, stix_id, reason, arguments, number)
                 order by s.number
                """)
                .param("bundle", going.bundle())
                .param("collection", going.collection())
                .param("organisation", going.organisation())
                .param("positions", first.stream().map(RefusedObject::position).toArray(Integer[]::new))
                .param("ids", column(first, RefusedObject::stixId))
                .param("reasons", column(first, each -> each.reason().key()))
                .param(
                        "arguments",
                        column(
                                first,
                                each -> JSON.writeValueAsString(each.reason().arguments())))
                .update();
    }

    private static String[] column(List<RefusedObject> rows, Function<RefusedObject, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    /** All of it was looked at. */
    void end(UUID bundle, UUID collection) {
        jdbc.sql("""
                update intel.handing set state = 'DONE', complete = true
                 where bundle = :bundle and collection = :collection and state = 'GOING'
                """).param("bundle", bundle).param("collection", collection).update();
    }

    /** How many objects went, were there, and stayed. */
    record Numbers(int taken, int known, int stayed) {}

    /** What was done until it was stopped; nothing when it was not under way. */
    Optional<Numbers> stop(UUID bundle, UUID collection, String why) {
        return jdbc.sql("select taken, known, stayed from intel.stop_handing(:bundle, :collection, :why)")
                .param("bundle", bundle)
                .param("collection", collection)
                .param("why", why)
                .query((row, n) -> new Numbers(row.getInt("taken"), row.getInt("known"), row.getInt("stayed")))
                .optional();
    }

    private static HandedOut read(ResultSet row, int n) throws SQLException {
        var reason = row.getString("reason");
        return new HandedOut(
                row.getObject("bundle", UUID.class),
                row.getObject("collection", UUID.class),
                row.getString("title"),
                row.getObject("by", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                HandedOut.State.valueOf(row.getString("state")),
                row.getInt("objects"),
                row.getInt("position"),
                row.getInt("taken"),
                row.getInt("known"),
                row.getInt("stayed"),
                Optional.of(reason).filter(why -> !why.isEmpty()),
                List.of());
    }
}
