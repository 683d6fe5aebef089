package noroshi.asset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import noroshi.asset.Asset.Proof;
import noroshi.asset.Asset.State;
import noroshi.asset.SheetLine.Good;
import noroshi.shared.Actor;
import noroshi.shared.Window;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of registered assets; the wall shows each organisation its own, and the watch office all. */
@Repository
class AssetStore {
    private static final String SELECT = """
            select id, organisation, kind, value, shown, note, state, asked_by, asked_at, decided_by, decided_at,
                   reason, expires_at, renewal_by, renewal_at, removed_by, removed_at, proven_how, proven_at
              from asset.asset
            """;
    private static final int AT_ONCE = 1000;

    private final JdbcClient jdbc;

    AssetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean watching() {
        return jdbc.sql("select membership.holds('duty_desk')")
                .query(Boolean.class)
                .single();
    }

    Optional<Asset> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(AssetStore::asset)
                .optional();
    }

    Optional<Asset> lock(UUID id) {
        return jdbc.sql(SELECT + " where id = :id for update")
                .param("id", id)
                .query(AssetStore::asset)
                .optional();
    }

    List<Asset> list(AssetFilter filter, Instant soon, Window window) {
        return jdbc.sql(SELECT + """
                 where (:organisation::uuid is null or organisation = :organisation)
                   and (:kind::text is null or kind = :kind)
                   and (:words = '' or strpos(lower(shown), lower(:words)) > 0 or strpos(value, lower(:words)) > 0)
                   and case :show
                         when 'CURRENT' then state in ('waiting', 'registered')
                         when 'WAITING' then state = 'waiting' or state = 'registered' and renewal_at is not null
                         when 'EXPIRING' then state = 'registered' and expires_at <= :soon and renewal_at is null
                         else state in ('removed', 'declined') end
                 order by coalesce(removed_at, asked_at) desc, kind, value
                offset :offset limit :size
                """)
                .param("organisation", filter.organisation().orElse(null), Types.OTHER)
                .param("kind", filter.kind().map(Enum::name).orElse(null), Types.VARCHAR)
                .param("words", filter.words())
                .param("show", filter.show().name())
                .param("soon", at(soon))
                .param("offset", window.offset())
                .param("size", window.size())
                .query(AssetStore::asset)
                .list();
    }

    /** Whether the organisation has this value already, in force or waiting. */
    boolean has(UUID organisation, AssetValue value) {
        return jdbc.sql("""
                select exists (select from asset.asset
                                where organisation = :organisation and kind = :kind and value = :value
                                  and state in ('waiting', 'registered'))
                """)
                .param("organisation", organisation)
                .param("kind", value.kind().name())
                .param("value", value.value())
                .query(Boolean.class)
                .single();
    }

    int count(UUID organisation) {
        return jdbc.sql("""
                select count(*) from asset.asset where organisation = :organisation and state in ('waiting', 'registered')
                """)
                .param("organisation", organisation)
                .query(Integer.class)
                .single();
    }

    Map<AssetKind, Integer> kinds(UUID organisation, Instant now) {
        var kinds = new HashMap<AssetKind, Integer>();
        jdbc.sql("""
                select kind, count(*) as assets from asset.asset
                 where organisation = :organisation and state = 'registered' and expires_at > :now group by kind
                """).param("organisation", organisation).param("now", at(now)).query(row -> {
            kinds.put(AssetKind.valueOf(row.getString("kind")), row.getInt("assets"));
        });
        return kinds;
    }

    /** How many organisations have assets of each kind in force, and how many assets that is. */
    List<Holding> holdings(Instant now, Window window) {
        return jdbc.sql("""
                select a.organisation,
                       count(*) filter (where a.state = 'registered' and a.expires_at > :now) as registered,
                       count(*) filter (where a.state = 'waiting' or a.renewal_at is not null) as waiting
                  from asset.asset a
                 where a.state in ('waiting', 'registered')
                 group by a.organisation
                 order by waiting desc, registered desc, a.organisation
                offset :offset limit :size
                """)
                .param("now", at(now))
                .param("offset", window.offset())
                .param("size", window.size())
                .query((row, n) -> new Holding(
                        row.getObject("organisation", UUID.class), row.getInt("registered"), row.getInt("waiting")))
                .list();
    }

    UUID insert(AssetValue value, String note, Actor actor, Instant now) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into asset.asset (id, organisation, kind, value, shown, host, hosts, network, note, asked_by,
                                         asked_at)
                values (:id, :organisation, :kind, :value, :shown, :host, :hosts, :network::cidr, :note, :by, :now)
                """)
                .param("id", id)
                .param("organisation", actor.organisation())
                .param("kind", value.kind().name())
                .param("value", value.value())
                .param("shown", value.shown())
                .param("host", value.host().orElse(null), Types.VARCHAR)
                .param("hosts", value.hosts().toArray(String[]::new))
                .param("network", value.network().orElse(null), Types.VARCHAR)
                .param("note", note)
                .param("by", actor.person())
                .param("now", at(now))
                .update();
        return id;
    }

    /** Inserts many at once; what the organisation has already stays as it is. */
    int insertAll(List<Good> lines, Actor actor, Instant now) {
        var added = 0;
        for (int from = 0; from < lines.size(); from += AT_ONCE) {
            added += insertSome(lines.subList(from, Math.min(from + AT_ONCE, lines.size())), actor, now);
        }
        return added;
    }

    private int insertSome(List<Good> lines, Actor actor, Instant now) {
        return jdbc.sql("""
                insert into asset.asset (organisation, kind, value, shown, host, hosts, network, note, asked_by, asked_at)
                select :organisation, l.kind, l.value, l.shown, nullif(l.host, ''),
                       coalesce(string_to_array(nullif(l.hosts, ''), ' '), '{}'),
                       nullif(l.network, '')::cidr, l.note, :by, :now
                  from (select unnest(:kinds) as kind, unnest(:values) as value, unnest(:shown) as shown,
                               unnest(:host) as host, unnest(:hosts) as hosts, unnest(:networks) as network,
                               unnest(:notes) as note) l
                on conflict (organisation, kind, value) where state in ('waiting', 'registered') do nothing
                """)
                .param("organisation", actor.organisation())
                .param("by", actor.person())
                .param("now", at(now))
                .param("kinds", array(lines, line -> line.value().kind().name()))
                .param("values", array(lines, line -> line.value().value()))
                .param("shown", array(lines, line -> line.value().shown()))
                .param("host", array(lines, line -> line.value().host().orElse("")))
                .param(
                        "hosts",
                        array(lines, line -> String.join(" ", line.value().hosts())))
                .param("networks", array(lines, line -> line.value().network().orElse("")))
                .param("notes", array(lines, Good::note))
                .update();
    }

    private static String[] array(List<Good> lines, Function<Good, String> field) {
        return lines.stream().map(field).toArray(String[]::new);
    }

    int known(UUID organisation, List<Good> lines) {
        return jdbc.sql("""
                select count(*) from asset.asset
                 where organisation = :organisation and state in ('waiting', 'registered')
                   and kind || ' ' || value = any (:values)
                """)
                .param("organisation", organisation)
                .param(
                        "values",
                        array(
                                lines,
                                line -> line.value().kind() + " " + line.value().value()))
                .query(Integer.class)
                .single();
    }

    void renew(UUID id, UUID by, Instant now) {
        jdbc.sql("update asset.asset set renewal_by = :by, renewal_at = :now where id = :id")
                .param("id", id)
                .param("by", by)
                .param("now", at(now))
                .update();
    }

    void remove(UUID id, String reason, UUID by, Instant now) {
        jdbc.sql("""
                update asset.asset set state = 'removed', removed_by = :by, removed_at = :now,
                                       reason = nullif(:reason, ''), renewal_by = null, renewal_at = null
                 where id = :id
                """)
                .param("id", id)
                .param("reason", reason)
                .param("by", by)
                .param("now", at(now))
                .update();
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    static Asset asset(ResultSet row, int n) throws SQLException {
        return new Asset(
                row.getObject("id", UUID.class),
                row.getObject("organisation", UUID.class),
                AssetKind.valueOf(row.getString("kind")),
                row.getString("value"),
                row.getString("shown"),
                row.getString("note"),
                state(row),
                row.getObject("asked_by", UUID.class),
                instant(row, "asked_at"),
                proof(row));
    }

    private static Optional<Proof> proof(ResultSet row) throws SQLException {
        var how = row.getString("proven_how");
        return how == null
                ? Optional.empty()
                : Optional.of(new Proof(Proof.How.valueOf(how), instant(row, "proven_at")));
    }

    private static State state(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "registered" ->
                new State.Registered(
                        Optional.ofNullable(row.getObject("decided_by", UUID.class)),
                        instant(row, row.getTimestamp("decided_at") == null ? "proven_at" : "decided_at"),
                        instant(row, "expires_at"),
                        optional(row.getTimestamp("renewal_at")));
            case "declined" ->
                new State.Declined(
                        row.getObject("decided_by", UUID.class), instant(row, "decided_at"), row.getString("reason"));
            case "removed" ->
                new State.Removed(
                        row.getObject("removed_by", UUID.class),
                        instant(row, "removed_at"),
                        Optional.ofNullable(row.getString("reason")).orElse(""));
            default -> new State.Waiting();
        };
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static Optional<Instant> optional(@Nullable Timestamp moment) {
        return Optional.ofNullable(moment).map(Timestamp::toInstant);
    }
}
