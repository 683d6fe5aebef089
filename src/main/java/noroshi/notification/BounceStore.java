package noroshi.notification;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what other mail servers wrote back. */
@Repository
class BounceStore {
    private final JdbcClient jdbc;

    BounceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Returned take(Bounce bounce, Instant now) {
        var outcome = jdbc.sql("select notification.came_back(:mail, :how, :code, :words, :print, :now)")
                .param("mail", bounce.mail())
                .param("how", bounce.said().name().toLowerCase(Locale.ROOT))
                .param("code", bounce.status())
                .param("words", bounce.words())
                .param("print", bounce.print())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .single();
        return Returned.valueOf(outcome.toUpperCase(Locale.ROOT));
    }
}
