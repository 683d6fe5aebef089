package noroshi.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Block lists of the last days, made of what bulletins name, and what their recipients said of their products. */
final class Blocking {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LET_GO = Duration.ofHours(8);

    private final Connection database;
    private final World world;
    private final Instant pushed;

    /** A value that a bulletin names and that may go to everybody. */
    private record Named(UUID id, String type, String text, String tlp) {}

    /** What a recipient said of one product, so many hours after the push. */
    private record Said(String login, String product, String state, int hours, Optional<Long> hits, String words) {
        static Said registered(String login, String product, int hours) {
            return new Said(login, product, "registered", hours, Optional.empty(), "");
        }

        static Said hits(String login, String product, int hours, long number) {
            return new Said(login, product, "hits", hours, Optional.of(number), "");
        }
    }

    Blocking(Connection database, World world) {
        this.database = database;
        this.world = world;
        this.pushed = Calendar.start(world.calendar().lastDay())
                .minus(DAY.multipliedBy(2))
                .plus(Duration.ofHours(10));
    }

    void put() throws SQLException {
        var named = named();
        if (named.size() < 2) {
            return;
        }
        var half = named.size() / 2;
        var pages = Ids.of("blocklist", "pages");
        list(pages, "大会を装う偽サイト", "予約や返金をうたう偽サイトです。遮断したら製品ごとに教えてください。", "GREEN");
        values(pages, named.subList(0, half));
        push(pages, named.subList(0, half), List.of("vera", "mika", "noor", "gen"), Optional.empty());
        answers(
                pages,
                List.of(
                        Said.registered("vera", "脅威情報フィード", 2),
                        Said.hits("vera", "脅威情報フィード", 30, 1_284),
                        Said.registered("mika", "ファイアウォール", 3),
                        Said.registered("mika", "DNSリゾルバ（RPZ）", 4),
                        Said.hits("mika", "DNSリゾルバ（RPZ）", 31, 37),
                        Said.registered("noor", "EDR", 6),
                        new Said("noor", "プロキシ", "declined", 6, Optional.empty(), "更改作業中のため、来週に登録します")));
        var senders = Ids.of("blocklist", "senders");
        list(senders, "不審な通信先（続報）", "前回の続きです。", "GREEN");
        values(senders, named.subList(half, named.size()));
        push(senders, named.subList(half, named.size()), List.of("vera", "mika"), Optional.of(named.get(half)));
        answers(
                senders,
                List.of(
                        Said.registered("vera", "脅威情報フィード", 1),
                        new Said("vera", "脅威情報フィード", "withdrawn", 27, Optional.empty(), ""),
                        Said.registered("mika", "ファイアウォール", 2)));
    }

    private List<Named> named() throws SQLException {
        var found = new ArrayList<Named>();
        try (var query = database.createStatement()) {
            var rows = query.executeQuery("""
                    select v.id, v.type, v.value, min(t.tlp) as tlp
                      from intel.citation c
                      join intel.value v on v.id = c.value and v.type in ('domain', 'url')
                      join topic.topic t on t.id = c.topic and t.state = 'published' and t.tlp = 'GREEN'
                     where c.withdrawn_at is null
                     group by v.id, v.type, v.value
                     order by max(t.published_at) desc, v.value limit 8
                    """);
            while (rows.next()) {
                found.add(new Named(
                        rows.getObject("id", UUID.class),
                        rows.getString("type"),
                        rows.getString("value"),
                        rows.getString("tlp")));
            }
        }
        return found;
    }

    private void list(UUID id, String title, String note, String tlp) throws SQLException {
        try (var table = new Table(database, "intel.blocklist", "id", "title", "note", "tlp", "made_by", "made_at")) {
            table.row(id, title, note, tlp, world.person("ed").id(), pushed.minus(Duration.ofMinutes(20)));
        }
    }

    private void values(UUID list, List<Named> values) throws SQLException {
        try (var table = new Table(database, "intel.blocklist_value", "list", "value", "type", "text")) {
            for (var value : values) {
                table.row(list, value.id(), value.type(), value.text());
            }
        }
    }

    private void push(UUID list, List<Named> values, List<String> logins, Optional<Named> takenBack)
            throws SQLException {
        var back = pushed.plus(DAY);
        try (var table = new Table(
                database, "intel.blocklist_push", "list", "organisation", "pushed_by", "pushed_at", "due_at")) {
            for (var login : logins) {
                var due = takenBack.isPresent() ? back.plus(LET_GO) : pushed.plus(DAY);
                table.row(list, organisation(login), world.person("ed").id(), pushed, due);
            }
        }
        try (var table = new Table(
                database,
                "intel.blocklist_sent",
                "list",
                "organisation",
                "value",
                "tlp",
                "basis",
                "sent_at",
                "taken_back_at",
                "how",
                "why")) {
            for (var login : logins) {
                for (var value : values) {
                    var gone = takenBack.filter(value::equals).isPresent();
                    table.row(
                            list,
                            organisation(login),
                            value.id(),
                            value.tlp(),
                            "word",
                            pushed,
                            gone ? Optional.of(back) : Optional.empty(),
                            gone ? Optional.of("person") : Optional.empty(),
                            gone ? "正規の配信元と確認されました" : "");
                }
            }
        }
    }

    private void answers(UUID list, List<Said> all) throws SQLException {
        try (var table = new Table(
                database,
                "intel.blocklist_answer",
                "list",
                "organisation",
                "product",
                "state",
                "hits",
                "hits_since",
                "words",
                "by",
                "at")) {
            for (var said : all) {
                table.row(
                        list,
                        organisation(said.login()),
                        said.product(),
                        said.state(),
                        said.hits(),
                        said.hits().map(number -> pushed),
                        said.words(),
                        world.person(said.login()).id(),
                        pushed.plus(Duration.ofHours(said.hours())));
            }
        }
    }

    private UUID organisation(String login) {
        return world.person(login).organisation().id();
    }
}
