package noroshi.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.desk.Changed;
import tools.jackson.databind.json.JsonMapper;

/** The watch of the Centre: around the clock for 47 days, quiet since; and what each shift handed to the next. */
final class Watch {
    private static final LocalDate FIRST = LocalDate.parse("2021-07-21");
    private static final List<String> NEEDED = List.of(
            "OVERALL_LEAD",
            "INCIDENT_CONTROLLER",
            "WATCH_OFFICER",
            "IR_TEAM_1",
            "IR_TEAM_2",
            "IR_TEAM_3",
            "LIAISON_OC",
            "RECORDER");
    private static final List<String> QUIET = List.of("OVERALL_LEAD", "WATCH_OFFICER");
    private static final int EIGHT = 480;
    private static final int OPENS = 570;
    private static final int CLOSES = 1095;
    private static final int AHEAD = 13;
    private static final Duration BEFORE_END = Duration.ofMinutes(10);
    private static final Duration AFTER_END = Duration.ofMinutes(5);

    private final Connection database;
    private final World world;
    private final JsonMapper json;
    private final List<Case> cases;
    private final Map<String, List<Person>> pools = new HashMap<>();
    private final List<Shift> shifts = new ArrayList<>();
    private final Map<UUID, String> numbers = new LinkedHashMap<>();

    /** A shift; {@code hours} say which of the day, and are missing while somebody is on call. */
    private record Shift(int place, Optional<UUID> hours, Instant begins, Instant ends) {}

    Watch(Connection database, World world, JsonMapper json) {
        this.database = database;
        this.world = world;
        this.json = json;
        this.cases = Case.read(world);
    }

    void put(LocalDate today) throws SQLException {
        pools();
        shifts(today);
        numbers();
        duties();
        sheets(today);
    }

    private void pools() {
        var leads = Stream.concat(Stream.of(world.person("toru")), holding("REPORTING"));
        pools.put("OVERALL_LEAD", leads.limit(3).toList());
        pools.put("INCIDENT_CONTROLLER", holding("INCIDENT_CONTROLLER").limit(4).toList());
        pools.put("WATCH_OFFICER", holding("WATCH_OFFICER").toList());
        var teams = Stream.concat(holding("IR_TEAM"), holding("TECH_SUPPORT"))
                .limit(9)
                .toList();
        for (int team = 0; team < 3; team++) {
            pools.put("IR_TEAM_" + (team + 1), teams.subList(team * 3, team * 3 + 3));
        }
        pools.put("LIAISON_OC", holding("LIAISON_OC").limit(4).toList());
        pools.put("RECORDER", holding("RECORDER").limit(4).toList());
    }

    private Stream<Person> holding(String role) {
        return world.people().stream()
                .filter(person ->
                        person.organisation().centre() && person.roles().contains(role));
    }

