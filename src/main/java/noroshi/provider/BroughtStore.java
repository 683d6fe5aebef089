package noroshi.provider;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.IndicatorType;
import noroshi.intel.Spelling;
import noroshi.shared.Tlp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what went to providers. */
@Repository
class BroughtStore {
    private static final String SELECT =
            "select stix_id, source, tlp, version, types, texts, raw from provider.brought";

    private final JdbcClient jdbc;

    BroughtStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void note(UUID provider, Brought sent, Instant now) {
        jdbc.sql("""
                insert into provider.brought (provider, stix_id, source, tlp, version, types, texts, raw, brought_at)
                values (:provider, :id, :source, :tlp, :version, :types, :texts, :raw, :now)
                on conflict (provider, stix_id, source) do update
                   set tlp = excluded.tlp, version = excluded.version, types = excluded.types, texts = excluded.texts,
                       raw = excluded.raw, brought_at = excluded.brought_at, revoked_at = null
                """)
                .param("provider", provider)
                .param("id", sent.stixId())
                .param("source", sent.source())
                .param("tlp", sent.tlp().name())
                .param("version", sent.version().atOffset(ZoneOffset.UTC))
                .param(
                        "types",
                        sent.values().stream().map(form -> form.type().code()).toArray(String[]::new))
                .param("texts", sent.values().stream().map(Spelling.Form::value).toArray(String[]::new))
                .param("raw", sent.raw())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void revoked(UUID provider, String stixId, UUID source, Instant now) {
        jdbc.sql("""
                update provider.brought set revoked_at = :now, raw = null
                 where provider = :provider and stix_id = :id and source = :source and revoked_at is null
                """)
                .param("provider", provider)
                .param("id", stixId)
                .param("source", source)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void gone(UUID provider, String stixId, UUID source, Instant version, Instant now) {
        jdbc.sql("""
                update provider.brought set revoked_at = :now, raw = null
                 where provider = :provider and stix_id = :id and source = :source and version = :version
                   and revoked_at is null
                """)
                .param("provider", provider)
                .param("id", stixId)
                .param("source", source)
                .param("version", version.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What the provider holds of an object by one source. */
    Optional<Brought> find(UUID provider, String stixId, UUID source) {
        return jdbc.sql(SELECT
                        + " where provider = :provider and stix_id = :id and source = :source and revoked_at is null")
                .param("provider", provider)
                .param("id", stixId)
                .param("source", source)
                .query(BroughtStore::row)
                .optional();
    }

    /** What it holds that names values, in the order of ids, from behind one on. */
    List<Brought> after(UUID provider, String stixId, UUID source, int most) {
        return jdbc.sql(SELECT + """
                 where provider = :provider and revoked_at is null and cardinality(texts) > 0
                   and (stix_id, source) > (:id, :source)
                 order by stix_id, source limit :most
                """)
                .param("provider", provider)
                .param("id", stixId)
                .param("source", source)
                .param("most", most)
                .query(BroughtStore::row)
                .list();
    }

    /** How far had been brought before anything was written down. */
    long recorded(UUID provider) {
        return jdbc.sql("select recorded from provider.progress where provider = :provider")
                .param("provider", provider)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private static Brought row(ResultSet row, int n) throws SQLException {
        var types = (String[]) row.getArray("types").getArray();
        var texts = (String[]) row.getArray("texts").getArray();
        var values = new ArrayList<Spelling.Form>();
        for (var i = 0; i < types.length; i++) {
            values.add(new Spelling.Form(IndicatorType.of(types[i]), texts[i]));
        }
        return new Brought(
                row.getString("stix_id"),
                row.getObject("source", UUID.class),
                Tlp.valueOf(row.getString("tlp")),
                row.getObject("version", OffsetDateTime.class).toInstant(),
                values,
                row.getBytes("raw"));
    }
}
