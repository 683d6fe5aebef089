package noroshi.asset;

import java.time.Instant;
import java.util.List;
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

    Set<Integer> touched(List<AssetGuard.Place> places) {
        return jdbc
                .sql("select * from asset.guarded(:names, :urls, :networks)")
                .param("names", array(places, place -> String.join(" ", Hostname.upwards(place.name()))))
                .param("urls", array(places, AssetGuard.Place::url))
                .param("networks", array(places, AssetGuard.Place::network))
                .query(Integer.class)
                .stream()
                .map(place -> place - 1)
                .collect(Collectors.toSet());
    }

    /** As {@code asset.guarded} asks of all. */
    Set<Integer> touched(List<AssetGuard.Place> places, UUID organisation) {
        return jdbc
                .sql("""
                select p.place::integer
                  from (select u.name, u.url, nullif(u.network, '')::inet as network, u.place
                          from unnest(:names, :urls, :networks) with ordinality as u(name, url, network, place)) p
                 where exists (
                    select from asset.asset a
                     where a.organisation = :organisation and a.state = 'registered' and a.expires_at > now()
                       and (p.name <> '' and a.kind = 'DOMAIN' and a.host = any (string_to_array(p.name, ' '))
                            or p.name <> '' and (a.kind = 'DOMAIN' or a.kind = 'URL' and p.url = '')
                               and a.hosts @> array[split_part(p.name, ' ', 1)]
                            or (a.kind in ('ADDRESS', 'RANGE') or a.kind = 'URL' and p.url = '')
                               and (a.network >>= p.network or a.network <<= p.network)
                            or p.url <> '' and a.kind = 'URL'
                               and (a.value in (p.url, split_part(p.url, '?', 1))
                                    or (a.host = split_part(p.name, ' ', 1) or a.network = p.network)
                                       and right(a.value, 1) = '/'
                                       and starts_with(split_part(p.url, '://', 2), split_part(a.value, '://', 2)))))
                """)
                .param("names", array(places, place -> String.join(" ", Hostname.upwards(place.name()))))
                .param("urls", array(places, AssetGuard.Place::url))
                .param("networks", array(places, AssetGuard.Place::network))
                .param("organisation", organisation)
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