    private void shifts(LocalDate today) throws SQLException {
        var day = world.calendar().day(FIRST);
        var last = world.calendar().lastDay();
        for (; !day.isAfter(last); day = day.plusDays(1)) {
            for (int hour = 0; hour < 3 * EIGHT; hour += EIGHT) {
                add(hours("EVENT", hour), day, hour, hour + EIGHT);
            }
        }
        add(Optional.empty(), day, 0, OPENS);
        for (; day.isBefore(today.plusDays(AHEAD)); day = day.plusDays(1)) {
            if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
                add(hours("QUIET", OPENS), day, OPENS, CLOSES);
                add(Optional.empty(), day, CLOSES, 3 * EIGHT + OPENS);
            } else {
                add(Optional.empty(), day, OPENS, 3 * EIGHT + OPENS);
            }
        }
    }

    private void add(Optional<UUID> hours, LocalDate day, int from, int to) {
        var midnight = day.atStartOfDay();
        shifts.add(new Shift(
                shifts.size(),
                hours,
                midnight.plusMinutes(from).atZone(Calendar.ZONE).toInstant(),
                midnight.plusMinutes(to).atZone(Calendar.ZONE).toInstant()));
    }

    private Optional<UUID> hours(String mode, int begins) throws SQLException {
        try (var query = database.prepareStatement("select id from watch.hours where mode = ? and begins = ?")) {
            query.setString(1, mode);
            query.setInt(2, begins);
            var row = query.executeQuery();
            row.next();
            return Optional.of(row.getObject(1, UUID.class));
        }
    }

    private void numbers() throws SQLException {
        try (var query = database.createStatement()) {
            var rows = query.executeQuery("select matter, year, number from desk.ticket");
            while (rows.next()) {
                numbers.put(rows.getObject(1, UUID.class), "%d-%03d".formatted(rows.getInt(2), rows.getInt(3)));
            }
        }
    }

    private Person on(String post, Shift shift) {
        var pool = pools.getOrDefault(post, List.of());
        return pool.get(shift.place() % pool.size());
    }

    private void duties() throws SQLException {
        try (var table = new Table(
                database,
                "watch.duty",
                "id",
                "post",
                "hours",
                "begins_at",
                "ends_at",
                "person",
                "phone",
                "entered_at",
                "entered_by")) {
            var entered = shifts.getFirst().begins().minus(Duration.ofDays(14));
            for (var shift : shifts) {
                var event = shift.ends().isBefore(lastDayEnds().plusSeconds(1));
                for (var post : event ? NEEDED : QUIET) {
                    table.row(
                            Ids.of("duty", post + shift.begins()),
                            post,
                            shift.hours(),
                            shift.begins(),
                            shift.ends(),
                            on(post, shift).id(),
                            phone(post),
                            entered,
                            world.person("toru").id());
                }
            }
        }
    }

    private Instant lastDayEnds() {
        return Calendar.start(world.calendar().lastDay().plusDays(1));
    }

    private static String phone(String post) {
        return post.equals("WATCH_OFFICER") ? "090-0000-0119" : post.equals("OVERALL_LEAD") ? "090-0000-0100" : "";
    }

    /** Each shift that ended before today has handed over; the last one still waits for its reader. */
    private void sheets(LocalDate today) throws SQLException {
        var words = new HashMap<Instant, String>();
        Papers.read("watch_words")
                .forEach(line -> words.put(world.calendar().at(line.text("ends")), line.text("words")));
        var over = shifts.stream()
                .filter(it -> it.hours().isPresent() && !it.ends().isAfter(Calendar.start(today)))
                .toList();
        try (var table = new Table(
                database,
                "watch.sheet",
                "id",
                "hours",
                "begins_at",
                "ends_at",
                "since",
                "facts",
                "words",
                "handed_at",
                "handed_by",
                "taken_at",
                "taken_by")) {
            var since = shifts.getFirst().begins();
            for (int i = 0; i < over.size(); i++) {
                var shift = over.get(i);
                var handed = shift.ends().minus(BEFORE_END);
                var next = on("WATCH_OFFICER", shifts.get(shift.place() + 1));
                var taken = i + 1 < over.size();
                table.row(
                        Ids.of("sheet", shift.begins().toString()),
                        shift.hours(),
                        shift.begins(),
                        shift.ends(),
                        since,
                        json.writeValueAsString(facts(since, handed)),
                        words.getOrDefault(shift.ends(), ""),
                        handed,
                        on("WATCH_OFFICER", shift).id(),
                        taken ? Optional.of(shift.ends().plus(AFTER_END)) : Optional.empty(),
                        taken ? Optional.of(next.id()) : Optional.empty());
                since = handed;
            }
        }
    }

    private List<Changed> facts(Instant since, Instant until) {
        var facts = new ArrayList<Changed>();
        for (var it : cases) {
            var before = standing(it, since);
            var now = standing(it, until);
            if (before.isEmpty() && now.isPresent()) {
                facts.add(changed(Changed.What.ARRIVED, it, now.get(), organisation(it), it.opened()));
            } else if (now.isPresent() && !now.equals(before)) {
                var at = it.at(now.get()).orElse(until);
                facts.add(changed(Changed.What.MOVED, it, before.orElse("") + " " + now.get(), "", at));
            }
            if (now.filter("SUBMITTED"::equals).isPresent()) {
                var due = it.opened().plus(Duration.ofMinutes(15));
                facts.add(changed(Changed.What.CLOCK, it, "ACKNOWLEDGE", "", due));
            } else if (now.filter("ACKNOWLEDGED"::equals).isPresent()) {
                facts.add(changed(
                        Changed.What.CLOCK, it, "TRIAGE", "", it.opened().plus(Duration.ofHours(1))));
            }
        }
        return facts;
    }

    private Changed changed(Changed.What what, Case it, String code, String words, Instant at) {
        var number = Optional.ofNullable(numbers.get(it.id())).orElse("");
        return new Changed(what, it.reference(), number, it.text("title"), code, words, at);
    }

    private static Optional<String> standing(Case it, Instant at) {
        return it.statuses().entrySet().stream()
                .filter(status -> !status.getValue().isAfter(at))
                .reduce((one, later) -> later)
                .map(Map.Entry::getKey);
    }

    private static String organisation(Case it) {
        return Papers.read("organisations").stream()
                .filter(line -> line.text("code").equals(it.text("organisation")))
                .map(line -> line.text("name"))
                .findFirst()
                .orElseThrow();
    }
}
