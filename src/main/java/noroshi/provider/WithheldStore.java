package noroshi.provider;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what rounds did not bring. */
@Repository
class WithheldStore {
    private static final int MOST = 200;

    private final JdbcClient jdbc;

    WithheldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes them, and forgets what lies behind the latest ones. */
    void note(UUID provider, List<Withheld> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var some = rows.subList(Math.max(0, rows.size() - MOST), rows.size());
        jdbc.sql("""
                insert into provider.withheld (id, provider, stix_id, source, name, tlp, at)
                select distinct on (n.stix_id, n.source) n.id, :provider, n.stix_id, n.source, n.name, n.tlp, :at
                  from unnest(:ids, :stixIds, :sources, :names, :tlps) with ordinality
                       as n(id, stix_id, source, name, tlp, number)
                 order by n.stix_id, n.source, n.number desc
                    on conflict (provider, stix_id, source) do update
                   set name = excluded.name, tlp = excluded.tlp, at = excluded.at
                """)
                .param("provider", provider)
                .param("ids", some.stream().map(Withheld::id).toArray(UUID[]::new))
                .param("stixIds", some.stream().map(Withheld::stixId).toArray(String[]::new))
                .param("sources", some.stream().map(Withheld::source).toArray(UUID[]::new))
                .param("names", some.stream().map(Withheld::name).toArray(String[]::new))
                .param("tlps", some.stream().map(row -> row.tlp().name()).toArray(String[]::new))
                .param("at", some.getLast().at().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                delete from provider.withheld where provider = :provider and (stix_id, source) in (
                    select stix_id, source from provider.withheld where provider = :provider
                     order by at desc, stix_id, source offset :most)
                """).param("provider", provider).param("most", MOST).update();
    }

    List<Withheld> of(UUID provider, int most) {
        return jdbc.sql("""
                select id, stix_id, source, name, tlp, at from provider.withheld where provider = :provider
                 order by at desc, stix_id, source limit :most
                """)
                .param("provider", provider)
                .param("most", most)
                .query(WithheldStore::row)
                .list();
    }

    Optional<Withheld> find(UUID provider, UUID id) {
        return jdbc.sql("""
                select id, stix_id, source, name, tlp, at from provider.withheld
                 where provider = :provider and id = :id
                """)
                .param("provider", provider)
                .param("id", id)
                .query(WithheldStore::row)
                .optional();
    }

    private static Withheld row(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Withheld(
                row.getObject("id", UUID.class),
                row.getString("stix_id"),
                row.getObject("source", UUID.class),
                row.getString("name"),
                Tlp.valueOf(row.getString("tlp")),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
