package noroshi.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What went on beside a matter: the police, and an agency that paused in the middle of it. */
final class DeskBeside {
    private final Connection database;
    private final List<Case> cases;
    private final World world;

    DeskBeside(Connection database, List<Case> cases, World world) {
        this.database = database;
        this.cases = cases;
        this.world = world;
    }

    void put() throws SQLException {
        tracks();
        words();
        departures();
    }

    private void tracks() throws SQLException {
        var begun = new HashSet<String>();
        try (var table = new Table(
                database,
                "desk.track",
                "id",
                "matter",
                "organisation",
                "office",
                "task",
                "reporter",
                "opened_at",
                "opened_by")) {
            for (var line : Papers.read("tracks")) {
                if (begun.add(key(line))) {
                    var writer = world.person(line.text("person"));
                    table.row(
                            Ids.of("track", key(line)),
                            of(line).id(),
                            writer.organisation().id(),
                            Offices.id("window", writer.organisation().code()),
                            line.text("task"),
                            line.yes("reporter"),
                            after(line, "after"),
                            writer.id());
                }
            }
        }
    }

    private void words() throws SQLException {
        try (var table = new Table(database, "desk.track_word", "track", "at", "person", "state", "body")) {
            for (var line : Papers.read("tracks")) {
                table.row(
                        Ids.of("track", key(line)),
                        after(line, "after"),
                        world.person(line.text("person")).id(),
                        line.text("state"),
                        line.text("words"));
            }
        }
    }

    /** It was suspended, the desk saw to it, and it came back. */
    private void departures() throws SQLException {
        try (var table = new Table(
                database,
                "desk.departure",
                "matter",
                "organisation",
                "left_as",
                "left_at",
                "back_at",
                "settled_at",
                "settled_by")) {
            for (var line : Papers.read("departures")) {
                table.row(
                        of(line).id(),
                        organisation(line.text("organisation")).id(),
                        "SUSPENDED",
                        after(line, "left"),
                        Optional.of(after(line, "back")),
                        Optional.of(after(line, "settled")),
                        Optional.of(world.person("dana").id()));
            }
        }
    }

    private Organisation organisation(String code) {
        return world.people().stream()
                .map(Person::organisation)
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String key(Papers.Line line) {
        return line.text("matter") + "/" + line.text("person") + "/" + line.text("task");
    }

    private Case of(Papers.Line line) {
        return cases.stream()
                .filter(it -> it.text("code").equals(line.text("matter")))
                .findFirst()
                .orElseThrow();
    }

    private Instant after(Papers.Line line, String column) {
        return of(line).opened().plus(Duration.ofMinutes(line.number(column)));
    }
}
