package noroshi.membership;

import static java.util.stream.Collectors.toSet;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of API tokens. */
@Repository
class TokenStore {
    private final JdbcClient jdbc;

    TokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID add(UUID account, NewToken token, Secret secret, UUID by) {
        return jdbc.sql("""
                insert into membership.token (person, label, scopes, hash, created_by, ends_at)
                values (:account, :label, :scopes, :hash, :by, now() + :seconds * interval '1 second')
                returning id
                """)
                .param("account", account)
                .param("label", token.label())
                .param(
                        "scopes",
                        token.scopes().stream().sorted().map(Scope::name).toArray(String[]::new))
                .param("hash", secret.hash())
                .param("by", by)
                .param("seconds", token.validity().toSeconds())
                .query(UUID.class)
                .single();
    }

    /** Good only while the account, its one seat and its organisation are. */
    Optional<Bearer> bearer(Secret secret) {
        return jdbc.sql("""
                select p.id as person, s.organisation, s.roles, t.scopes
                  from membership.token t
                  join membership.person p on p.id = t.person and p.status = 'active' and p.kind = 'service'
                  join membership.seat s on s.person = p.id
                       and s.since <= now() and (s.until is null or s.until > now())
                  join membership.organisation o on o.id = s.organisation and o.status = 'active'
                 where t.hash = :hash and t.revoked_at is null and t.ends_at > now()
                """)
                .param("hash", secret.hash())
                .query((row, n) -> new Bearer(
                        new Actor(
                                row.getObject("person", UUID.class),
                                row.getObject("organisation", UUID.class),
                                Roles.read(row.getArray("roles")),
                                "api"),
                        scopes(row.getArray("scopes"))))
                .optional();
    }

    void used(Secret secret) {
        jdbc.sql("""
                update membership.token set used_at = now()
                 where hash = :hash and (used_at is null or used_at < now() - interval '1 minute')
                """).param("hash", secret.hash()).update();
    }

    List<Token> of(UUID organisation) {
        return jdbc.sql("""
                select t.id, p.login, t.label, t.scopes, t.ends_at, t.used_at
                  from membership.token t
                  join membership.person p on p.id = t.person
                  join membership.seat s on s.person = p.id and s.until is null
                 where s.organisation = :organisation and t.revoked_at is null and t.ends_at > now()
                 order by t.created_at, t.id
                """)
                .param("organisation", organisation)
                .query(TokenStore::token)
                .list();
    }

    /** The organisation of a token that is still good. */
    Optional<UUID> organisation(UUID token) {
        return jdbc.sql("""
                select s.organisation
                  from membership.token t
                  join membership.seat s on s.person = t.person and s.until is null
                 where t.id = :token and t.revoked_at is null
                """).param("token", token).query(UUID.class).optional();
    }

    void revoke(UUID token) {
        jdbc.sql("update membership.token set revoked_at = now() where id = :token and revoked_at is null")
                .param("token", token)
                .update();
    }

    private static Token token(ResultSet row, int n) throws SQLException {
        return new Token(
                row.getObject("id", UUID.class),
                row.getString("login"),
                row.getString("label"),
                scopes(row.getArray("scopes")),
                row.getTimestamp("ends_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("used_at")).map(at -> at.toInstant()));
    }

    private static Set<Scope> scopes(Array column) throws SQLException {
        return Arrays.stream((String[]) column.getArray()).map(Scope::valueOf).collect(toSet());
    }
}
