package noroshi.asset;

import static noroshi.asset.AssetStore.at;

import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the Centre's part: what waits, whose something is, and decisions. */
@Repository
class ClaimStore {
    /** Does one asset cover the other, or is it covered by it? */
    private static final String OVERLAPS = """
            (o.network is not null and a.network is not null and o.network && a.network
             or o.kind = 'DOMAIN' and a.hosts @> array[o.host]
             or a.kind = 'DOMAIN' and o.hosts @> array[a.host]
             or o.kind = a.kind and o.value = a.value and a.kind = 'URL')
            """;

    private final JdbcClient jdbc;

    ClaimStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Claim> waiting(Optional<UUID> organisation, Window window) {
        return jdbc.sql("""
                select a.id, a.organisation, a.kind, a.value, a.shown, a.note, a.state, a.asked_by, a.asked_at,
                       a.decided_by, a.decided_at, a.reason, a.expires_at, a.renewal_at, a.removed_by, a.removed_at,
                       a.proven_how, a.proven_at,
                       a.state = 'registered' as renewal,
                       coalesce(a.renewal_by, a.asked_by) = membership.reader() as mine,
                       array(select distinct o.organisation from asset.asset o
                              where o.organisation <> a.organisation and o.state in ('waiting', 'registered')
                                and %s limit 5) as others
                  from asset.asset a
                 where (a.state = 'waiting' or a.state = 'registered' and a.renewal_at is not null)
                   and (:organisation::uuid is null or a.organisation = :organisation)
                 order by a.organisation, coalesce(a.renewal_at, a.asked_at), a.kind, a.value
                offset :offset limit :size
                """.formatted(OVERLAPS))
                .param("organisation", organisation.orElse(null), Types.OTHER)
                .param("offset", window.offset())
                .param("size", window.size())
                .query((row, n) -> new Claim(
                        AssetStore.asset(row, n),
                        row.getBoolean("renewal"),
                        row.getBoolean("mine"),
                        Arrays.stream((UUID[]) row.getArray("others").getArray())
                                .toList()))
                .list();
    }

    int waiting() {
        return jdbc.sql("""
                select count(*) from asset.asset
                 where state = 'waiting' or state = 'registered' and renewal_at is not null
                """).query(Integer.class).single();
    }

    /** Locks those that still wait, with who asked last. */
    List<Claim> lock(Collection<UUID> ids) {
        return jdbc.sql("""
                select id, organisation, kind, value, shown, note, state, asked_by, asked_at, decided_by, decided_at,
                       reason, expires_at, renewal_at, removed_by, removed_at, proven_how, proven_at,
                       state = 'registered' as renewal,
                       membership.reader() in (asked_by, renewal_by) as mine
                  from asset.asset
                 where id = any (:ids) and (state = 'waiting' or state = 'registered' and renewal_at is not null)
                 order by id
                   for update
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> new Claim(
                        AssetStore.asset(row, n), row.getBoolean("renewal"), row.getBoolean("mine"), List.of()))
                .list();
    }

    void approve(Collection<UUID> ids, UUID by, Instant now, Instant until) {
        jdbc.sql("""
                update asset.asset set state = 'registered', decided_by = :by, decided_at = :now, expires_at = :until,
                                       reason = null, renewal_by = null, renewal_at = null
                 where id = any (:ids)
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("by", by)
                .param("now", at(now))
                .param("until", at(until))
                .update();
    }

    void decline(Collection<UUID> ids, String reason, UUID by, Instant now) {
        jdbc.sql("""
                update asset.asset set state = 'declined', decided_by = :by, decided_at = :now, reason = :reason,
                                       expires_at = null, renewal_by = null, renewal_at = null
                 where id = any (:ids)
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("by", by)
                .param("now", at(now))
                .param("reason", reason)
                .update();
    }

    /** Assets in force that a value lies in or is, the most exact first. */
    List<Asset> owners(AssetValue value, Instant now) {
        return jdbc.sql("""
                select id, organisation, kind, value, shown, note, state, asked_by, asked_at, decided_by, decided_at,
                       reason, expires_at, renewal_at, removed_by, removed_at, proven_how, proven_at
                  from asset.asset
                 where state = 'registered' and expires_at > :now
                   and organisation in (select id from membership.organisation where status = 'active')
                   and (kind = :kind and value = :value
                        or network >>= :network::cidr
                        or kind = 'DOMAIN' and host = any (:hosts)
                        or kind = 'URL' and host = :host and :kind = 'DOMAIN')
                 order by kind = :kind and value = :value desc, masklen(network) desc nulls last, length(host) desc, id
                """)
                .param("now", at(now))
                .param("kind", value.kind().name())
                .param("value", value.value())
                .param("network", value.network().orElse(null), Types.VARCHAR)
                .param("hosts", value.hosts().toArray(String[]::new))
                .param("host", value.host().orElse(""))
                .query(AssetStore::asset)
                .list();
    }
}
