package noroshi.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** The desk's own paper: tickets as they stood, notes, help that stood by, and the reports of 47 days. */
final class DeskTickets {
    private final Connection database;
    private final List<Case> cases;
    private final World world;
    private final JsonMapper json;
    private final TreeMap<String, String> numbers = new TreeMap<>();
    private final TreeMap<Integer, Integer> last = new TreeMap<>();

    DeskTickets(Connection database, List<Case> cases, World world, JsonMapper json) {
        this.database = database;
        this.cases = cases;
        this.world = world;
        this.json = json;
    }

    void put() throws SQLException {
        tickets();
        standings();
        steps();
        notes();
        standby();
        new DeskBeside(database, cases, world).put();
        new DeskReports(database, cases, numbers, world, json).put();
    }

    private void tickets() throws SQLException {
        try (var table =
                new Table(database, "desk.ticket", "matter", "year", "number", "opened_at", "outcome", "lessons")) {
            for (var it : cases) {
                var year = it.opened().atZone(Calendar.ZONE).getYear();
                var number = last.merge(year, 1, Integer::sum);
                numbers.put(it.text("code"), "%d-%03d".formatted(year, number));
                var over = it.at("CLOSED").isPresent();
                table.row(it.id(), year, number, it.opened(), over ? it.text("latest") : "", "");
            }
        }
        try (var table = new Table(database, "desk.counter", "year", "last")) {
            for (var year : last.entrySet()) {
                table.row(year.getKey(), year.getValue());
            }
        }
    }

    private void standings() throws SQLException {
        var officer = world.person("dana").id();
        try (var table = new Table(
                database,
                "desk.standing",
                "matter",
                "since",
                "until",
                "by",
                "status",
                "priority",
                "impact",
                "visibility",
                "cause",
                "effect",
                "team",
                "confirmed")) {
            for (var it : cases) {
                var statuses = new ArrayList<>(it.statuses().entrySet());
                for (int i = 0; i < statuses.size(); i++) {
                    var judged = i > 1;
                    table.row(
                            it.id(),
                            statuses.get(i).getValue(),
                            i + 1 < statuses.size()
                                    ? Optional.of(statuses.get(i + 1).getValue())
                                    : Optional.empty(),
                            i == 0 ? it.reporter().id() : officer,
                            statuses.get(i).getKey(),
                            judged ? Optional.of(it.text("priority")) : Optional.empty(),
                            judged ? "NONE" : "UNKNOWN",
                            judged ? it.text("visibility") : "UNKNOWN",
                            judged ? it.line().optional("cause") : Optional.empty(),
                            judged ? it.line().optional("effect") : Optional.empty(),
                            judged ? it.line().optional("team") : Optional.empty(),
                            judged);
                }
            }
        }
    }

    private void steps() throws SQLException {
        var officer = world.person("dana");
        try (var table = new Table(database, "desk.step", "matter", "at", "act", "person", "organisation", "detail")) {
            for (var it : cases) {
                table.row(
                        it.id(),
                        it.opened(),
                        "submitted",
                        it.reporter().id(),
                        it.reporter().organisation().id(),
                        it.text("channel"));
                for (var status : it.statuses().entrySet()) {
                    if (!status.getKey().equals("SUBMITTED")) {
                        table.row(
                                it.id(),
                                status.getValue(),
                                "moved",
                                officer.id(),
                                officer.organisation().id(),
                                status.getKey());
                    }
                }
            }
        }
    }

    private void notes() throws SQLException {
        try (var table = new Table(database, "desk.note", "matter", "at", "by", "kind", "body")) {
            for (var it : cases) {
                var note = it.line().optional("note");
                if (note.isPresent()) {
                    var at = it.at("TRIAGED").orElse(it.opened());
                    table.row(it.id(), at, world.person("dana").id(), "NOTE", note.get());
                }
            }
        }
    }

    /** Nobody had to help during the 47 days; agencies stood by. */
    private void standby() throws SQLException {
        try (var table = new Table(
                database,
                "desk.support",
                "matter",
                "organisation",
                "office",
                "kinds",
                "mode",
                "words",
                "scope",
                "asked_at",
                "asked_by",
                "verdict",
                "answered_at",
                "answered_by",
                "ended_at",
                "ended_by")) {
            var officer = world.person("dana").id();
            for (var it : cases) {
                var agency = it.line().optional("agency");
                if (agency.isPresent()) {
                    var helper = helper(agency.get());
                    var asked = it.at("TRIAGED").orElse(it.opened()).plus(Duration.ofMinutes(5));
                    table.row(
                            it.id(),
                            helper.organisation().id(),
                            Offices.id("window", agency.get()),
                            List.of("INITIAL_ADVICE"),
                            "REMOTE",
                            "必要になったときに助言できるよう、待機をお願いします。",
                            "待機のみ。作業はまだお願いしない。",
                            asked,
                            officer,
                            "ACCEPTED",
                            asked.plus(Duration.ofMinutes(12)),
                            helper.id(),
                            it.at("CLOSED"),
                            it.at("CLOSED").map(closed -> officer));
                }
            }
        }
    }

    private Person helper(String agency) {
        return world.people().stream()
                .filter(person -> person.organisation().code().equals(agency) && person.window())
                .findFirst()
                .orElseThrow();
    }
}
