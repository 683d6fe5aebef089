package noroshi.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import noroshi.bulletin.PlainCopy;
import noroshi.topic.SearchWords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The demo world moves in, step by step: those who are referred to before those who refer to them. */
@Component
class Moving {
    private static final Logger START = LoggerFactory.getLogger("noroshi.start");
    private static final long SEED = 20210721;
    private static final String[] LARGE = {"topic.view", "topic.words", "membership.login"};

    private final SearchWords search;
    private final PlainCopy plain;
    private final JsonMapper json;

    Moving(SearchWords search, PlainCopy plain, JsonMapper json) {
        this.search = search;
        this.plain = plain;
        this.json = json;
    }

    void in(Connection database, Instant now) throws SQLException {
        var today = LocalDate.ofInstant(now, Calendar.ZONE);
        var calendar = Calendar.upTo(today);
        roomy(database);
        mark(database, calendar, now);
        START.info("Demo world: organisations and people …");
        var world = people(database, calendar);
        events(database, calendar);
        START.info("Demo world: topics, bulletins and what people said …");
        var chance = new SplittableRandom(SEED);
        var days = Days.read(calendar, chance);
        var archive = new Archive(world, chance);
        archive.fill(days);
        var script = new Script(world);
        var bulletins = new Bulletins(world, plain).read();
        var holdings = new Holdings(world);
        var notices = new Notices(world, holdings);
        var posts = new ArrayList<>(archive.posts);
        posts.addAll(notices.posts());
        posts.addAll(script.topics());
        bulletins.forEach(bulletin -> posts.add(bulletin.post()));
        posts.sort(Comparator.comparing(Post::publishedAt));
        var remarks = new ArrayList<>(archive.comments);
        remarks.addAll(script.comments(posts));
        holdings.put(database);
        write(database, world, days, posts, remarks, bulletins, notices, chance);
        if (today.equals(calendar.lastDay())) {
            new Squeeze(database, now).put();
        }
        new News(database).put(world);
        new Watch(database, world, json).put(today);
        new Learned(database, world, search).put();
    }

    private void write(
            Connection database,
            World world,
            List<Days> days,
            List<Post> posts,
            List<Remark> remarks,
            List<Bulletin> bulletins,
            Notices notices,
            SplittableRandom chance)
            throws SQLException {
        var shelf = new Shelf(database, world);
        var index = Index.begin(search, posts, remarks);
        shelf.put(posts);
        new Talk(database, world).put(remarks);
        new Newsroom(database, json).put(bulletins);
        notices.put(database);
        var desk = new Desk(database, world, search);
        desk.put(world, json);
        new Retold(database, world, json).put(bulletins, desk.cases());
        new Feeds(database, world).put();
        START.info("Demo world: who signed in and who read what …");
        var bare = new Bare(database, LARGE);
        var receipts = Receipts.of(desk.sheets(), world);
        new Usage(world, days, posts, remarks, notices.all(), receipts, chance).put(database);
        index.put(database, shelf, posts, remarks);
        START.info("Demo world: readings, reactions and the audit trail …");
        new Traces(database).put(posts, remarks);
        bare.dress();
        gather(database);
        new Blocking(database, world).put();
    }

    /** What the bulletins name becomes part of the register of values. */
    private static void gather(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("select bulletin.cite_editions()");
        }
    }

    /** For this transaction: sorting and indexing in memory. */
    private static void roomy(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("set local work_mem = '96MB'");
            statement.execute("set local maintenance_work_mem = '128MB'");
        }
    }

    private static void mark(Connection database, Calendar calendar, Instant now) throws SQLException {
        try (var table = new Table(database, "demo.world", "first_day", "last_day", "moved_weeks", "loaded_at")) {
            table.row(calendar.firstDay(), calendar.lastDay(), calendar.weeks(), now);
        }
    }

    private static void events(Connection database, Calendar calendar) throws SQLException {
        try (var table = new Table(
                database,
                "insight.event",
                "id",
                "code",
                "kind",
                "date",
                "end_date",
                "label_ja",
                "label_en",
                "mode",
                "owner",
                "part_of")) {
            for (var line : Papers.read("events")) {
                var games = line.text("kind").equals("event");
                var day = line.text("kind").equals("holiday");
                table.row(
                        Ids.of("event", line.text("code")),
                        line.text("code"),
                        line.text("kind"),
                        calendar.day(line.day("date")),
                        line.until("end_date").map(calendar::day),
                        line.text("label_ja"),
                        line.text("label_en"),
                        games ? Optional.of("event") : Optional.empty(),
                        games ? Optional.of(Ids.of("organisation", "games-committee")) : Optional.empty(),
                        games || day ? Optional.empty() : Optional.of(Ids.of("event", "games")));
            }
        }
        try (var statement = database.createStatement()) {
            statement.execute("""
                    insert into insight.taking_part (event, organisation, by, at)
                    select distinct on (s.organisation) e.id, s.organisation, s.person, now()
                      from insight.event e
                     cross join membership.seat s
                      join membership.organisation o on o.id = s.organisation and o.part in ('MEMBER', 'EVENT_OWNER')
                     where e.kind = 'event' and 'MEMBER_POC' = any (s.roles) and s.until is null
                     order by s.organisation, s.since, s.person
                    """);
        }
    }

    private static World people(Connection database, Calendar calendar) throws SQLException {
        References.load(database);
        var people = People.load(database, Organisations.load(database, calendar));
        Offices.load(database, people);
        return World.of(calendar, people, Circles.load(database, people, calendar));
    }
}
