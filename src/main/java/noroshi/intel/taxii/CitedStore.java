package noroshi.intel.taxii;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.IndicatorType;
import noroshi.intel.Spelling;
import noroshi.shared.Tlp;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what bulletins cite and collections are to hold. */
@Repository
class CitedStore {
    private final JdbcClient jdbc;

    CitedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How sure a bulletin is of a value, and when it said so last. */
    record Cited(UUID topic, Optional<Integer> confidence, Instant lastAt) {}

    /**
     * What a value was made into.
     *
     * @param round counts the ids that were revoked
     * @param text the object as it was written
     */
    record Told(int round, Optional<String> text, Optional<Instant> created, Optional<Instant> modified) {}

    /**
     * A value that does not stand in a collection as it should.
     *
     * @param label the strictest of its bulletins; none where none of them belongs there
     * @param said what they say now, to compare
     * @param stands whether the collection holds it and it is not revoked
     * @param same whether nothing has changed but what may keep it from going
     */
    record Due(
            UUID collection,
            UUID maker,
            UUID value,
            Spelling.Form form,
            Optional<Tlp> label,
            List<Cited> cited,
            Optional<Instant> firstAt,
            boolean everybody,
            String said,
            boolean stands,
            boolean same,
            Told told) {}

    /** The next of what may have changed. */
    List<Long> anew(int most) {
        return jdbc.sql("select unnest(intel.cited_anew_up_to(:most))")
                .param("most", most)
                .query(Long.class)
                .list();
    }

    void allAnew() {
        jdbc.sql("select intel.cite_all_anew()").query().singleRow();
    }

    void done(List<Long> numbers) {
        jdbc.sql("select intel.cited_anew_done(:numbers)")
                .param("numbers", numbers.toArray(Long[]::new))
                .query()
                .singleRow();
    }

    List<Due> due(List<Long> numbers, int most) {
        return jdbc.sql("select * from intel.citations_due(:numbers, :most)")
                .param("numbers", numbers.toArray(Long[]::new))
                .param("most", most)
                .query(CitedStore::due)
                .list();
    }

    private static Due due(ResultSet row, int n) throws SQLException {
        var topics = list(row.getArray("topics"), UUID[].class);
        var confidences = list(row.getArray("confidences"), Integer[].class);
        var lasts = list(row.getArray("lasts"), java.sql.Timestamp[].class);
        var cited = new ArrayList<Cited>();
        for (var i = 0; i < topics.size(); i++) {
            cited.add(new Cited(
                    topics.get(i),
                    Optional.of(confidences.get(i)).filter(each -> each >= 0),
                    lasts.get(i).toInstant()));
        }
        return new Due(
                row.getObject("collection", UUID.class),
                row.getObject("maker", UUID.class),
                row.getObject("value", UUID.class),
                new Spelling.Form(IndicatorType.of(row.getString("type")), row.getString("word")),
                Optional.ofNullable(row.getString("tlp")).map(Tlp::valueOf),
                List.copyOf(cited),
                instant(row, "first_at"),
                row.getBoolean("everybody"),
                row.getString("now_said"),
                row.getString("state").equals("told"),
                row.getString("said").equals(row.getString("now_said")),
                new Told(
                        row.getInt("round"),
                        Optional.ofNullable(row.getString("object")),
                        instant(row, "created"),
                        instant(row, "modified")));
    }

    private static <T> List<T> list(@Nullable Array column, Class<T[]> type) throws SQLException {
        return column == null ? List.of() : List.of(type.cast(column.getArray()));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** What becomes of a value in a collection. */
    enum State {
        TOLD,
        KEPT,
        REVOKED
    }

    /**
     * An object as it is brought, again the same if need be.
     *
     * @param id of the object
     */
    record Word(String id, String text, Instant created, Instant modified) {}

    /** What was decided of a value; the word waits to be brought. */
    void decided(Due due, State state, int round, Optional<Word> word) {
        var stands = due.told();
        jdbc.sql("""
                select intel.note_cited(:collection, :value, :state, :said, :round, :id, :object, :created, :modified,
                                        :everybody, :waits)
                """)
                .param("collection", due.collection())
                .param("value", due.value())
                .param("state", state.name().toLowerCase(java.util.Locale.ROOT))
                .param("said", due.said())
                .param("round", round)
                .param(
                        "id",
                        word.map(Word::id)
                                .or(() -> stands.text().map(CitedIndicator::id))
                                .orElse(null))
                .param("object", word.map(Word::text).or(stands::text).orElse(null))
                .param("created", at(word.map(Word::created).or(stands::created)))
                .param("modified", at(word.map(Word::modified).or(stands::modified)))
                .param("everybody", due.everybody())
                .param("waits", word.isPresent())
                .query()
                .singleRow();
    }

    private static @Nullable OffsetDateTime at(Optional<Instant> moment) {
        return moment.map(each -> each.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    /** A collection into which something is to be brought, and in whose name. */
    record Waiting(UUID collection, UUID maker) {}

    List<Waiting> waiting() {
        return jdbc.sql("select collection, maker from intel.cited_waiting()")
                .query((row, n) ->
                        new Waiting(row.getObject("collection", UUID.class), row.getObject("maker", UUID.class)))
                .list();
    }

    /** An object that waits. */
    record Ready(UUID value, String text) {}

    List<Ready> ready(UUID collection, int most) {
        return jdbc.sql("select value, object from intel.cited_objects(:collection, :most)")
                .param("collection", collection)
                .param("most", most)
                .query((row, n) -> new Ready(row.getObject("value", UUID.class), row.getString("object")))
                .list();
    }

    void brought(UUID collection, List<Ready> ready) {
        jdbc.sql("select intel.note_cited_brought(:collection, :values)")
                .param("collection", collection)
                .param("values", ready.stream().map(Ready::value).toArray(UUID[]::new))
                .query()
                .singleRow();
    }
}
