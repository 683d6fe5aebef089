package noroshi.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import noroshi.topic.SearchWords;

/** What the Centre of the demo world wrote down from its matters, and whom its members may hire. */
final class Learned {
    private final Connection database;
    private final World world;
    private final SearchWords search;

    Learned(Connection database, World world, SearchWords search) {
        this.database = database;
        this.world = world;
        this.search = search;
    }

    void put() throws SQLException {
        var dana = world.person("dana").id();
        var articles = Papers.read("articles");
        try (var table =
                new Table(database, "knowledge.article", "id", "latest", "published", "published_at", "published_by")) {
            for (var line : articles) {
                var published = line.yes("published");
                table.row(
                        Ids.of("article", line.text("code")),
                        1,
                        published ? Optional.of(1) : Optional.empty(),
                        published ? Optional.of(world.calendar().at(line.text("at"))) : Optional.empty(),
                        published ? Optional.of(dana) : Optional.empty());
            }
        }
        try (var table = new Table(
                database, "knowledge.version", "article", "number", "open", "title", "body", "words", "at", "by")) {
            for (var line : articles) {
                table.row(
                        Ids.of("article", line.text("code")),
                        1,
                        line.yes("published"),
                        line.text("title"),
                        line.text("body"),
                        search.vector(line.text("title"), line.text("body")),
                        world.calendar().at(line.text("at")),
                        dana);
            }
        }
        try (var table = new Table(database, "knowledge.matter", "article", "matter", "at", "by")) {
            for (var line : articles) {
                for (var matter : line.list("matters")) {
                    table.row(
                            Ids.of("article", line.text("code")),
                            Ids.of("topic", "matter/" + matter),
                            world.calendar().at(line.text("at")),
                            dana);
                }
            }
        }
        vendors();
    }

    private void vendors() throws SQLException {
        try (var table = new Table(
                database,
                "vendor.vendor",
                "id",
                "name_ja",
                "name_en",
                "kana",
                "services",
                "words",
                "phone",
                "always",
                "address",
                "added_at",
                "added_by")) {
            for (var line : Papers.read("vendors")) {
                table.row(
                        Ids.of("vendor", line.text("code")),
                        line.text("name_ja"),
                        line.text("name_en"),
                        line.text("kana"),
                        line.list("services"),
                        line.text("words"),
                        line.text("phone"),
                        line.yes("always"),
                        line.text("address"),
                        Calendar.start(world.calendar().firstDay()),
                        world.person("dana").id());
            }
        }
    }
}
