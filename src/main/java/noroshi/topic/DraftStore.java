package noroshi.topic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of drafts. */
@Repository
class DraftStore {
    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DraftStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    UUID save(UUID person, String form, Optional<UUID> subject, Map<String, List<String>> fields, Instant now) {
        return jdbc.sql("""
                insert into topic.draft (person, form, subject, fields, saved_at)
                values (:person, :form, :subject, :fields::jsonb, :now)
                on conflict (person, form, coalesce(subject, '00000000-0000-0000-0000-000000000000')) do update
                   set fields = excluded.fields, saved_at = excluded.saved_at
                returning id
                """)
                .param("person", person)
                .param("form", form)
                .param("subject", subject.orElse(null), Types.OTHER)
                .param("fields", json.writeValueAsString(fields).replace("\\u0000", ""))
                .param("now", TopicStore.at(now))
                .query(UUID.class)
                .single();
    }

    List<Draft> of(UUID person) {
        return jdbc.sql("""
                select id, form, subject, fields, saved_at from topic.draft
                 where person = :person order by saved_at desc
                """).param("person", person).query(this::map).list();
    }

    Optional<Draft> find(UUID person, String form, Optional<UUID> subject) {
        return jdbc.sql("""
                select id, form, subject, fields, saved_at from topic.draft
                 where person = :person and form = :form and subject is not distinct from :subject
                """)
                .param("person", person)
                .param("form", form)
                .param("subject", subject.orElse(null), Types.OTHER)
                .query(this::map)
                .optional();
    }

    Optional<Draft> byId(UUID id) {
        return jdbc.sql("select id, form, subject, fields, saved_at from topic.draft where id = :id")
                .param("id", id)
                .query(this::map)
                .optional();
    }

    void delete(UUID id) {
        jdbc.sql("delete from topic.draft where id = :id").param("id", id).update();
    }

    private Draft map(ResultSet row, int n) throws SQLException {
        return new Draft(
                Rows.id(row, "id"),
                row.getString("form"),
                Rows.optionalId(row, "subject"),
                json.readValue(row.getString("fields"), FIELDS),
                Rows.instant(row, "saved_at"));
    }
}
