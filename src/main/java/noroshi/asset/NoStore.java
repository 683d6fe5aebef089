package noroshi.asset;

import static noroshi.asset.AssetStore.at;
import static noroshi.asset.AssetStore.instant;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what the Centre said no to, and of noes that were lifted. */
@Repository
class NoStore {
    private final JdbcClient jdbc;

    NoStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest no that holds against a proof of each of them now. */
    Map<UUID, EarlierNo> holding(Collection<UUID> assets, Duration holds, Instant now) {
        var found = new HashMap<UUID, EarlierNo>();
        jdbc.sql("""
                select w.id as of_asset, n.asset, n.at, o.shown, o.reason
                  from unnest(:assets) w(id) cross join lateral asset.noes(w.id, :after) n
                  join asset.asset o on o.id = n.asset
                 order by n.at
                """)
                .param("assets", assets.toArray(UUID[]::new))
                .param("after", at(now.minus(holds)))
                .query(row -> {
                    var moment = instant(row, "at");
                    found.put(
                            row.getObject("of_asset", UUID.class),
                            new EarlierNo(
                                    row.getObject("asset", UUID.class),
                                    row.getString("shown"),
                                    row.getString("reason"),
                                    moment,
                                    moment.plus(holds)));
                });
        return found;
    }

    /** Whether this one is a no that holds now. */
    boolean holds(UUID no, Duration holds, Instant now) {
        return jdbc.sql("select asset.holds(:no, :after)")
                .param("no", no)
                .param("after", at(now.minus(holds)))
                .query(Boolean.class)
                .single();
    }

    Optional<Lifting> lifting(UUID asset) {
        return jdbc.sql("select lifted_by, lifted_at, reason from asset.lifting where asset = :asset")
                .param("asset", asset)
                .query((row, n) -> new Lifting(
                        row.getObject("lifted_by", UUID.class), instant(row, "lifted_at"), row.getString("reason")))
                .optional();
    }

    /** False when it was lifted already. */
    boolean lift(UUID asset, String reason, UUID by, Instant now) {
        return jdbc.sql("""
                        insert into asset.lifting (asset, reason, lifted_by, lifted_at)
                        values (:asset, :reason, :by, :now)
                        on conflict (asset) do nothing
                        """)
                        .param("asset", asset)
                        .param("reason", reason)
                        .param("by", by)
                        .param("now", at(now))
                        .update()
                == 1;
    }
}
