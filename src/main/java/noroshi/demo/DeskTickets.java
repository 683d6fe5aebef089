package noroshi.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import noroshi.desk.Effect;
import noroshi.desk.Impact;
import noroshi.desk.UpwardItem;
import noroshi.desk.Visibility;
import tools.jackson.databind.json.JsonMapper;

/** The desk's own paper: tickets as they stood, notes, help that stood by, and the reports upwards of 47 days. */
final class DeskTickets {
    private static final LocalDate FIRST_REPORT = LocalDate.parse("2021-07-21");
    private static final Duration BEFORE_DUE = Duration.ofMinutes(7);
    private static final String RECIPIENT = "セキュリティ調整センター";

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
        reports();
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

    private void reports() throws SQLException {
        var first = world.calendar().day(FIRST_REPORT);
        var lastDay = world.calendar().lastDay();
        try (var table = new Table(database, "desk.rhythm", "first_day", "last_day", "recipient")) {
            table.row(first, lastDay, RECIPIENT);
        }
        var told = new HashMap<String, Boolean>();
        var number = 0;
        try (var table = new Table(
                database,
                "desk.upward",
                "id",
                "day",
                "half",
                "edition",
                "recipient",
                "items",
                "composed_at",
                "composed_by",
                "number",
                "approved_by",
                "sent_at",
                "sha256")) {
            for (var day = first; !day.isAfter(lastDay); day = day.plusDays(1)) {
                for (var half : List.of("AM", "PM")) {
                    var due = day.atTime(half.equals("AM") ? LocalTime.of(10, 0) : LocalTime.of(17, 0))
                            .atZone(Calendar.ZONE)
                            .toInstant();
                    var sent = due.minus(BEFORE_DUE);
                    var items = json.writeValueAsString(items(sent, told));
                    table.row(
                            Ids.of("upward", day + half),
                            day,
                            half,
                            1,
                            RECIPIENT,
                            items,
                            sent.minus(BEFORE_DUE),
                            world.person("dana").id(),
                            ++number,
                            world.person("toru").id(),
                            sent,
                            sha256(day + half + items));
                }
            }
        }
    }

    /** New ones since the report before, and the end of those that were reported. */
    private List<UpwardItem> items(Instant at, Map<String, Boolean> told) {
        var items = new ArrayList<UpwardItem>();
        for (var it : cases) {
            var code = it.text("code");
            var judged = it.at("TRIAGED").filter(since -> !since.isAfter(at)).isPresent();
            var over = it.at("CLOSED").filter(since -> !since.isAfter(at)).isPresent();
            var fresh = !told.containsKey(code);
            if (it.upward() && judged && (fresh || over && Boolean.FALSE.equals(told.get(code)))) {
                told.put(code, over);
                items.add(new UpwardItem(
                        it.id().toString(),
                        String.valueOf(numbers.get(code)),
                        it.text("title"),
                        Optional.of(name(it)),
                        it.line().optional("effect").map(Effect::valueOf),
                        Impact.NONE,
                        "",
                        Optional.of(true),
                        Visibility.valueOf(it.text("visibility")),
                        fresh,
                        over));
            }
        }
        return items;
    }

    private static String name(Case it) {
        return Papers.read("organisations").stream()
                .filter(line -> line.text("code").equals(it.text("organisation")))
                .map(line -> line.text("name"))
                .findFirst()
                .orElseThrow();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
