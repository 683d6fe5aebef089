package noroshi.membership.signin;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of passwords and of the keys shared with authenticator apps. */
@Repository
class PasswordStore {
    private final JdbcClient jdbc;

    PasswordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is needed to check a password and a code. */
    record Secrets(UUID person, String hash, byte[] sealedKey) {}

    Optional<Secrets> of(String login) {
        return jdbc.sql("""
                select p.id, w.hash, t.secret
                  from membership.person p
                  join membership.password w on w.person = p.id
                  join membership.totp t on t.person = p.id
                 where p.login = :login and p.status = 'active' and p.kind = 'human'
                """)
                .param("login", login)
                .query((row, n) ->
                        new Secrets(row.getObject("id", UUID.class), row.getString("hash"), row.getBytes("secret")))
                .optional();
    }

    boolean has(UUID person) {
        return jdbc.sql("select exists (select from membership.password where person = :person)")
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    void save(UUID person, String hash, byte[] sealedKey, long step) {
        jdbc.sql("""
                insert into membership.password (person, hash) values (:person, :hash)
                on conflict (person) do update set hash = excluded.hash, changed_at = now()
                """).param("person", person).param("hash", hash).update();
        jdbc.sql("""
                insert into membership.totp (person, secret, last_step) values (:person, :secret, :step)
                on conflict (person) do update
                   set secret = excluded.secret, last_step = excluded.last_step, changed_at = now()
                """)
                .param("person", person)
                .param("secret", sealedKey)
                .param("step", step)
                .update();
    }

    /** Uses up a time step; false when it or a later one was used before. */
    boolean use(UUID person, long step) {
        return jdbc.sql("update membership.totp set last_step = :step where person = :person and last_step < :step")
                        .param("person", person)
                        .param("step", step)
                        .update()
                == 1;
    }

    void remove(UUID person) {
        jdbc.sql("delete from membership.password where person = :person")
                .param("person", person)
                .update();
        jdbc.sql("delete from membership.totp where person = :person")
                .param("person", person)
                .update();
    }
}
