package noroshi.intel.taxii;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of sightings that come and go as STIX objects. */
@Repository
class SightingExchangeStore {
    private final JdbcClient jdbc;

    SightingExchangeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts what has arrived; how many objects were read. */
    long count(String ownIdentity, int most) {
        return jdbc.sql("select intel.count_sightings(:own, :most)")
                .param("own", ownIdentity)
                .param("most", most)
                .query(Long.class)
                .single();
    }

    /**
     * What has to be told of an indicator in a collection.
     *
     * @param number of organisations that saw it
     * @param created when we told it first
     */
    record Due(
            UUID collection,
            UUID maker,
            String stixId,
            Tlp tlp,
            int number,
            Instant firstAt,
            Instant lastAt,
            Optional<Instant> created) {}

    List<Due> due(int most) {
        return jdbc.sql("""
                select collection, maker, stix_id, tlp, number, first_at, last_at, created
                  from intel.sightings_to_tell(:most)
                """)
                .param("most", most)
                .query((row, n) -> new Due(
                        row.getObject("collection", UUID.class),
                        row.getObject("maker", UUID.class),
                        row.getString("stix_id"),
                        Tlp.valueOf(row.getString("tlp")),
                        row.getInt("number"),
                        row.getObject("first_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("created", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list();
    }

    void told(Due due, Instant created, Instant now) {
        jdbc.sql("select intel.note_sighting_told(:collection, :id, :number, :created, :now)")
                .param("collection", due.collection())
                .param("id", due.stixId())
                .param("number", due.number())
                .param("created", created.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query()
                .singleRow();
    }
}
