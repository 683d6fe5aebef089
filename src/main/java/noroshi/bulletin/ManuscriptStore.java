package noroshi.bulletin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.bulletin.Manuscript.Change;
import noroshi.bulletin.Manuscript.State;
import noroshi.shared.Tlp;
import noroshi.topic.Importance;
import noroshi.topic.InformationKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of manuscripts. */
@Repository
class ManuscriptStore {
    private static final int MOST = 100;
    private static final String SELECT = """
            select id, topic, version, bundle, bundle_tlp, bundle_only, author, contributors, lock, information_kind, importance, tlp,
                   confidentiality, audience, copy, state, state_by, state_at, returned_for, started_at, changed_at,
                   changed_by
              from bulletin.manuscript
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ManuscriptStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Manuscript> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(this::map)
                .optional();
    }

    Optional<Manuscript> lock(UUID id) {
        return jdbc.sql(SELECT + " where id = :id for update")
                .param("id", id)
                .query(this::map)
                .optional();
    }

    Optional<Manuscript> behind(UUID topic) {
        return jdbc.sql(SELECT + " where topic = :topic")
                .param("topic", topic)
                .query(this::map)
                .optional();
    }

    /** Those in hand, and the last published ones. */
    List<Manuscript> recent() {
        return jdbc.sql(SELECT + " order by state = 'published', changed_at desc, id limit :most")
                .param("most", MOST)
                .query(this::map)
                .list();
    }

    /** Whether a set of principals is everybody: the whole structure, or all who take part. */
    boolean everybody(Set<UUID> audience) {
        return jdbc.sql("""
                select membership.everyone() = any (:audience)
                    or exists (select from community.published where id = any (:audience) and everyone_taking_part)
                """)
                .param("audience", array(audience))
                .query(Boolean.class)
                .single();
    }

    /** Whether every one of the principals belongs to the organisation: itself, its offices, its people. */
    boolean within(UUID organisation, Set<UUID> audience) {
        return jdbc.sql("""
                select not exists (
                    select from unnest(:audience::uuid[]) p
                     where p <> :organisation
                       and not exists (select from membership.office f
                                        where f.id = p and f.organisation = :organisation)
                       and not exists (select from membership.seat s
                                        where s.person = p and s.organisation = :organisation and s.until is null))
                """)
                .param("audience", array(audience))
                .param("organisation", organisation)
                .query(Boolean.class)
                .single();
    }

    boolean insert(Manuscript manuscript) {
        return jdbc.sql("""
                insert into bulletin.manuscript (id, bundle, bundle_tlp, bundle_only, author, contributors,
                                                 information_kind, importance, tlp, confidentiality, audience, copy, state, started_at, changed_at,
                                                 changed_by)
                values (:id, :bundle, :bundleTlp, :bundleOnly, :author, array[:author],
                        :information, :importance, :tlp, :confidentiality, :audience, :copy::jsonb, 'writing', :now, :now,
                        :author)
                on conflict (id) do nothing
                """)
                        .param("id", manuscript.id())
                        .param("bundle", manuscript.origin().map(Origin::bundle).orElse(null), Types.OTHER)
                        .param(
                                "bundleTlp",
                                manuscript.origin().map(it -> it.tlp().name()).orElse(null),
                                Types.VARCHAR)
                        .param(
                                "bundleOnly",
                                manuscript.origin().flatMap(Origin::only).orElse(null),
                                Types.OTHER)
                        .param("author", manuscript.author())
                        .param("information", manuscript.marking().information().name())
                        .param("importance", manuscript.marking().importance().name())
                        .param("tlp", manuscript.marking().tlp().name())
                        .param("confidentiality", manuscript.marking().confidentiality())
                        .param("audience", array(manuscript.marking().audience()))
                        .param("copy", json.writeValueAsString(manuscript.copy()))
                        .param("now", at(manuscript.begun().at()))
                        .update()
                == 1;
    }

    /** Writes the next step over the one before; the lock tells them apart. */
    void save(Manuscript manuscript) {
        var standing = Standing.of(manuscript.state());
        var saved = jdbc.sql("""
                update bulletin.manuscript
                   set topic = :topic, version = :version, contributors = :contributors, lock = :lock,
                       information_kind = :information, importance = :importance, tlp = :tlp,
                       confidentiality = :confidentiality, audience = :audience, copy = :copy::jsonb,
                       state = :state, state_by = :stateBy, state_at = :stateAt, returned_for = :reason,
                       changed_at = :now, changed_by = :by
                 where id = :id and lock = :lock - 1
                """)
                .param("id", manuscript.id())
                .param("topic", manuscript.topic().orElse(null), Types.OTHER)
                .param("version", manuscript.version())
                .param("contributors", array(manuscript.contributors()))
                .param("lock", manuscript.lock())
                .param("information", manuscript.marking().information().name())
                .param("importance", manuscript.marking().importance().name())
                .param("tlp", manuscript.marking().tlp().name())
                .param("confidentiality", manuscript.marking().confidentiality())
                .param("audience", array(manuscript.marking().audience()))
                .param("copy", json.writeValueAsString(manuscript.copy()))
                .param("state", standing.code)
                .param("stateBy", standing.by, Types.OTHER)
                .param("stateAt", standing.at == null ? null : at(standing.at), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("reason", standing.reason, Types.VARCHAR)
                .param("now", at(manuscript.changed().at()))
                .param("by", manuscript.changed().by())
                .update();
        if (saved != 1) {
            throw new IllegalStateException("a manuscript changed while it was locked: " + manuscript.id());
        }
    }

    void delete(UUID id) {
        jdbc.sql("delete from bulletin.manuscript where id = :id")
                .param("id", id)
                .update();
    }

    /** A state as the columns hold it. */
    private record Standing(
            String code,
            @Nullable UUID by,
            @Nullable Instant at,
            @Nullable String reason) {
        static Standing of(State state) {
            return switch (state) {
                case State.Writing _ -> new Standing("writing", null, null, null);
                case State.Revising _ -> new Standing("revising", null, null, null);
                case State.InReview(var by, var at) -> new Standing("in_review", by, at, null);
                case State.Returned(var by, var at, var reason) -> new Standing("returned", by, at, reason);
                case State.Approved(var by, var at) -> new Standing("approved", by, at, null);
                case State.Published(var by, var at) -> new Standing("published", by, at, null);
            };
        }
    }

    private Manuscript map(ResultSet row, int n) throws SQLException {
        return new Manuscript(
                id(row, "id"),
                Optional.ofNullable(row.getObject("topic", UUID.class)),
                row.getInt("version"),
                origin(row),
                id(row, "author"),
                ids(row, "contributors"),
                row.getInt("lock"),
                new Marking(
                        InformationKind.valueOf(row.getString("information_kind")),
                        Importance.valueOf(row.getString("importance")),
                        Tlp.valueOf(row.getString("tlp")),
                        row.getInt("confidentiality"),
                        ids(row, "audience")),
                json.readValue(row.getString("copy"), Copy.class),
                state(row),
                new Change(id(row, "author"), instant(row, "started_at")),
                new Change(id(row, "changed_by"), instant(row, "changed_at")));
    }

    private static Optional<Origin> origin(ResultSet row) throws SQLException {
        var tlp = row.getString("bundle_tlp");
        return tlp == null
                ? Optional.empty()
                : Optional.of(new Origin(
                        id(row, "bundle"),
                        Tlp.valueOf(tlp),
                        Optional.ofNullable(row.getObject("bundle_only", UUID.class))));
    }

    private static State state(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "writing" -> new State.Writing();
            case "revising" -> new State.Revising();
            case "in_review" -> new State.InReview(id(row, "state_by"), instant(row, "state_at"));
            case "returned" ->
                new State.Returned(id(row, "state_by"), instant(row, "state_at"), row.getString("returned_for"));
            case "approved" -> new State.Approved(id(row, "state_by"), instant(row, "state_at"));
            case "published" -> new State.Published(id(row, "state_by"), instant(row, "state_at"));
            case String other -> throw new IllegalStateException("unknown state " + other);
        };
    }

    static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static Set<UUID> ids(ResultSet row, String column) throws SQLException {
        return Set.of((UUID[]) row.getArray(column).getArray());
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    static UUID[] array(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
