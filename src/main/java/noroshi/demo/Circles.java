package noroshi.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import noroshi.demo.Papers.Line;

/** The communities, and who sits in them by the rules of the data. */
final class Circles {
    private static final String EVERYONE = "all";

    private final List<Person> people;
    private final List<Line> rules = Papers.read("community_rules");
    private final Instant founded;

    private Circles(List<Person> people, LocalDate founded) {
        this.people = people;
        this.founded = Calendar.start(founded);
    }

    static List<Circle> load(Connection database, List<Person> people, Calendar calendar) throws SQLException {
        var founded = calendar.day(Papers.read("earlier").getFirst().day("from"));
        var circles = new Circles(people, founded);
        var lines = Papers.read("communities");
        circles.communities(database, lines);
        var formed = lines.stream().map(circles::form).toList();
        seats(database, formed);
        return formed;
    }

    private void communities(Connection database, List<Line> lines) throws SQLException {
        try (var table = new Table(
                database,
                "community.community",
                "id",
                "code",
                "name",
                "name_en",
                "kind",
                "charter_ja",
                "charter_en",
                "tlp_meaning_ja",
                "tlp_meaning_en",
                "colour",
                "everyone_taking_part",
                "created_at")) {
            for (var line : lines) {
                table.row(
                        Ids.of("community", line.text("code")),
                        line.text("code"),
                        line.text("name"),
                        line.text("name_en"),
                        line.text("kind"),
                        line.text("charter_ja"),
                        line.text("charter_en"),
                        line.text("tlp_community_meaning_ja"),
                        line.text("tlp_community_meaning_en"),
                        line.number("colour"),
                        line.text("code").equals(EVERYONE),
                        founded);
            }
        }
    }

    private Circle form(Line line) {
        var code = line.text("code");
        var lead = lead(line.text("lead"));
        var members = new TreeMap<Integer, Person>();
        for (var rule : rules) {
            if (rule.text("community").equals(code)) {
                var include = rule.text("action").equals("include");
                people.stream().filter(person -> concerns(rule, person)).forEach(person -> {
                    if (include) {
                        members.put(person.number(), person);
                    } else {
                        members.remove(person.number());
                    }
                });
            }
        }
        members.put(lead.number(), lead);
        return new Circle(Ids.of("community", code), code, code.equals(EVERYONE), lead, List.copyOf(members.values()));
    }

    private Person lead(String named) {
        return people.stream()
                .filter(person -> named.startsWith("org:")
                        ? person.window() && person.organisation().code().equals(named.substring("org:".length()))
                        : person.login().equals(named))
                .findFirst()
                .orElseThrow();
    }

    private static boolean concerns(Line rule, Person person) {
        var value = rule.text("value");
        var organisation = person.organisation();
        var named = switch (rule.text("kind")) {
            case "category" -> organisation.category().equals(value);
            case "sector" -> organisation.sector().equals(value);
            case "organisation" -> organisation.code().equals(value);
            case "login" -> person.login().equals(value);
            case String other -> throw new IllegalStateException("unknown kind of rule " + other);
        };
        return named
                && switch (rule.text("people")) {
                    case "all" -> true;
                    case "window" -> person.window();
                    case "pro" -> person.pro();
                    case "general" -> !person.pro();
                    case String other -> throw new IllegalStateException("unknown people " + other);
                };
    }

    private static void seats(Connection database, List<Circle> circles) throws SQLException {
        try (var table = new Table(
                database, "membership.belonging", "principal", "circle", "person", "role", "since", "admitted_by")) {
            for (var circle : circles) {
                for (var member : circle.members()) {
                    table.row(
                            circle.id(),
                            "community",
                            member.id(),
                            member.equals(circle.lead()) ? "lead" : "member",
                            member.since(),
                            circle.lead().id());
                }
            }
        }
    }
}
