package noroshi.topic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Tlp;
import org.jspecify.annotations.Nullable;

/** Turns rows of the topic tables into records. */
final class Rows {
    private Rows() {}

    static Topic topic(ResultSet row, int n) throws SQLException {
        return new Topic(
                id(row, "id"),
                Kind.valueOf(row.getString("kind")),
                InformationKind.valueOf(row.getString("information_kind")),
                optionalId(row, "parent"),
                author(row),
                Tlp.valueOf(row.getString("tlp")),
                row.getInt("confidentiality"),
                importance(row),
                "withdrawn".equals(row.getString("state"))
                        ? new Topic.State.Withdrawn(row.getString("withdrawal"))
                        : new Topic.State.Published(),
                row.getInt("version"),
                row.getString("title"),
                optionalId(row, "accepted"),
                instant(row, "published_at"),
                instant(row, "revised_at"));
    }

    static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getBoolean("source"),
                row.getBoolean("restricted"),
                ids(row, "reasons"),
                row.getBoolean("moderates"),
                row.getBoolean("on_duty"),
                row.getBoolean("at_centre"),
                row.getBoolean("at_window"));
    }

    static TopicRow row(ResultSet row, int n) throws SQLException {
        return new TopicRow(
                id(row, "id"),
                Kind.valueOf(row.getString("kind")),
                InformationKind.valueOf(row.getString("information_kind")),
                author(row),
                Tlp.valueOf(row.getString("tlp")),
                importance(row),
                row.getInt("version"),
                row.getString("title"),
                Prose.opening(row.getString("excerpt")),
                row.getBoolean("answered"),
                instant(row, "published_at"),
                instant(row, "revised_at"),
                row.getInt("comments"),
                row.getInt("files"),
                row.getBoolean("unread"),
                row.getBoolean("unconfirmed"),
                optionalId(row, "community"),
                row.getBoolean("direct"));
    }

    static Author author(ResultSet row) throws SQLException {
        return row.getBoolean("hidden")
                ? new Author.Hidden()
                : new Author.Known(id(row, "author"), id(row, "organisation"));
    }

    private static Optional<Importance> importance(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("importance")).map(Importance::valueOf);
    }

    static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static Optional<UUID> optionalId(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }

    static Set<UUID> ids(ResultSet row, String column) throws SQLException {
        return Set.of((UUID[]) row.getArray(column).getArray());
    }

    static Set<Beside> beside(ResultSet row) throws SQLException {
        var found = EnumSet.noneOf(Beside.class);
        for (var name : (String[]) row.getArray("beside").getArray()) {
            found.add(Beside.valueOf(name));
        }
        return found;
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(moment).map(OffsetDateTime::toInstant);
    }
}
