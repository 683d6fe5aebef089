package noroshi.sanitised;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Tlp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of values that stand in matters. */
@Repository
class ReportedStore {
    private final JdbcClient jdbc;

    ReportedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One spelling of the value in that place, as topics are searched. */
    record Spelled(int place, String text) {}

    /** The value in that place stands in a matter, which is named to whoever reads it. */
    record Found(int place, Optional<UUID> matter, boolean agreed, Set<UUID> refused) {}

    List<Found> unpermitted(List<Spelled> spelled, Tlp label, Collection<UUID> organisations) {
        return jdbc.sql("select * from sanitised.unpermitted(:places, :spellings, :label, :organisations)")
                .param("places", spelled.stream().map(Spelled::place).toArray(Integer[]::new))
                .param("spellings", spelled.stream().map(Spelled::text).toArray(String[]::new))
                .param("label", label.name())
                .param("organisations", organisations.toArray(UUID[]::new))
                .query((row, n) -> new Found(
                        row.getInt("place"),
                        Optional.ofNullable(row.getObject("matter", UUID.class)),
                        row.getBoolean("agreed"),
                        ids(row.getArray("refused"))))
                .list();
    }

    private static Set<UUID> ids(java.sql.Array array) throws SQLException {
        return Set.of((UUID[]) array.getArray());
    }
}
