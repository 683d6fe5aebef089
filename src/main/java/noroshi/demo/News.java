package noroshi.demo;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What the people who can sign in with one click were told in the last week, by the same rule by which everybody is told.
 * It is told on the site alone: nothing of it is sent.
 */
final class News {
    /** The people of the demonstration and what each of them answers to. */
    private static final String READERS = """
            create temporary table reader on commit drop as
            select p.id, notification.answers(p.id) as principals from membership.person p where p.login = any (?)
            """;

    /** What came to them in that week, the newest of each kind. */
    private static final String HAPPENINGS = """
            with came as (
                select t.id, t.kind, t.version, t.published_at as at, t.importance
                  from topic.topic t
                 where t.state = 'published' and t.published_at >= ?::timestamptz
                   and exists (select from reader r where t.addressees && r.principals)),
            newest as (select c.*, row_number() over (partition by c.kind order by c.at desc) as place from came c),
            said as (
                select c.topic, c.id, c.at
                  from topic.comment c
                  join topic.topic t on t.id = c.topic and t.state = 'published'
                 where c.removed_at is null and c.at >= ?::timestamptz
                   and (t.author in (select r.id from reader r)
                        or exists (select from topic.mention m join reader r on r.id = m.person where m.document = c.id))
                 order by c.at desc limit 20)
            insert into notification.happening (what, topic, subject, version, step, at, spread_at)
            select case n.kind when 'BULLETIN' then 'BULLETIN_PUBLISHED' when 'NOTICE' then 'NOTICE_SENT'
                               when 'MATTER' then 'MATTER_REPORTED' else 'TOPIC_POSTED' end,
                   n.id, (select x.organisation from notice.notice x where x.topic = n.id),
                   case n.kind when 'BULLETIN' then n.version end, '', n.at, n.at
              from newest n
             where n.place <= 12 and n.kind in ('BULLETIN', 'NOTICE', 'MATTER', 'POST', 'QUESTION')
            union all
            select 'COMMENT_POSTED', s.topic, s.id, null, '', s.at, s.at from said s
            """;

    private static final String ITEMS = """
            insert into notification.item (happening, person, what, topic, subject, version, step, why, circle, weight, at)
            select distinct on (h.id, c.person) h.id, c.person, h.what, h.topic, h.subject, h.version, h.step, c.why,
                   c.circle, c.weight, h.at
              from notification.happening h
             cross join lateral notification.concerned(h) c
              join reader r on r.id = c.person
             order by h.id, c.person, case c.weight when 'must' then 0 when 'direct' then 1 else 2 end, c.why
            """;

    /** What is older than three days has been looked at. */
    private static final String SEEN = """
            update notification.item set seen_at = at + interval '5 hours' where at < ?::timestamptz
            """;

    private final Connection database;

    News(Connection database) {
        this.database = database;
    }

    void put(World world) throws SQLException {
        var last = world.calendar().lastDay();
        var week = Calendar.start(last.minusDays(6)).toString();
        var seen = Calendar.start(last.minusDays(2)).toString();
        var cast = world.people().stream()
                .map(Person::login)
                .filter(login -> !login.contains("."))
                .toArray(String[]::new);
        try (var readers = database.prepareStatement(READERS);
                var happenings = database.prepareStatement(HAPPENINGS);
                var items = database.createStatement();
                var earlier = database.prepareStatement(SEEN)) {
            readers.setArray(1, database.createArrayOf("text", cast));
            readers.execute();
            happenings.setString(1, week);
            happenings.setString(2, week);
            happenings.executeUpdate();
            items.execute("analyze membership.person, membership.seat, membership.belonging, topic.topic");
            items.executeUpdate(ITEMS);
            earlier.setString(1, seen);
            earlier.executeUpdate();
        }
    }
}
