package noroshi.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.notification.Dispatch.State;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what became of messages, for those who may see it. */
@Repository
class DispatchStore {
    private final JdbcClient jdbc;

    DispatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean watching() {
        return jdbc.sql("select membership.has_role('ADMINISTRATOR') or membership.holds('duty_desk')")
                .query(Boolean.class)
                .single();
    }

    List<Dispatch> list(Optional<State> state, Window window) {
        return jdbc.sql("""
                select m.*, exists (select from notification.letter l where l.mail = m.id) as letter,
                       b.at as note_at, b.kind as note_kind, b.said as note_said, t.arrived_at
                  from notification.mail m
                  left join lateral (select * from notification.bounce x where x.mail = m.id
                                      order by x.at desc limit 1) b on true
                  left join notification.trial t on t.mail = m.id
                 where (:state::text is null or m.state = :state)
                 order by m.made_at desc, m.id
                 limit :limit offset :offset
                """)
                .param("state", state.map(DispatchStore::code).orElse(null), Types.VARCHAR)
                .param("limit", window.size())
                .param("offset", window.offset())
                .query(DispatchStore::dispatch)
                .list();
    }

    Map<State, Integer> counts(Instant since) {
        var counts = new EnumMap<State, Integer>(State.class);
        jdbc.sql("select state, count(*) from notification.mail where made_at >= :since group by state")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    counts.put(state(row), row.getInt(2));
                });
        return counts;
    }

    Optional<Outbox.Saying> saying(UUID mail) {
        return jdbc.sql("""
                select m.person, l.subject, l.body
                  from notification.letter l join notification.mail m on m.id = l.mail
                 where l.mail = :mail
                """)
                .param("mail", mail)
                .query((row, n) -> new Outbox.Saying(
                        row.getObject("person", UUID.class), row.getString("subject"), row.getString("body")))
                .optional();
    }

    private static Dispatch dispatch(ResultSet row, int n) throws SQLException {
        return new Dispatch(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                row.getObject("digest_day") != null,
                state(row),
                Weight.of(row.getString("weight")),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("next_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("done_at")).map(Timestamp::toInstant),
                row.getInt("tries"),
                row.getInt("again"),
                Optional.ofNullable(row.getString("tlp")).map(Tlp::valueOf),
                row.getString("reply"),
                row.getBoolean("letter"),
                note(row),
                trial(row));
    }

    private static Optional<Dispatch.Trial> trial(ResultSet row) throws SQLException {
        return row.getBoolean("trial")
                ? Optional.of(new Dispatch.Trial(
                        Optional.ofNullable(row.getTimestamp("arrived_at")).map(Timestamp::toInstant)))
                : Optional.empty();
    }

    private static Optional<Dispatch.Note> note(ResultSet row) throws SQLException {
        var at = row.getTimestamp("note_at");
        return at == null
                ? Optional.empty()
                : Optional.of(new Dispatch.Note(
                        at.toInstant(), "delayed".equals(row.getString("note_kind")), row.getString("note_said")));
    }

    private static State state(ResultSet row) throws SQLException {
        return State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
    }

    private static String code(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
