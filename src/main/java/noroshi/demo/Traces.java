package noroshi.demo;

import static java.util.stream.Collectors.toMap;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** What follows from the views: readings, confirmations, reactions, and the audit of restricted openings. */
final class Traces {
    private static final String READINGS = """
            insert into topic.reading (topic, version, person, organisation, level, first_at, last_at)
            select topic, version, person, organisation, 'ALL', min(at), max(at)
              from topic.view
             where level = 'ALL'
             group by topic, version, person, organisation
            """;
    private static final String READINGS_OF_BULLETINS = """
            insert into topic.reading (topic, version, person, organisation, level, first_at, last_at, confirmed_at)
            select v.topic, v.version, v.person, v.organisation, (array_agg(v.level order by v.at desc))[1],
                   min(v.at), max(v.at),
                   case when ('x' || left(md5(v.person::text || v.topic), 2))::bit(8)::integer
                             < case t.importance when 'IMPORTANT' then 170 else 90 end
                        then min(v.at) + interval '2 minutes' end
              from topic.view v
              join topic.topic t on t.id = v.topic
             where v.level <> 'ALL'
             group by v.topic, v.version, v.person, v.organisation, t.importance
            """;
    private static final String WANTED = """
            create temporary table wanted (
                topic uuid, document uuid, author uuid, at timestamptz, kind text, passed integer, times integer)
            on commit drop
            """;
    private static final String REACTIONS = """
            insert into topic.reaction (topic, document, person, kind, at)
            select w.topic, w.document, r.person, w.kind, greatest(w.at, r.seen) + interval '3 minutes'
              from wanted w
             cross join lateral (select person, min(last_at) as seen
                                   from topic.reading
                                  where topic = w.topic and person <> w.author
                                  group by person
                                  order by md5(person::text || w.document)
                                 offset w.passed limit w.times) r
            """;
    private static final String THANKS = """
            insert into topic.reaction (topic, document, person, kind, at)
            select r.topic, r.topic, r.person, 'useful', max(r.last_at)
              from topic.reading r
              join topic.topic t on t.id = r.topic and t.kind = 'BULLETIN'
             where ('x' || left(md5(r.topic::text || r.person), 2))::bit(8)::integer < 24
             group by r.topic, r.person
            """;
    private static final String OPENED = """
            insert into audit.entry (at, person, organisation, via, act, subject, detail)
            select v.at, v.person, v.organisation, 'web', 'topic.opened', v.topic,
                   jsonb_build_object('version', v.version, 'level', v.level)
              from topic.view v
              join topic.topic t on t.id = v.topic
             cross join demo.world w
             where t.tlp in ('AMBER', 'AMBER_STRICT', 'RED')
               and v.at >= w.first_day::timestamp at time zone 'Asia/Tokyo'
             order by v.at
            """;
    private static final String LAST_SEEN = """
            update membership.person p set last_seen_at = s.at
              from (select person, max(at) as at from membership.login group by person) s
             where s.person = p.id
            """;

    private final Connection database;

    Traces(Connection database) {
        this.database = database;
    }

    void put(List<Post> posts, List<Remark> remarks) throws SQLException {
        var bare = new Bare(database, "topic.reading");
        run(READINGS);
        run(READINGS_OF_BULLETINS);
        bare.dress();
        run(WANTED);
        wanted(posts, remarks);
        run(REACTIONS);
        run(THANKS);
        run(OPENED);
        run(LAST_SEEN);
    }

    private void wanted(List<Post> posts, List<Remark> remarks) throws SQLException {
        var byCode = posts.stream().collect(toMap(Post::code, Function.identity()));
        try (var table =
                new Table(database, "wanted", "topic", "document", "author", "at", "kind", "passed", "times")) {
            for (var line : Papers.read("topics")) {
                var post = Objects.requireNonNull(byCode.get(line.text("code")));
                var meToo = line.number("me_too");
                wanted(table, post, post.id(), post.author(), post.publishedAt(), "me_too", 0, meToo);
                wanted(
                        table,
                        post,
                        post.id(),
                        post.author(),
                        post.publishedAt(),
                        "not_us",
                        meToo,
                        line.number("not_us"));
            }
            for (var remark : remarks) {
                wanted(table, remark.post(), remark.id(), remark.author(), remark.at(), "useful", 0, remark.useful());
            }
        }
    }

    private static void wanted(
            Table table, Post post, UUID document, Person author, Instant at, String kind, int passed, int times)
            throws SQLException {
        if (times > 0) {
            table.row(post.id(), document, author.id(), at, kind, passed, times);
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
