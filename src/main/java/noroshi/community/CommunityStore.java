package noroshi.community;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.shared.Question;
import noroshi.shared.Together;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of communities; the wall lets a statement see what its reader may know of. */
@Repository
class CommunityStore {
    private static final String COLUMNS = """
            c.id, c.code, c.kind, c.name, c.name_en, c.charter_ja, c.charter_en, c.goal_ja, c.goal_en, c.tlp_meaning_ja,
            c.tlp_meaning_en, c.colour, c.everyone_taking_part, c.closed_at
            """;

    private static final String ROW = "select " + COLUMNS + """
             , mine.role, coalesce(z.people, 0) as people, coalesce(z.organisations, 0) as organisations
              from community.community c
              left join community.seat mine on mine.community = c.id and mine.person = (select membership.reader())
              left join community.size z on z.community = c.id
            """;

    private static final Question<List<MyCommunity>> MINE = Question.list(
            """
            select c.id, c.name, c.name_en, c.colour, mine.role
              from community.seat mine
              join community.community c on c.id = mine.community and c.closed_at is null
             where mine.person = (select membership.reader())
             order by c.everyone_taking_part desc, c.created_at, c.code
            """,
            Map.of(),
            (row, n) -> new MyCommunity(
                    row.getObject("id", UUID.class),
                    new Wording(row.getString("name"), row.getString("name_en")),
                    row.getInt("colour"),
                    place(row)));

    private final JdbcClient jdbc;
    private final Together together;

    CommunityStore(JdbcClient jdbc, Together together) {
        this.jdbc = jdbc;
        this.together = together;
    }

    /** The reader's own first, the closed ones last. */
    List<CommunityRow> rows() {
        return jdbc.sql(ROW + """
                 order by c.closed_at is not null, mine.role is null, c.everyone_taking_part desc, c.created_at, c.code
                """).query(CommunityStore::row).list();
    }

    Optional<CommunityRow> row(UUID id) {
        return jdbc.sql(ROW + "where c.id = :id")
                .param("id", id)
                .query(CommunityStore::row)
                .optional();
    }

    Supplier<List<MyCommunity>> mine() {
        return together.later(MINE, MINE);
    }

    /** The community of all participating organisations, where there is one. */
    Optional<UUID> ofEverybody() {
        return jdbc.sql("select id from community.community where everyone_taking_part and closed_at is null")
                .query(UUID.class)
                .optional();
    }

    Optional<Community> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from community.community c where c.id = :id")
                .param("id", id)
                .query(CommunityStore::community)
                .optional();
    }

    Optional<Community> byCode(String code) {
        return jdbc.sql("select " + COLUMNS + " from community.community c where c.code = :code")
                .param("code", code)
                .query(CommunityStore::community)
                .optional();
    }

    void insert(UUID id, NewCommunity community, Instant now) {
        write("""
                insert into community.community (id, name, name_en, charter_ja, charter_en, goal_ja, goal_en,
                                                 tlp_meaning_ja, tlp_meaning_en, colour, code, kind,
                                                 everyone_taking_part, created_at)
                values (:id, :name, :nameEn, :charterJa, :charterEn, :goalJa, :goalEn, :meaningJa, :meaningEn,
                        :colour,
                        :code, :kind, :everyone, :now)
                """, id, community.profile())
                .param("everyone", community.everyone())
                .param("code", community.code())
                .param("kind", community.kind().name().toLowerCase(Locale.ROOT))
                .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** Nobody else changes it before this is done. */
    void hold(UUID id) {
        jdbc.sql("select id from community.community where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    void update(UUID id, Profile profile) {
        write("""
                update community.community
                   set name = :name, name_en = :nameEn, charter_ja = :charterJa, charter_en = :charterEn,
                       goal_ja = :goalJa, goal_en = :goalEn,
                       tlp_meaning_ja = :meaningJa, tlp_meaning_en = :meaningEn, colour = :colour
                 where id = :id
                """, id, profile).update();
    }

    void close(UUID id, Instant now) {
        jdbc.sql("update community.community set closed_at = :now where id = :id and closed_at is null")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    private JdbcClient.StatementSpec write(String sql, UUID id, Profile profile) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("name", profile.name().ja())
                .param("nameEn", profile.name().en())
                .param("charterJa", profile.charter().ja())
                .param("charterEn", profile.charter().en())
                .param("goalJa", profile.goal().ja())
                .param("goalEn", profile.goal().en())
                .param("meaningJa", profile.meaning().ja())
                .param("meaningEn", profile.meaning().en())
                .param("colour", profile.colour());
    }

    private static CommunityRow row(ResultSet row, int n) throws SQLException {
        return new CommunityRow(community(row, n), place(row), row.getInt("people"), row.getInt("organisations"));
    }

    private static Community community(ResultSet row, int n) throws SQLException {
        @Nullable OffsetDateTime closedAt = row.getObject("closed_at", OffsetDateTime.class);
        return new Community(
                row.getObject("id", UUID.class),
                row.getString("code"),
                Community.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                new Profile(
                        new Wording(row.getString("name"), row.getString("name_en")),
                        new Wording(row.getString("charter_ja"), row.getString("charter_en")),
                        new Wording(row.getString("goal_ja"), row.getString("goal_en")),
                        new Wording(row.getString("tlp_meaning_ja"), row.getString("tlp_meaning_en")),
                        row.getInt("colour")),
                row.getBoolean("everyone_taking_part"),
                closedAt == null ? new Community.State.Running() : new Community.State.Closed(closedAt.toInstant()));
    }

    private static Place place(ResultSet row) throws SQLException {
        return switch (row.getString("role")) {
            case "lead" -> Place.LEAD;
            case "member" -> Place.MEMBER;
            case null, default -> Place.OUTSIDE;
        };
    }
}
