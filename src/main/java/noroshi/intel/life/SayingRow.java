package noroshi.intel.life;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.life.Saying.How;
import noroshi.shared.Tlp;

/** Reads what is said of a value from a row with the columns of {@code intel.said}. */
public final class SayingRow {
    private SayingRow() {}

    /** What the current row says. */
    public static Saying read(ResultSet row) throws SQLException {
        return new Saying(
                row.getObject("id", UUID.class),
                place(row),
                row.getString("title"),
                Optional.ofNullable(row.getObject("organisation", UUID.class)),
                Tlp.valueOf(row.getString("tlp")),
                Optional.ofNullable(row.getObject("confidence", Integer.class)),
                row.getBoolean("alone"),
                row.getString("role"),
                instant(row, "first_at").orElseThrow(),
                instant(row, "last_at").orElseThrow(),
                instant(row, "valid_from").orElseThrow(),
                instant(row, "valid_until"),
                withdrawal(row),
                List.of((String[]) row.getArray("indicator_types").getArray()));
    }

    private static Saying.Place place(ResultSet row) throws SQLException {
        var topic = row.getObject("topic", UUID.class);
        if (topic != null) {
            return new Saying.Place.InTopic(topic);
        }
        return Optional.ofNullable(row.getObject("object", UUID.class))
                .<Saying.Place>map(Saying.Place.InLibrary::new)
                .orElseGet(Saying.Place.InCollection::new);
    }

    private static Optional<Saying.Withdrawal> withdrawal(ResultSet row) throws SQLException {
        var at = instant(row, "withdrawn_at");
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(new Saying.Withdrawal(
                        at.get(),
                        How.valueOf(row.getString("withdrawn_how").toUpperCase(Locale.ROOT)),
                        row.getString("withdrawn_why")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
