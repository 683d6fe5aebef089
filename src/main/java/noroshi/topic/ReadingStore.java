package noroshi.topic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.shared.Actor;
import noroshi.shared.Question;
import noroshi.shared.Together;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of reading: views, readings and receipts. */
@Repository
class ReadingStore {
    private final JdbcClient jdbc;
    private final Together together;

    ReadingStore(JdbcClient jdbc, Together together) {
        this.jdbc = jdbc;
        this.together = together;
    }

    /** What an opening brought. */
    record Opening(
            Topic topic,
            Standing standing,
            Optional<Receipt> before,
            Level level,
            boolean recorded,
            Set<Beside> beside) {}

    /** Opens a topic for whoever may read it; everything that waits comes along. */
    Optional<Opening> open(UUID topic, Way way, Actor actor, Instant now) {
        var opening = together.change(Question.optional(
                """
                select id, kind, information_kind, parent, author, organisation, hidden, tlp, confidentiality, importance,
                       state, withdrawal, version, title, accepted, published_at, revised_at,
                       source, restricted, reasons, moderates, on_duty, at_centre, at_window,
                       before_version, before_organisation, before_first, before_last, before_confirmed, level, opened, beside
                  from topic.open(:topic, :level, :settle, :organisation, :now, :via, :elsewhere, nullif(:version, 0))
                """,
                Map.of(
                        "topic", topic,
                        "level", way.level().name(),
                        "settle", way.settle(),
                        "organisation", actor.organisation(),
                        "now", TopicStore.at(now),
                        "via", actor.via(),
                        "elsewhere", way.elsewhere().stream().map(Kind::name).toArray(String[]::new),
                        "version", way.version().orElse(0)),
                (row, n) -> new Opening(
                        Rows.topic(row, n),
                        Rows.standing(row),
                        before(row, actor.person()),
                        Level.valueOf(row.getString("level")),
                        row.getBoolean("opened"),
                        Rows.beside(row))));
        opening.ifPresent(it -> {
            together.known(latestOf(topic), it.before());
            Beside.nothingBut(it.beside(), topic, together);
        });
        return opening;
    }

    /**
     * How a topic is opened.
     *
     * @param settle whether a topic with one text is read at no level
     * @param elsewhere the kinds that are not opened but read on a page of their own
     * @param version which one is shown; empty for the current one
     */
    record Way(Level level, boolean settle, Set<Kind> elsewhere, Optional<Integer> version) {}

    private static Optional<Receipt> before(ResultSet row, UUID person) throws SQLException {
        var version = row.getInt("before_version");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new Receipt(
                        person,
                        Rows.id(row, "before_organisation"),
                        Optional.of(version),
                        Rows.optionalInstant(row, "before_first"),
                        Rows.optionalInstant(row, "before_last"),
                        Rows.optionalInstant(row, "before_confirmed")));
    }

    private static List<Object> latestOf(UUID topic) {
        return List.of("latest", topic);
    }

    int confirm(UUID topic, int version, UUID person, Instant now) {
        return jdbc.sql("""
                update topic.reading set confirmed_at = coalesce(confirmed_at, :now)
                 where topic = :topic and version = :version and person = :person
                """)
                .param("topic", topic)
                .param("version", version)
                .param("person", person)
                .param("now", TopicStore.at(now))
                .update();
    }

    void setAside(Collection<UUID> ids, Actor actor, Instant now) {
        jdbc.sql("""
                insert into topic.set_aside (topic, version, person, at)
                select id, version, :person, :now
                  from topic.topic where id = any (:ids) and state = 'published'
                on conflict do nothing
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("person", actor.person())
                .param("now", TopicStore.at(now))
                .update();
    }

    Supplier<Optional<Receipt>> latest(UUID topic, UUID person) {
        return together.later(
                latestOf(topic), Question.optional("""
                select person, organisation, version, first_at, last_at, confirmed_at
                  from topic.reading
                 where topic = :topic and person = :person
                 order by version desc limit 1
                """, Map.of("topic", topic, "person", person), ReadingStore::map));
    }

    List<Receipt> receipts(UUID topic) {
        return jdbc.sql("""
                select person, organisation, version, first_at, last_at, confirmed_at
                  from topic.receipts(:topic)
                 order by first_at nulls last, person
                """).param("topic", topic).query(ReadingStore::map).list();
    }

    Supplier<List<Receipt>> colleagues(UUID topic, UUID organisation) {
        return together.later(
                List.of("colleagues", topic),
                Question.list("""
                select person, cast(:organisation as uuid) as organisation, version, first_at, last_at, confirmed_at
                  from topic.colleagues(:topic, :organisation)
                """, Map.of("topic", topic, "organisation", organisation), ReadingStore::map));
    }

    Supplier<List<TeamReading>> team(Collection<UUID> topics, UUID organisation) {
        return together.later(
                List.of("team", List.copyOf(topics)),
                Question.list(
                        "select topic, person, seen, confirmed from topic.team(:topics, :organisation)",
                        Map.of("topics", topics.toArray(UUID[]::new), "organisation", organisation),
                        (row, n) -> new TeamReading(
                                Rows.id(row, "topic"),
                                Rows.id(row, "person"),
                                row.getBoolean("seen"),
                                row.getBoolean("confirmed"))));
    }

    /** Only for those whom the wall lets count them: the others would wait while they are walked through. */
    int views(UUID topic) {
        return together.ask(
                List.of("views", topic),
                Question.count("select count(*) from topic.view where topic = :topic", Map.of("topic", topic)));
    }

    private static Receipt map(ResultSet row, int n) throws SQLException {
        var version = row.getInt("version");
        var unread = row.wasNull();
        return new Receipt(
                Rows.id(row, "person"),
                Rows.id(row, "organisation"),
                unread ? Optional.empty() : Optional.of(version),
                Rows.optionalInstant(row, "first_at"),
                Rows.optionalInstant(row, "last_at"),
                Rows.optionalInstant(row, "confirmed_at"));
    }
}
