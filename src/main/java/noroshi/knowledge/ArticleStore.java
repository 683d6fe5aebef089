package noroshi.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.topic.SearchWords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of articles. The wall shows the desk every version, and everybody else the published ones. */
@Repository
class ArticleStore {
    private static final String SELECT = """
            select a.id, v.number, a.latest, a.published, a.ended_at is not null as ended, v.title, v.body, v.at, v.by
              from knowledge.article a
              join knowledge.version v on v.article = a.id
            """;
    /** The desk reads what it wrote last, everybody else what is published. */
    private static final String SHOWN =
            " where v.number = case when (select desk.staff()) then a.latest else a.published end";

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final SearchWords words;

    ArticleStore(JdbcClient jdbc, SearchWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    boolean staff() {
        return jdbc.sql("select desk.staff()").query(Boolean.class).single();
    }

    List<Article> all() {
        return jdbc.sql(SELECT + SHOWN + " order by a.ended_at nulls first, v.at desc, a.id limit :most")
                .param("most", MOST)
                .query(ArticleStore::article)
                .list();
    }

    List<Article> search(String asked) {
        var query = words.query(asked);
        return query.words().isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + SHOWN + """
                         and v.words @@ :asked::tsquery
                         order by ts_rank(v.words, :asked::tsquery) desc, v.at desc, a.id limit :most
                        """)
                        .param("asked", query.words())
                        .param("most", MOST)
                        .query(ArticleStore::article)
                        .list();
    }

    /** What is near to a title; nothing that has ended. */
    List<Article> near(String title, int most) {
        var asked = words.nearby(title);
        return asked.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + SHOWN + """
                         and a.ended_at is null and v.words @@ :asked::tsquery
                         order by ts_rank(v.words, :asked::tsquery) desc, v.at desc, a.id limit :most
                        """)
                        .param("asked", asked)
                        .param("most", most)
                        .query(ArticleStore::article)
                        .list();
    }

    Optional<Article> find(UUID id) {
        return jdbc.sql(SELECT + SHOWN + " and a.id = :id")
                .param("id", id)
                .query(ArticleStore::article)
                .optional();
    }

    Optional<Article> find(UUID id, int version) {
        return jdbc.sql(SELECT + " where a.id = :id and v.number = :version")
                .param("id", id)
                .param("version", version)
                .query(ArticleStore::article)
                .optional();
    }

    /** Every version the reader may read, the newest first. */
    List<Article> versions(UUID id) {
        return jdbc.sql(SELECT + " where a.id = :id order by v.number desc")
                .param("id", id)
                .query(ArticleStore::article)
                .list();
    }

    Optional<Article> lock(UUID id) {
        var locked = jdbc.sql("select id from knowledge.article where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
        return locked.flatMap(this::find);
    }

    void insert(UUID id) {
        jdbc.sql("insert into knowledge.article (id, latest) values (:id, 1)")
                .param("id", id)
                .update();
    }

    void insertVersion(UUID id, int number, Written it, Instant now, Actor actor) {
        jdbc.sql("""
                insert into knowledge.version (article, number, title, body, words, at, by)
                values (:id, :number, :title, :body, :words::tsvector, :now, :by)
                """)
                .param("id", id)
                .param("number", number)
                .param("title", it.title())
                .param("body", it.body())
                .param("words", words.vector(it.title(), it.body()))
                .param("now", at(now))
                .param("by", actor.person())
                .update();
        jdbc.sql("update knowledge.article set latest = :number where id = :id")
                .param("id", id)
                .param("number", number)
                .update();
    }

    /** From now on everybody reads this version; with nothing, nobody outside the desk reads any. */
    void publish(UUID id, Optional<Integer> version, Instant now, Actor actor) {
        jdbc.sql("update knowledge.version set open = (number = :version) where article = :id")
                .param("id", id)
                .param("version", version.orElse(0))
                .update();
        jdbc.sql(
                        version.isPresent()
                                ? "update knowledge.article set published = :version, published_at = :now, published_by = :by where id = :id"
                                : "update knowledge.article set published = null, published_at = null, published_by = null where id = :id")
                .param("id", id)
                .param("version", version.orElse(0))
                .param("now", at(now))
                .param("by", actor.person())
                .update();
    }

    void end(UUID id, Instant now, Actor actor) {
        jdbc.sql("update knowledge.article set ended_at = :now, ended_by = :by where id = :id")
                .param("id", id)
                .param("now", at(now))
                .param("by", actor.person())
                .update();
    }

    /** The matters it was learned from; nothing for anybody but the desk. */
    List<UUID> matters(UUID id) {
        return jdbc.sql("select matter from knowledge.matter where article = :id order by at, matter")
                .param("id", id)
                .query(UUID.class)
                .list();
    }

    List<Article> of(UUID matter) {
        return jdbc.sql(SELECT + SHOWN + " and a.id in (select article from knowledge.matter where matter = :matter)"
                        + " order by v.at desc, a.id")
                .param("matter", matter)
                .query(ArticleStore::article)
                .list();
    }

    void link(UUID id, UUID matter, Instant now, Actor actor) {
        jdbc.sql("""
                insert into knowledge.matter (article, matter, at, by) values (:id, :matter, :now, :by)
                on conflict do nothing
                """)
                .param("id", id)
                .param("matter", matter)
                .param("now", at(now))
                .param("by", actor.person())
                .update();
    }

    boolean unlink(UUID id, UUID matter) {
        return jdbc.sql("delete from knowledge.matter where article = :id and matter = :matter")
                        .param("id", id)
                        .param("matter", matter)
                        .update()
                == 1;
    }

    private static Article article(ResultSet row, int n) throws SQLException {
        return new Article(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getInt("latest"),
                Optional.ofNullable(row.getObject("published", Integer.class)),
                row.getBoolean("ended"),
                row.getString("title"),
                row.getString("body"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("by", UUID.class));
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
