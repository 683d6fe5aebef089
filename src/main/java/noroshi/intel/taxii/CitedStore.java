package noroshi.intel.taxii;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
     * A value that stands in a collection, or perhaps should.
     *
     * @param label the strictest of its bulletins; none where none of them belongs there
     * @param said what they say now, to compare
     * @param state what became of it, if anything did
     * @param noted whether all that is said of it here is noted as it is
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
            Optional<State> state,
            boolean noted,
            boolean same,
            Told told) {
        /** Whether the collection holds it and it is not revoked. */
        boolean stands() {
            return state.filter(State.TOLD::equals).isPresent();
        }
    }

    /**
     * What may have changed.
     *
     * @param value none: all of them
     */
    record Anew(long number, Optional<UUID> value) {}

    /** Some of the values that may have changed, and each time that all may have. */
    List<Anew> anew(int most) {
        return jdbc.sql("select number, value from intel.cited_anew_up_to(:most)")
                .param("most", most)
                .query((row, n) ->
                        new Anew(row.getLong("number"), Optional.ofNullable(row.getObject("value", UUID.class))))
                .list();
    }

    /** The next values in their order; none behind the last. */
    List<UUID> values(UUID after, int most) {
        return jdbc.sql("select unnest(intel.cited_values(:after, :most))")
                .param("after", after)
                .param("most", most)
                .query(UUID.class)
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

    /** What these values are in each collection that holds them or should. */
    List<Due> due(List<UUID> values) {
        return jdbc.sql("select * from intel.citations_due(:values)")
                .param("values", values.toArray(UUID[]::new))
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
                State.of(row.getString("state")),
                row.getBoolean("noted"),
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
        REVOKED;

        private static Optional<State> of(String text) {
            return Arrays.stream(values())
                    .filter(each -> each.text().equals(text))
                    .findFirst();
        }

        private String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An object as it is brought, again the same if need be.
     *
     * @param id of the object
     */
    record Word(String id, String text, Instant created, Instant modified) {}

    /** What was decided of a value; the word waits to be brought. What is as it was is not written again. */
    void decided(Due due, State state, int round, Optional<Word> word) {
        var stands = due.told();
        var was = due.noted() && due.state().filter(state::equals).isPresent() && stands.round() == round;
        if (was && word.isEmpty()) {
            return;
        }
        jdbc.sql("""
                select intel.note_cited(:collection, :value, :state, :said, :round, :id, :object, :created, :modified,
                                        :everybody, :waits)
                """)
                .param("collection", due.collection())
                .param("value", due.value())
                .param("state", state.text())
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
                .param("values", values(ready))
                .query()
                .singleRow();
    }

    /** They wait on, each time twice as long; after so many times until something about them changes. */
    void refused(UUID collection, List<Ready> ready, int most) {
        jdbc.sql("select intel.note_cited_refused(:collection, :values, :most)")
                .param("collection", collection)
                .param("values", values(ready))
                .param("most", most)
                .query()
                .singleRow();
    }

    private static UUID[] values(List<Ready> ready) {
        return ready.stream().map(Ready::value).toArray(UUID[]::new);
    }
}
