package noroshi.intel;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the values that topics name. */
@Repository
class CitationStore {
    private final JdbcClient jdbc;

    CitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void cite(UUID topic, List<Citations.Cited> cited, Instant now) {
        var ids = jdbc.sql("select id from intel.name_values(:types, :texts) order by place")
                .param("types", array(cited.stream().map(each -> each.type().code())))
                .param("texts", array(cited.stream().map(Citations.Cited::value)))
                .query(UUID.class)
                .list();
        jdbc.sql("""
                update intel.citation set withdrawn_at = :now, withdrawn_how = 'dropped', withdrawn_why = ''
                 where topic = :topic and withdrawn_at is null and value <> all (:ids)
                """)
                .param("now", at(now))
                .param("topic", topic)
                .param("ids", ids.toArray(UUID[]::new))
                .update();
        jdbc.sql("""
                insert into intel.citation (topic, value, role, confidence, first_at, last_at)
                select distinct on (n.value) :topic, n.value, n.role, nullif(n.confidence, '')::smallint, :now, :now
                  from unnest(:ids, :roles, :confidences) as n(value, role, confidence)
                on conflict (topic, value) do update
                   set role = excluded.role, confidence = excluded.confidence, last_at = excluded.last_at,
                       withdrawn_at = null, withdrawn_how = null, withdrawn_why = ''
                """)
                .param("topic", topic)
                .param("now", at(now))
                .param("ids", ids.toArray(UUID[]::new))
                .param("roles", array(cited.stream().map(each -> Plain.line(each.role(), 200))))
                .param(
                        "confidences",
                        array(cited.stream()
                                .map(each ->
                                        each.confidence().map(String::valueOf).orElse(""))))
                .update();
    }

    Set<Spelling.Form> withdrawn(UUID topic) {
        return jdbc
                .sql("""
                select type, value
                  from intel.words_of(array(select c.value from intel.citation c
                                             where c.topic = :topic and c.withdrawn_how = 'person'))
                """)
                .param("topic", topic)
                .query((row, n) -> new Spelling.Form(IndicatorType.of(row.getString("type")), row.getString("value")))
                .stream()
                .collect(Collectors.toSet());
    }

    private static String[] array(java.util.stream.Stream<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
