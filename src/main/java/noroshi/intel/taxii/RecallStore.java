package noroshi.intel.taxii;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what was taken back and has to follow. */
@Repository
class RecallStore {
    private final JdbcClient jdbc;

    RecallStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What has to follow.
     *
     * @param place the collection it stands in, with the object that says so; none for what no collection holds
     */
    record Waiting(long number, Optional<Place> place) {}

    /** Where, and for whom the job acts. */
    record Place(UUID collection, UUID maker, String stixId, UUID object, String how) {}

    List<Waiting> waiting(int most) {
        return jdbc.sql("select number, collection, maker, stix_id, object, how from intel.recalls_waiting(:most)")
                .param("most", most)
                .query(RecallStore::waiting)
                .list();
    }

    private static Waiting waiting(ResultSet row, int n) throws SQLException {
        var collection = row.getObject("collection", UUID.class);
        return new Waiting(
                row.getLong("number"),
                collection == null
                        ? Optional.empty()
                        : Optional.of(new Place(
                                collection,
                                row.getObject("maker", UUID.class),
                                row.getString("stix_id"),
                                row.getObject("object", UUID.class),
                                Objects.requireNonNullElse(row.getString("how"), ""))));
    }

    /** Notes whose machines got it; how many are new. These have followed then. */
    long tell(List<Long> numbers, UUID run, Instant now) {
        return jdbc.sql("select intel.tell_recalls(:numbers, :run, :now)")
                .param("numbers", numbers.toArray(Long[]::new))
                .param("run", run)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void topicWithdrawn(UUID topic) {
        jdbc.sql("select intel.recall_topic(:topic)")
                .param("topic", topic)
                .query()
                .singleRow();
    }

    /** An object in the library, and who brought it; nobody did who read it from a file. */
    record Kept(
            @SuppressWarnings("ArrayRecordComponent") byte[] raw,
            Optional<UUID> bringer) {} // handed on, never compared

    /** As far as the reader may read it. */
    Optional<Kept> kept(UUID object) {
        return jdbc.sql("select raw, bringer from intel.object where id = :id")
                .param("id", object)
                .query((row, n) ->
                        new Kept(row.getBytes("raw"), Optional.ofNullable(row.getObject("bringer", UUID.class))))
                .optional();
    }
}
