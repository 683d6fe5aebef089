package noroshi.provider;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import noroshi.shared.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of rounds. */
@Repository
class RoundStore {
    private static final int MOST_ROUNDS = 2_000;

    private final JdbcClient jdbc;

    RoundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Round round) {
        jdbc.sql("""
                insert into provider.round (id, provider, kind, began_at, ended_at, pages, received, taken, known, failed,
                                            withheld, more, fault, arguments)
                values (:id, :provider, :kind, :began, :ended, :pages, :received, :taken, :known, :failed, :withheld, :more,
                        :fault, :arguments)
                """)
                .param("id", round.id())
                .param("provider", round.provider())
                .param("kind", round.kind().name())
                .param("began", Timestamp.from(round.beganAt()))
                .param("ended", Timestamp.from(round.endedAt()))
                .param("pages", round.pages())
                .param("received", round.received())
                .param("taken", round.taken())
                .param("known", round.known())
                .param("failed", round.failed())
                .param("withheld", round.withheld())
                .param("more", round.more())
                .param("fault", round.fault())
                .param("arguments", round.arguments().toArray(String[]::new))
                .update();
        jdbc.sql("""
                delete from provider.round where id in (
                    select id from provider.round where provider = :provider order by began_at desc offset :most)
                """)
                .param("provider", round.provider())
                .param("most", MOST_ROUNDS)
                .update();
    }

    List<Round> of(UUID provider, Window window) {
        return jdbc.sql("""
                select id, provider, kind, began_at, ended_at, pages, received, taken, known, failed, withheld, more, fault,
                       arguments
                  from provider.round where provider = :provider order by began_at desc, id limit :size offset :offset
                """)
                .param("provider", provider)
                .param("size", window.size())
                .param("offset", window.offset())
                .query((row, n) -> new Round(
                        row.getObject("id", UUID.class),
                        row.getObject("provider", UUID.class),
                        Round.Kind.valueOf(row.getString("kind")),
                        row.getTimestamp("began_at").toInstant(),
                        row.getTimestamp("ended_at").toInstant(),
                        row.getInt("pages"),
                        row.getInt("received"),
                        row.getInt("taken"),
                        row.getInt("known"),
                        row.getInt("failed"),
                        row.getInt("withheld"),
                        row.getBoolean("more"),
                        row.getString("fault"),
                        ProviderStore.texts(row.getArray("arguments"))))
                .list();
    }
}
