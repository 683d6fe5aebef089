package noroshi.intel.taxii;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of objects that were given to their true source. */
@Repository
class GivenStore {
    private final JdbcClient jdbc;

    GivenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes out what others brought of it; empty where nobody of its source may write. */
    Optional<Writers.Changed> give(UUID collection, String object, UUID source, String reason, Instant at) {
        return jdbc.sql("select last, removed from intel.give_object(:collection, :object, :source, :reason, :at)")
                .param("collection", collection)
                .param("object", object)
                .param("source", source)
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Writers.Changed(row.getLong("last"), row.getInt("removed")))
                .optional();
    }

    List<Given> in(UUID collection) {
        return jdbc.sql("select stix_id, reason, at, part, source, holders from intel.given_in(:collection)")
                .param("collection", collection)
                .query(GivenStore::given)
                .list();
    }

    private static Given given(ResultSet row, int n) throws SQLException {
        return new Given(
                row.getString("stix_id"),
                row.getString("reason"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Given.Part.valueOf(row.getString("part")),
                Optional.ofNullable(row.getObject("source", UUID.class)),
                holders(row.getArray("holders")));
    }

    private static List<UUID> holders(@Nullable Array column) throws SQLException {
        return column == null ? List.of() : List.of((UUID[]) column.getArray());
    }
}
