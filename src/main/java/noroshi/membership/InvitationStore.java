package noroshi.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of invitations. */
@Repository
class InvitationStore {
    private static final String OPEN = """
            select i.id, i.name, i.email, i.roles, i.ends_at,
                   o.id as organisation, o.code, o.name as organisation_name, o.name_en as organisation_name_en
              from membership.invitation i
              join membership.organisation o on o.id = i.organisation
             where i.taken_at is null and i.revoked_at is null and i.ends_at > now()
            """;

    private final JdbcClient jdbc;

    InvitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID add(Secret token, NewInvitation invitation, @Nullable UUID by) {
        return jdbc.sql("""
                insert into membership.invitation (token, organisation, name, email, roles, invited_by)
                values (:token, :organisation, :name, :email, :roles, :by)
                returning id
                """)
                .param("token", token.hash())
                .param("organisation", invitation.organisation())
                .param("name", invitation.name())
                .param("email", invitation.email())
                .param("roles", Roles.write(invitation.roles()))
                .param("by", by)
                .query(UUID.class)
                .single();
    }

    List<Invitation> openIn(UUID organisation) {
        return jdbc.sql(OPEN + "and i.organisation = :organisation order by i.invited_at, i.id")
                .param("organisation", organisation)
                .query(InvitationStore::invitation)
                .list();
    }

    Optional<Invitation> open(UUID id) {
        return jdbc.sql(OPEN + "and i.id = :id")
                .param("id", id)
                .query(InvitationStore::invitation)
                .optional();
    }

    Optional<Invitation> open(Secret token) {
        return jdbc.sql(OPEN + "and i.token = :token and o.status in ('invited', 'active')")
                .param("token", token.hash())
                .query(InvitationStore::invitation)
                .optional();
    }

    /** Uses the invitation up; false when somebody was faster. */
    boolean take(UUID id, UUID person) {
        return jdbc.sql("""
                        update membership.invitation set taken_at = now(), taken_by = :person
                         where id = :id and taken_at is null and revoked_at is null and ends_at > now()
                        """).param("id", id).param("person", person).update() == 1;
    }

    void revoke(UUID id) {
        jdbc.sql("update membership.invitation set revoked_at = now() where id = :id and taken_at is null")
                .param("id", id)
                .update();
    }

    private static Invitation invitation(ResultSet row, int n) throws SQLException {
        return new Invitation(
                row.getObject("id", UUID.class),
                new OrganisationName(
                        row.getObject("organisation", UUID.class),
                        row.getString("code"),
                        row.getString("organisation_name"),
                        row.getString("organisation_name_en")),
                row.getString("name"),
                row.getString("email"),
                Roles.read(row.getArray("roles")),
                row.getTimestamp("ends_at").toInstant());
    }
}
