package noroshi.asset;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the question whether a value is somebody's own. */
@Repository
class GuardStore {
    private final JdbcClient jdbc;

    GuardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that touch what an organisation registered, or what anybody did. */
    Set<Integer> touched(List<AssetGuard.Place> places, Optional<UUID> organisation) {
        return jdbc
                .sql("select * from asset.guarded(:names, :urls, :networks, :organisation::uuid)")
                .param("names", array(places, place -> String.join(" ", Hostname.upwards(place.name()))))
                .param("urls", array(places, AssetGuard.Place::url))
                .param("networks", array(places, AssetGuard.Place::network))
                .param("organisation", organisation.orElse(null))
                .query(Integer.class)
                .stream()
                .map(place -> place - 1)
                .collect(Collectors.toSet());
    }

    List<String> own(UUID organisation) {
        return jdbc.sql("""
                select distinct coalesce(case when kind = 'DOMAIN' then n.name else host end,
                                         host(network) || case when kind = 'RANGE' then '/' || masklen(network) else '' end)
                  from asset.asset left join unnest(array[host, '*.' || host]) as n(name) on kind = 'DOMAIN'
                 where organisation = :organisation and state = 'registered' and expires_at > now()
                   and (kind in ('DOMAIN', 'ADDRESS', 'RANGE') or kind = 'URL' and (host is not null or network is not null))
                 order by 1
                """)
                .param("organisation", organisation)
                .query(String.class)
                .list();
    }

    private static String[] array(List<AssetGuard.Place> places, Function<AssetGuard.Place, String> part) {
        return places.stream().map(part).toArray(String[]::new);
    }

    int leftBy(UUID organisation) {
        return jdbc.sql("select asset.left_by(:organisation)")
                .param("organisation", organisation)
                .query(Integer.class)
                .single();
    }

    /** How many it took out of the register. */
    int removeOf(UUID organisation, Instant now) {
        return jdbc.sql("select count(*) from asset.remove_of(:organisation, :now)")
                .param("organisation", organisation)
                .param("now", AssetStore.at(now))
                .query(Integer.class)
                .single();
    }
}
