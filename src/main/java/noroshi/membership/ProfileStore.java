package noroshi.membership;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what people chose for themselves. */
@Repository
class ProfileStore {
    private final JdbcClient jdbc;

    ProfileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void choose(String locale, UUID person) {
        jdbc.sql("update membership.person set locale = :locale where id = :id and locale <> :locale")
                .param("locale", locale)
                .param("id", person)
                .update();
    }

    void chooseLevel(String level, UUID person) {
        jdbc.sql("update membership.person set level = :level where id = :id and level <> :level")
                .param("level", level)
                .param("id", person)
                .update();
    }
}
