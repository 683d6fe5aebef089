package noroshi.membership;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the link of the first start. */
@Repository
class SetupStore {
    private final JdbcClient jdbc;

    SetupStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean administered() {
        return jdbc.sql("""
                select exists (select from membership.seat s
                                 join membership.person p on p.id = s.person and p.status = 'active'
                                where 'ADMINISTRATOR' = any (s.roles) and s.until is null)
                """).query(Boolean.class).single();
    }

    void offer(Secret token) {
        jdbc.sql("delete from membership.setup").update();
        jdbc.sql("insert into membership.setup (token) values (:token)")
                .param("token", token.hash())
                .update();
    }

    boolean offered(Secret token) {
        return jdbc.sql("select exists (select from membership.setup where token = :token and ends_at > now())")
                .param("token", token.hash())
                .query(Boolean.class)
                .single();
    }

    boolean take(Secret token) {
        return jdbc.sql("delete from membership.setup where token = :token and ends_at > now()")
                        .param("token", token.hash())
                        .update()
                == 1;
    }
}
