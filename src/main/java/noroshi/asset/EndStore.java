package noroshi.asset;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.shared.Question;
import noroshi.shared.Together;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of ends: what leaves the register by itself, and what is renewed in time. */
@Repository
class EndStore {
    private final JdbcClient jdbc;
    private final Together together;

    EndStore(JdbcClient jdbc, Together together) {
        this.jdbc = jdbc;
        this.together = together;
    }

    /** Assets of one organisation that end, or did. */
    record End(UUID organisation, boolean ended, int assets) {}

    /** What is to be told of ends, and is told by this. */
    List<End> tellEnds(Instant now, Instant soon) {
        return jdbc.sql("select organisation, ended, assets from asset.tell_ends(:now, :soon)")
                .param("now", AssetStore.at(now))
                .param("soon", AssetStore.at(soon))
                .query((row, n) -> new End(
                        row.getObject("organisation", UUID.class), row.getBoolean("ended"), row.getInt("assets")))
                .list();
    }

    /** How many end before a moment, or did, and nobody asked to renew them. */
    Supplier<Integer> ending(UUID organisation, Instant soon) {
        return together.later(
                List.of("assets ending", organisation),
                Question.count("""
                        select count(*) from asset.asset
                         where organisation = :organisation and state = 'registered' and expires_at <= :soon
                           and renewal_at is null
                        """, Map.of("organisation", organisation, "soon", AssetStore.at(soon))));
    }

    /** Asks for the renewal of all of them. */
    List<UUID> renewAll(UUID organisation, Instant soon, UUID by, Instant now) {
        return jdbc.sql("""
                update asset.asset set renewal_by = :by, renewal_at = :now
                 where organisation = :organisation and state = 'registered' and expires_at <= :soon
                   and renewal_at is null
                returning id
                """)
                .param("organisation", organisation)
                .param("soon", AssetStore.at(soon))
                .param("by", by)
                .param("now", AssetStore.at(now))
                .query(UUID.class)
                .list();
    }
}
