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
import java.util.UUID;
import java.util.function.Predicate;
import noroshi.desk.Effect;
import noroshi.desk.Impact;
import noroshi.desk.UpwardItem;
import noroshi.desk.Visibility;
import noroshi.shared.Tlp;
import tools.jackson.databind.json.JsonMapper;

/** The reports of 47 days: twice a day to those who coordinate, the same without names, and one broadcast. */
final class DeskReports {
    private static final LocalDate FIRST = LocalDate.parse("2021-07-21");
    private static final Duration BEFORE_DUE = Duration.ofMinutes(7);
    private static final String COORDINATION = "coordination";
    private static final String ABRIDGED = "study-group";
    private static final String BROADCAST = "broadcast";
    private static final Map<String, String> RECIPIENTS =
            Map.of(COORDINATION, "セキュリティ調整センター", ABRIDGED, "体制検討会窓口", BROADCAST, "参加組織の皆様");
    private static final LocalTime DAILY = LocalTime.of(18, 0);

    private final Connection database;
    private final List<Case> cases;
    private final Map<String, String> numbers;
    private final World world;
    private final JsonMapper json;
    private final Map<String, Boolean> told = new HashMap<>();
    private final Map<String, Integer> last = new HashMap<>();

    DeskReports(Connection database, List<Case> cases, Map<String, String> numbers, World world, JsonMapper json) {
        this.database = database;
        this.cases = cases;
        this.numbers = numbers;
        this.world = world;
        this.json = json;
    }

    void put() throws SQLException {
        var first = world.calendar().day(FIRST);
        var lastDay = world.calendar().lastDay();
        try (var table = new Table(database, "desk.rhythm", "series", "first_day", "last_day", "recipient")) {
            for (var series : List.of(COORDINATION, ABRIDGED, BROADCAST)) {
                table.row(series, first, lastDay, String.valueOf(RECIPIENTS.get(series)));
            }
        }
        try (var table = new Table(
                database,
                "desk.upward",
                "id",
                "series",
                "day",
                "half",
                "edition",
                "recipient",
                "items",
                "activity",
                "counted_from",
                "drawn_from",
                "composed_at",
                "composed_by",
                "number",
                "approved_by",
                "sent_at",
                "sha256")) {
            for (var day = first; !day.isAfter(lastDay); day = day.plusDays(1)) {
                half(table, day, "AM", LocalTime.of(10, 0));
                half(table, day, "PM", LocalTime.of(17, 0));
                broadcast(table, day);
            }
        }
    }

    private void half(Table table, LocalDate day, String half, LocalTime due) throws SQLException {
        var sent = at(day, due).minus(BEFORE_DUE);
        var items = items(sent);
        row(table, COORDINATION, day, half, items, Map.of(), Optional.empty(), Optional.empty(), sent);
        var source = Optional.of(id(COORDINATION, day, half));
        var nameless =
                items.stream().map(it -> stripped(it, it.matter(), it.number())).toList();
        row(table, ABRIDGED, day, half, nameless, Map.of(), Optional.empty(), source, sent.plusSeconds(20 * 60));
    }

    private void broadcast(Table table, LocalDate day) throws SQLException {
        var sent = at(day, DAILY).minus(BEFORE_DUE);
        var composed = sent.minus(BEFORE_DUE);
        var first = day.equals(world.calendar().day(FIRST));
        var from = first ? at(day, LocalTime.MIDNIGHT) : composed.minus(Duration.ofDays(1));
        var items = cases.stream()
                .filter(Case::upward)
                .filter(judged(composed))
                .filter(it ->
                        it.at("CLOSED").filter(over -> !over.isAfter(from)).isEmpty())
                .map(it -> stripped(item(it, it.opened().isAfter(from), over(it, composed)), "", ""))
                .toList();
        row(table, BROADCAST, day, "DAY", items, activity(from, composed), Optional.of(from), Optional.empty(), sent);
    }

    private Map<String, Integer> activity(Instant from, Instant to) {
        Predicate<Optional<Instant>> within =
                it -> it.filter(at -> at.isAfter(from) && !at.isAfter(to)).isPresent();
        Predicate<Case> opened = it -> within.test(Optional.of(it.opened()));
        var counted = new TreeMap<String, Integer>();
        counted.put("REPORTS", count(opened.and(Predicate.not(Case::consultation))));
        counted.put("CONSULTATIONS", count(opened.and(Case::consultation)));
        counted.put("CLOSED", count(it -> within.test(it.at("CLOSED"))));
        counted.put("IN_HAND", count(it -> !it.opened().isAfter(to) && !over(it, to)));
        counted.put(
                "SUPPORTS",
                count(it -> it.line().optional("agency").isPresent()
                        && within.test(it.at("TRIAGED").map(at -> at.plus(Duration.ofMinutes(5))))));
        return counted;
    }

    private int count(Predicate<Case> which) {
        return (int) cases.stream().filter(which).count();
    }

    private void row(
            Table table,
            String series,
            LocalDate day,
            String half,
            List<UpwardItem> items,
            Map<String, Integer> activity,
            Optional<Instant> from,
            Optional<UUID> source,
            Instant sent)
            throws SQLException {
        var words = json.writeValueAsString(items);
        table.row(
                id(series, day, half),
                series,
                day,
                half,
                1,
                String.valueOf(RECIPIENTS.get(series)),
                words,
                json.writeValueAsString(activity),
                from,
                source,
                sent.minus(BEFORE_DUE),
                world.person("dana").id(),
                last.merge(series, 1, Integer::sum),
                world.person("toru").id(),
                sent,
                sha256(series + day + half + words + activity));
    }

    private static UUID id(String series, LocalDate day, String half) {
        return Ids.of("upward", (series.equals(COORDINATION) ? "" : series) + day + half);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(Calendar.ZONE).toInstant();
    }

    private static Predicate<Case> judged(Instant at) {
        return it -> it.at("TRIAGED").filter(since -> !since.isAfter(at)).isPresent();
    }

    private static boolean over(Case it, Instant at) {
        return it.at("CLOSED").filter(since -> !since.isAfter(at)).isPresent();
    }

    /** New ones since the report before, and the end of those that were reported. */
    private List<UpwardItem> items(Instant at) {
        var items = new ArrayList<UpwardItem>();
        for (var it : cases) {
            var code = it.text("code");
            var fresh = !told.containsKey(code);
            if (it.upward() && judged(at).test(it) && (fresh || over(it, at) && Boolean.FALSE.equals(told.get(code)))) {
                told.put(code, over(it, at));
                items.add(item(it, fresh, over(it, at)));
            }
        }
        return items;
    }

    private UpwardItem item(Case it, boolean fresh, boolean over) {
        return new UpwardItem(
                it.id().toString(),
                String.valueOf(numbers.get(it.text("code"))),
                it.text("title"),
                Optional.of(name(it)),
                it.line().optional("effect").map(Effect::valueOf),
                Impact.NONE,
                "",
                Optional.of(true),
                Visibility.valueOf(it.text("visibility")),
                fresh,
                over,
                Optional.empty(),
                Optional.of(Tlp.AMBER));
    }

    private static UpwardItem stripped(UpwardItem it, String matter, String number) {
        return new UpwardItem(
                matter,
                number,
                "",
                Optional.empty(),
                it.effect(),
                it.impact(),
                "",
                it.confirmed(),
                it.visibility(),
                it.fresh(),
                it.over(),
                Optional.empty(),
                matter.isEmpty() ? Optional.empty() : it.tlp());
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
