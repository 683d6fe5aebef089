package noroshi.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of applications. */
@Repository
class ApplicationStore {
    private static final String WAITING = """
            select a.id, a.applicant, a.email, a.phone, a.category, a.reason, a.applied_at,
                   o.id as organisation, o.code, o.name, o.name_en
              from membership.application a
              join membership.organisation o on o.id = a.organisation
             where a.decided_at is null
            """;

    private final JdbcClient jdbc;

    ApplicationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID organisation, NewApplication application) {
        jdbc.sql("""
                insert into membership.application (organisation, applicant, email, phone, category, reason)
                values (:organisation, :applicant, :email, :phone, :category, :reason)
                """)
                .param("organisation", organisation)
                .param("applicant", application.applicant())
                .param("email", application.email())
                .param("phone", application.phone())
                .param("category", application.category())
                .param("reason", application.reason())
                .update();
    }

    List<Application> waiting() {
        return jdbc.sql(WAITING + "order by a.applied_at, a.id limit 200")
                .query(ApplicationStore::application)
                .list();
    }

    Optional<Application> waiting(UUID id) {
        return jdbc.sql(WAITING + "and a.id = :id for update of a")
                .param("id", id)
                .query(ApplicationStore::application)
                .optional();
    }

    void decide(UUID id, boolean accepted, String answer, UUID by) {
        jdbc.sql("""
                update membership.application
                   set decided_at = now(), decided_by = :by, accepted = :accepted, answer = :answer
                 where id = :id and decided_at is null
                """)
                .param("id", id)
                .param("by", by)
                .param("accepted", accepted)
                .param("answer", answer)
                .update();
    }

    private static Application application(ResultSet row, int n) throws SQLException {
        return new Application(
                row.getObject("id", UUID.class),
                new OrganisationName(
                        row.getObject("organisation", UUID.class),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("name_en")),
                row.getString("applicant"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("category"),
                row.getString("reason"),
                row.getTimestamp("applied_at").toInstant());
    }
}
