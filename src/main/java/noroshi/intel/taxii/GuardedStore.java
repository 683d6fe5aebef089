package noroshi.intel.taxii;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.intel.IndicatorType;
import noroshi.intel.Spelling;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what may be handed on no longer, or may again, and stands in collections. */
@Repository
class GuardedStore {
    private final JdbcClient jdbc;

    GuardedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What changed and is due.
     *
     * @param list the warning list that it is, if it is one
     */
    record Change(long number, Optional<Listed> list) {}

    /** A warning list, and who loaded it. */
    record Listed(UUID list, UUID loader) {}

    List<Change> waiting(int most) {
        return jdbc.sql("select number, list, loader from intel.guards_waiting(:most)")
                .param("most", most)
                .query(GuardedStore::change)
                .list();
    }

    private static Change change(ResultSet row, int n) throws SQLException {
        var list = row.getObject("list", UUID.class);
        return new Change(
                row.getLong("number"),
                list == null ? Optional.empty() : Optional.of(new Listed(list, row.getObject("loader", UUID.class))));
    }

    void followed(long number) {
        jdbc.sql("select intel.guard_followed(:number)")
                .param("number", number)
                .query()
                .singleRow();
    }

    /** It is tried again in some minutes. */
    void later(long number) {
        jdbc.sql("select intel.guard_later(:number)")
                .param("number", number)
                .query()
                .singleRow();
    }

    /** The rest of it has its turn after the others. */
    void goesOn(long number) {
        jdbc.sql("select intel.guard_goes_on(:number)")
                .param("number", number)
                .query()
                .singleRow();
    }

    /** A value of the library. */
    record Value(UUID id, Spelling.Form form) {}

    /** The next values of which nobody has asked yet whether a list names them. */
    List<Value> values(long number, int most) {
        return jdbc.sql("select id, type, value from intel.values_to_look_at(:number, :most)")
                .param("number", number)
                .param("most", most)
                .query((row, n) -> new Value(
                        row.getObject("id", UUID.class),
                        new Spelling.Form(IndicatorType.of(row.getString("type")), row.getString("value"))))
                .list();
    }

    /** All up to the last were looked at, and these are named. */
    void looked(long number, UUID last, List<UUID> named) {
        jdbc.sql("select intel.guard_looked(:number, :last, :named)")
                .param("number", number)
                .param("last", last)
                .param("named", named.toArray(UUID[]::new))
                .query()
                .singleRow();
    }

    /** An indicator, and where it stands; nowhere for what is in the library alone. */
    record Place(String stixId, Optional<Collecting> where) {}

    /** A collection, and who made it. */
    record Collecting(UUID collection, UUID maker) {}

    /** Gathers which indicators may have to do with a change, unless that is done. */
    void gather(long number) {
        jdbc.sql("select intel.gather_guarded(:number)")
                .param("number", number)
                .query()
                .singleRow();
    }

    /** The places of the first of those that have not followed, in the order of ids. */
    List<Place> places(long number, int most) {
        return jdbc.sql("select stix_id, collection, maker from intel.guarded_places(:number, :most)")
                .param("number", number)
                .param("most", most)
                .query(GuardedStore::place)
                .list();
    }

    /** They have followed, up to this one. */
    void left(long number, String last) {
        jdbc.sql("select intel.guard_left(:number, :last)")
                .param("number", number)
                .param("last", last)
                .query()
                .singleRow();
    }

    private static Place place(ResultSet row, int n) throws SQLException {
        var collection = row.getObject("collection", UUID.class);
        return new Place(
                row.getString("stix_id"),
                collection == null
                        ? Optional.empty()
                        : Optional.of(new Collecting(collection, row.getObject("maker", UUID.class))));
    }

    /** An entry, as received. */
    record Entry(
            int shelf,
            String stixId,
            long version,
            @SuppressWarnings("ArrayRecordComponent") byte[] raw) {} // read, never compared

    List<Entry> entries(UUID collection, List<String> ids) {
        return jdbc.sql("select shelf, stix_id, version, raw from intel.entries_to_ask(:collection, :ids)")
                .param("collection", collection)
                .param("ids", ids.toArray(String[]::new))
                .query((row, n) -> new Entry(
                        row.getInt("shelf"), row.getString("stix_id"), row.getLong("version"), row.getBytes("raw")))
                .list();
    }

    /** Whether an entry stays near its bringer. */
    record Decision(int shelf, String stixId, long version, boolean near) {}

    /** Lets entries follow, and notes that who got these values of them has to be told. */
    Writers.Changed restrain(UUID collection, List<Decision> entries, Set<Spelling.Form> values) {
        return Objects.requireNonNull(jdbc.sql("""
                select last, changed
                  from intel.restrain(:collection, :shelves, :ids, :versions, :withheld, :types, :texts)
                """)
                .param("collection", collection)
                .param("shelves", entries.stream().map(Decision::shelf).toArray(Integer[]::new))
                .param("ids", entries.stream().map(Decision::stixId).toArray(String[]::new))
                .param("versions", entries.stream().map(Decision::version).toArray(Long[]::new))
                .param("withheld", entries.stream().map(Decision::near).toArray(Boolean[]::new))
                .param(
                        "types",
                        values.stream().map(value -> value.type().code()).toArray(String[]::new))
                .param("texts", values.stream().map(Spelling.Form::value).toArray(String[]::new))
                .query((row, n) -> new Writers.Changed(row.getLong("last"), row.getInt("changed")))
                .single());
    }
}
