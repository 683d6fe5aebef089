package noroshi.topic;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.shared.Actor;
import noroshi.shared.Question;
import noroshi.shared.Together;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of topics, their versions and their texts. */
@Repository
class TopicStore {
    private static final String COLUMNS = """
            id, kind, information_kind, parent, author, organisation, hidden, tlp, confidentiality, importance, state,
            withdrawal, version, title, accepted, published_at, revised_at
            """;

    private final JdbcClient jdbc;
    private final Together together;
    private final SearchWords search;

    TopicStore(JdbcClient jdbc, Together together, SearchWords search) {
        this.jdbc = jdbc;
        this.together = together;
        this.search = search;
    }

    Optional<Topic> readable(UUID id) {
        return topic(id).get();
    }

    /** The page of the topic is going to ask for these, whatever it shows. */
    void expect(UUID id) {
        topic(id);
        stand(id);
    }

    void expectParts(UUID id) {
        partsOf(id);
    }

    void known(Topic topic, Standing standing) {
        together.known(List.of("topic", topic.id()), Optional.of(topic));
        together.known(List.of("standing", topic.id()), standing);
    }

    private Supplier<Optional<Topic>> topic(UUID id) {
        return together.later(
                List.of("topic", id),
                Question.optional(
                        "select " + COLUMNS + " from topic.topic where id = :id", Map.of("id", id), Rows::topic));
    }

    Optional<Topic> lock(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from topic.topic where id = :id for update")
                .param("id", id)
                .query(Rows::topic)
                .optional();
    }

    Standing standing(UUID id) {
        return stand(id).get();
    }

    private Supplier<Standing> stand(UUID id) {
        return together.later(
                List.of("standing", id), Question.single("""
                        select source, restricted, reasons, moderates, on_duty, at_centre, at_window
                          from topic.standing(:id)
                        """, Map.of("id", id), (row, n) -> Rows.standing(row)));
    }

    boolean onDuty() {
        return jdbc.sql("select membership.holds('duty_desk')")
                .query(Boolean.class)
                .single();
    }

    boolean custodian() {
        return jdbc.sql("select membership.holds('custodians')")
                .query(Boolean.class)
                .single();
    }

    List<UUID> parts(UUID id) {
        return partsOf(id).get();
    }

    private Supplier<List<UUID>> partsOf(UUID id) {
        return together.later(
                Beside.key("parts", id),
                Question.list(
                        "select id from topic.topic where parent = :id order by published_at",
                        Map.of("id", id),
                        (row, n) -> Rows.id(row, "id")));
    }

    Supplier<List<TopicRow>> rows(Collection<UUID> ids, Level level) {
        if (ids.isEmpty()) {
            return List::of;
        }
        return together.later(
                List.of("rows", List.copyOf(ids), level),
                Question.list("""
                        select id, kind, information_kind, author, organisation, hidden, tlp, importance, version, title,
                               excerpt, answered, published_at, revised_at, comments, files, unread, unconfirmed,
                               community, direct
                          from topic.rows(:ids, :level)
                        """, Map.of("ids", ids.toArray(UUID[]::new), "level", level.name()), Rows::row));
    }

    UUID insert(NewTopic topic, Actor actor, Instant now) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into topic.topic (id, kind, information_kind, parent, author, organisation, hidden, tlp,
                                         confidentiality, importance, title, safe_subject, published_at, revised_at)
                values (:id, :kind, :information, :parent, :author, :organisation, :hidden, :tlp,
                        :confidentiality, :importance, :title, :safe, :now, :now)
                """)
                .param("id", id)
                .param("kind", topic.kind().name())
                .param("information", topic.information().name())
                .param("parent", topic.parent().orElse(null), java.sql.Types.OTHER)
                .param("author", topic.hidden() ? null : actor.person(), java.sql.Types.OTHER)
                .param("organisation", topic.hidden() ? null : actor.organisation(), java.sql.Types.OTHER)
                .param("hidden", topic.hidden())
                .param("tlp", topic.tlp().name())
                .param("confidentiality", topic.confidentiality())
                .param("importance", topic.importance().map(Enum::name).orElse(null))
                .param("title", topic.title())
                .param("safe", topic.safeSubject().text())
                .param("now", at(now))
                .update();
        if (topic.hidden()) {
            conceal(id, id, actor);
        }
        insertVersion(id, 1, topic.texts(), topic.hidden() ? null : actor.person(), now, "", "");
        return id;
    }

    void nameSafely(UUID topic, SafeSubject subject) {
        jdbc.sql("update topic.topic set safe_subject = :subject where id = :topic")
                .param("subject", subject.text())
                .param("topic", topic)
                .update();
    }

    void conceal(UUID document, UUID topic, Actor actor) {
        jdbc.sql("""
                insert into topic.concealed (document, topic, person, organisation)
                values (:document, :topic, :person, :organisation)
                """)
                .param("document", document)
                .param("topic", topic)
                .param("person", actor.person())
                .param("organisation", actor.organisation())
                .update();
    }

    void addVersion(UUID id, int number, Revision revision, Actor actor, boolean hidden, Instant now) {
        jdbc.sql("""
                update topic.topic
                   set version = :number, title = :title, revised_at = :now
                 where id = :id
                """)
                .param("id", id)
                .param("number", number)
                .param("title", NewTopic.titleOf(revision.texts()))
                .param("now", at(now))
                .update();
        insertVersion(
                id,
                number,
                revision.texts(),
                hidden ? null : actor.person(),
                now,
                revision.notePro(),
                revision.noteGeneral());
    }

    private void insertVersion(
            UUID id,
            int number,
            Map<Level, Text> texts,
            @org.jspecify.annotations.Nullable UUID by,
            Instant now,
            String notePro,
            String noteGeneral) {
        jdbc.sql("""
                insert into topic.version (topic, number, at, by, note_pro, note_general)
                values (:id, :number, :now, :by, :pro, :general)
                """)
                .param("id", id)
                .param("number", number)
                .param("now", at(now))
                .param("by", by, java.sql.Types.OTHER)
                .param("pro", notePro.strip())
                .param("general", noteGeneral.strip())
                .update();
        texts.forEach((level, text) -> jdbc.sql("""
                        insert into topic.text (topic, version, level, title, body)
                        values (:id, :number, :level, :title, :body)
                        """)
                .param("id", id)
                .param("number", number)
                .param("level", level.name())
                .param("title", text.title())
                .param("body", text.body())
                .update());
    }

    void index(UUID id, Map<Level, Text> texts) {
        var words = texts.values().stream()
                .flatMap(text -> java.util.stream.Stream.of(text.title(), Prose.plain(text.body())))
                .toArray(String[]::new);
        index(id, id, words);
    }

    void index(UUID document, UUID topic, String... words) {
        jdbc.sql("select topic.index(:document, :topic, :vector, :plain)")
                .param("document", document)
                .param("topic", topic)
                .param("vector", search.vector(words))
                .param("plain", search.plain(words))
                .query((row, n) -> n)
                .list();
    }

    Optional<Author.Known> reveal(UUID topic, UUID document) {
        return jdbc.sql("select person, organisation from topic.reveal(:document) where topic = :topic")
                .param("topic", topic)
                .param("document", document)
                .query((row, n) -> new Author.Known(
                        row.getObject("person", UUID.class), row.getObject("organisation", UUID.class)))
                .optional();
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
