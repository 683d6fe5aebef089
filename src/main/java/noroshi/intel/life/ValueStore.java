package noroshi.intel.life;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import noroshi.intel.IndicatorType;
import noroshi.shared.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of values and of what is said of them. */
@Repository
class ValueStore {
    private final JdbcClient jdbc;

    ValueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A value as such. */
    record Value(UUID id, IndicatorType type, String text) {}

    /** One thing said of a value. */
    record Line(UUID value, Saying saying) {}

    List<UUID> find(Asked asked, Window window) {
        return jdbc.sql("""
                select id from intel.find_values(:texts, :partial, :network::inet, null, :start, :size)
                """)
                .param("texts", asked.texts().toArray(String[]::new))
                .param("partial", asked.partial().map(ValueStore::like).orElse(null), java.sql.Types.VARCHAR)
                .param("network", asked.network().orElse(null), java.sql.Types.VARCHAR)
                .param("start", window.offset())
                .param("size", window.size())
                .query(UUID.class)
                .list();
    }

    private static String like(String part) {
        return "%" + part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    List<UUID> newest(int size) {
        return jdbc.sql("select id from intel.newest_values(:size)")
                .param("size", size)
                .query(UUID.class)
                .list();
    }

    List<Value> values(List<UUID> ids) {
        return jdbc.sql("select id, type, value from intel.words_of(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> new Value(
                        row.getObject("id", UUID.class),
                        IndicatorType.of(row.getString("type")),
                        row.getString("value")))
                .list();
    }

    List<Line> said(List<UUID> values) {
        return jdbc.sql("""
                select value, id, object, topic, title, organisation, tlp, confidence, alone, role, first_at, last_at,
                       valid_from, valid_until, withdrawn_at, withdrawn_how, withdrawn_why,
                       indicator_types
                  from intel.said
                 where value = any (:values)
                 order by last_at desc, id
                """)
                .param("values", values.toArray(UUID[]::new))
                .query((row, n) -> new Line(row.getObject("value", UUID.class), SayingRow.read(row)))
                .list();
    }

    /** Takes back what the actor's organisation keeps of a value; the wall decides what that is. */
    int withdrawSources(UUID value, UUID keeper, String why, Instant now) {
        return jdbc.sql("""
                update intel.source set withdrawn_at = :now, withdrawn_how = 'person', withdrawn_why = :why
                 where value = :value and keeper = :keeper and withdrawn_at is null
                """)
                .param("now", at(now))
                .param("why", why)
                .param("value", value)
                .param("keeper", keeper)
                .update();
    }

    int withdrawCitations(UUID value, String why, Instant now) {
        return jdbc.sql("""
                update intel.citation set withdrawn_at = :now, withdrawn_how = 'person', withdrawn_why = :why
                 where value = :value and withdrawn_at is null
                """)
                .param("now", at(now))
                .param("why", why)
                .param("value", value)
                .update();
    }

    /** Says it again, as far as a person had taken it back. */
    int restore(UUID value) {
        var sources = jdbc.sql("""
                update intel.source set withdrawn_at = null, withdrawn_how = null, withdrawn_why = ''
                 where value = :value and withdrawn_how = 'person'
                """).param("value", value).update();
        return sources + jdbc.sql("""
                update intel.citation set withdrawn_at = null, withdrawn_how = null, withdrawn_why = ''
                 where value = :value and withdrawn_how = 'person'
                """).param("value", value).update();
    }

    Indicators.Rights rights(UUID value, UUID keeper) {
        return jdbc.sql("select says, took from intel.own_words(:value, :keeper)")
                .param("value", value)
                .param("keeper", keeper)
                .query((row, n) -> new Indicators.Rights(row.getBoolean("says"), row.getBoolean("took")))
                .single();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
