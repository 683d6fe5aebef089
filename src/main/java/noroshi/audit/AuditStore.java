package noroshi.audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of the audit trail. */
@Repository
class AuditStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void append(AuditEntry entry) {
        jdbc.sql("""
                insert into audit.entry (person, organisation, via, act, subject, detail, sealed)
                values (:person, :organisation, :via, :act, :subject, :detail::jsonb, :sealed)
                """)
                .param("person", entry.actor().person())
                .param("organisation", entry.actor().organisation())
                .param("via", entry.actor().via())
                .param("act", entry.act())
                .param("subject", entry.subject())
                .param("detail", json.writeValueAsString(entry.detail()))
                .param("sealed", entry.sealed())
                .update();
    }
}
