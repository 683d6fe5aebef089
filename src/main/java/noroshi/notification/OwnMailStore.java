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
import noroshi.notification.Mailed.Filter;
import noroshi.notification.Mailed.Outcome;
import noroshi.notification.Mailed.Unreached;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.topic.Importance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The SQL of what left by mail to the people of an organisation. The door tells what a message was about only to whom may
 * know; title and marks are read under the wall besides.
 */
@Repository
class OwnMailStore {
    private static final String OUTCOME = """
            case when m.state in ('sent', 'kept') then 'HANDED_OVER'
                 when m.state in ('waiting', 'leaving') then 'WAITING' else 'REFUSED' end
            """;
    private static final String MINE = """
              from notification.own_mail(:organisation, :from, :until) m
             where (:person::uuid is null or m.person = :person)
               and (:sort::text is null or case when m.trial then 'TRIAL' when m.digest then 'DIGEST' else upper(m.weight) end = :sort)
            """;

    private final JdbcClient jdbc;

    OwnMailStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean administers(Actor actor) {
        return jdbc.sql("select :organisation = any (membership.administered())")
                .param("organisation", actor.organisation())
                .query(Boolean.class)
                .single();
    }

    List<Mailed> list(Actor actor, Filter filter, Instant from, Instant until, int offset, int most) {
        var sql = "with chosen as materialized (select m.*" + MINE
                + " and (:outcome::text is null or " + OUTCOME + " = :outcome)"
                + " order by m.made_at desc, m.mail limit :most offset :offset)" + """
                select c.*, t.tlp, t.importance, coalesce(t.title, '') as title,
                       coalesce(t.safe_subject, '') as safe_subject, d.due_at, t.id is not null as readable
                  from chosen c
                  left join topic.readable t on t.id = c.topic and t.state = 'published'
                  left join notice.published_due d on d.topic = t.id
                 order by c.made_at desc, c.mail
                """;
        return asked(sql, actor, filter, from, until)
                .param("outcome", filter.outcome().map(Enum::name).orElse(null), Types.VARCHAR)
                .param("most", most)
                .param("offset", offset)
                .query(OwnMailStore::mailed)
                .list();
    }

    Map<Outcome, Integer> counts(Actor actor, Filter filter, Instant from, Instant until) {
        var counts = new EnumMap<Outcome, Integer>(Outcome.class);
        asked("select " + OUTCOME + " as outcome, count(*)" + MINE + " group by 1", actor, filter, from, until)
                .query(row -> {
                    counts.put(Outcome.valueOf(row.getString(1)), row.getInt(2));
                });
        return counts;
    }

    /** Of an organisation, or of none: the reader. */
    List<Unreached> unreached(Optional<UUID> organisation, Instant now) {
        return jdbc.sql(
                        "select person, at, reply from notification.unreached(:organisation, :now) order by at desc, person")
                .param("organisation", organisation.orElse(null), Types.OTHER)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Unreached(
                        row.getObject("person", UUID.class),
                        row.getTimestamp("at").toInstant(),
                        row.getString("reply")))
                .list();
    }

    int sendAgain(Optional<UUID> organisation, Instant now) {
        return jdbc.sql("select notification.send_again(:organisation, :now)")
                .param("organisation", organisation.orElse(null), Types.OTHER)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec asked(String sql, Actor actor, Filter filter, Instant from, Instant until) {
        return jdbc.sql(sql)
                .param("organisation", actor.organisation())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("person", filter.person().orElse(null), Types.OTHER)
                .param("sort", filter.sort().map(Enum::name).orElse(null), Types.VARCHAR);
    }

    private static Mailed mailed(ResultSet row, int n) throws SQLException {
        var shown = shown(row);
        var outlined = shown.flatMap(it -> switch (it) {
            case Shown.Titled titled -> Optional.of(titled.outline());
            case Shown.Outlined outline -> Optional.of(outline);
            default -> Optional.empty();
        });
        return new Mailed(
                row.getObject("person", UUID.class),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("next_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("done_at")).map(Timestamp::toInstant),
                Dispatch.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Weight.of(row.getString("weight")),
                row.getBoolean("digest"),
                row.getBoolean("trial"),
                row.getString("reply"),
                outlined,
                shown.map(it -> it instanceof Shown.Titled titled ? titled.title() : "")
                        .orElse(""),
                outlined.isPresent() ? Optional.ofNullable(row.getObject("topic", UUID.class)) : Optional.empty());
    }

    /** As far as mail may tell it; nothing of what the door kept back or the wall hides. */
    private static Optional<Shown> shown(ResultSet row) throws SQLException {
        var topic = Optional.ofNullable(row.getObject("topic", UUID.class));
        if (row.getObject("item") == null || topic.isPresent() && !row.getBoolean("readable")) {
            return Optional.empty();
        }
        var label = Tlp.valueOf(Optional.ofNullable(row.getString("tlp")).orElse("AMBER"));
        var left = Optional.ofNullable(row.getString("label")).map(Tlp::valueOf).orElse(label);
        return Optional.of(Leaving.through(
                Channel.MAIL,
                new Story(
                        row.getObject("item", UUID.class),
                        topic,
                        What.valueOf(row.getString("what")),
                        row.getString("step"),
                        Why.valueOf(row.getString("why")),
                        Weight.of(row.getString("weight")),
                        label.strictest(left),
                        Optional.ofNullable(row.getString("importance")).map(Importance::valueOf),
                        Optional.ofNullable(row.getTimestamp("due_at")).map(Timestamp::toInstant),
                        row.getString("title"),
                        "",
                        row.getString("safe_subject"),
                        row.getTimestamp("at").toInstant())));
    }
}
