package noroshi.demo;

import static java.util.stream.Collectors.groupingBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import noroshi.demo.Papers.Line;

/** Everybody who works on the platform: the cast first, then as many colleagues as each organisation has. */
final class People {
    /** What the Centre's staff beyond the cast do, in turn. */
    private static final List<String> CENTRE_ROLES = List.of(
            "WATCH_OFFICER",
            "IR_TEAM",
            "TECH_SUPPORT",
            "REPORTING",
            "RECORDER",
            "OPERATOR_COORDINATOR",
            "AGENCY_COORDINATOR",
            "LIAISON_OC",
            "INCIDENT_CONTROLLER");

    private static final int LARGE = 4;

    private final Map<String, List<Line>> cast =
            Papers.read("cast").stream().collect(groupingBy(line -> line.text("organisation")));
    private final JobTitles pros = new JobTitles("pro");
    private final JobTitles generals = new JobTitles("general");
    private final Names names = new Names();
    private final List<Person> people = new ArrayList<>();
    private final Table table;

    private People(Table table) {
        this.table = table;
    }

    static List<Person> load(Connection database, List<Organisation> organisations) throws SQLException {
        var people = people(database, organisations);
        seats(database, people);
        return people;
    }

    private static List<Person> people(Connection database, List<Organisation> organisations) throws SQLException {
        try (var table = new Table(
                database,
                "membership.person",
                "id",
                "login",
                "name",
                "kana",
                "name_en",
                "email",
                "title_ja",
                "title_en",
                "locale",
                "level",
                "created_at")) {
            var people = new People(table);
            for (var organisation : organisations) {
                people.staff(organisation);
            }
            return people.people;
        }
    }

    private void staff(Organisation organisation) throws SQLException {
        var known = cast.getOrDefault(organisation.code(), List.of());
        for (var line : known) {
            castMember(line, organisation);
        }
        var pros = organisation.pro()
                - (int) known.stream()
                        .filter(line -> line.text("level").equals("pro"))
                        .count();
        var others = organisation.people() - known.size();
        var receivers = receivers(organisation, known);
        for (int i = 0; i < others; i++) {
            colleague(organisation, i, i * Math.max(pros, 0) / others < (i + 1) * pros / others, i < receivers);
        }
    }

    /** Larger organisations have a deputy at their window. */
    private static int receivers(Organisation organisation, List<Line> known) {
        var wanted = organisation.people() >= LARGE ? 2 : 1;
        var there = known.stream()
                .filter(line -> line.list("offices").contains("window"))
                .count();
        return wanted - (int) there;
    }

    private void castMember(Line line, Organisation organisation) throws SQLException {
        var person = person(
                line.text("login"),
                organisation,
                line.text("level").equals("pro"),
                Set.copyOf(line.list("roles")),
                Set.copyOf(line.list("offices")));
        var name = new Names.Name(line.text("name"), line.text("kana"), line.text("name_en"), line.text("login"));
        write(person, name, line.text("title_ja"), line.text("title_en"), line.text("locale"));
    }

    private void colleague(Organisation organisation, int place, boolean pro, boolean receives) throws SQLException {
        var name = names.next();
        var roles = new LinkedHashSet<String>();
        var offices = new LinkedHashSet<String>();
        roles.add(organisation.centre() ? CENTRE_ROLES.get(place % CENTRE_ROLES.size()) : "MEMBER_USER");
        if (receives) {
            offices.add("window");
            roles.add("MEMBER_POC");
        }
        if (place == 0) {
            roles.add("ORG_ADMIN");
        }
        if (roles.contains("WATCH_OFFICER")) {
            offices.add("duty_desk");
        }
        var title = (pro ? pros : generals).next();
        var person = person(name.login(), organisation, pro, roles, offices);
        write(person, name, title.text("ja"), title.text("en"), "ja");
    }

    private Person person(
            String login, Organisation organisation, boolean pro, Set<String> roles, Set<String> offices) {
        var since = Calendar.start(organisation.joined());
        var person =
                new Person(people.size(), Ids.of("person", login), login, organisation, pro, roles, offices, since);
        people.add(person);
        return person;
    }

    private void write(Person person, Names.Name name, String title, String titleEn, String locale)
            throws SQLException {
        table.row(
                person.id(),
                person.login(),
                name.written(),
                name.kana(),
                name.english(),
                person.login() + "@" + person.organisation().domain(),
                title,
                titleEn,
                locale,
                person.pro() ? "pro" : "general",
                person.since());
    }

    private static void seats(Connection database, List<Person> people) throws SQLException {
        try (var table = new Table(database, "membership.seat", "id", "person", "organisation", "roles", "since")) {
            for (var person : people) {
                table.row(
                        Ids.of("seat", person.login()),
                        person.id(),
                        person.organisation().id(),
                        person.roles(),
                        person.since());
            }
        }
    }
}
