package noroshi.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Who is to be told of a report: the rules of the demo world, and whom they name. */
final class Parties {
    private static final String AT = "2021-07-12T09:00";

    private final World world;
    private final Map<String, Organisation> organisations;
    private final List<Rule> rules = new ArrayList<>();

    /** When, who, and what of it. */
    record Rule(String trigger, String code, Organisation organisation, boolean damage, boolean technical) {
        boolean names(Organisation reporter) {
            return switch (trigger) {
                case "ALWAYS" -> true;
                case "MINISTRY" -> reporter.ministry().equals(code);
                case "ASSOCIATION" -> reporter.associations().contains(code);
                case String other -> false;
            };
        }
    }

    Parties(World world) {
        this.world = world;
        organisations = world.people().stream()
                .map(Person::organisation)
                .distinct()
                .collect(Collectors.toMap(Organisation::code, it -> it, (one, same) -> one, LinkedHashMap::new));
        for (var line : Papers.read("parties")) {
            rules.add(new Rule(
                    line.text("trigger"),
                    line.text("code"),
                    organisation(line.text("organisation")),
                    line.yes("damage"),
                    line.yes("technical")));
        }
        organisations.values().stream()
                .filter(it -> it.category().equals("MINISTRY") && !it.ministry().isEmpty())
                .forEach(it -> rules.add(new Rule("MINISTRY", it.ministry(), it, true, true)));
        for (var line : Papers.read("associations")) {
            line.optional("secretariat_organisation")
                    .ifPresent(code ->
                            rules.add(new Rule("ASSOCIATION", line.text("code"), organisation(code), false, true)));
        }
    }

    Organisation organisation(String code) {
        return Objects.requireNonNull(organisations.get(code), code);
    }

    /** Whom a report of this organisation reaches, each once. */
    List<Rule> of(Organisation reporter) {
        var found = new LinkedHashMap<String, Rule>();
        rules.stream()
                .filter(rule -> rule.names(reporter) && !rule.organisation().equals(reporter))
                .forEach(rule -> found.putIfAbsent(rule.organisation().code(), rule));
        return List.copyOf(found.values());
    }

    void put(Connection database) throws SQLException {
        try (var table = new Table(database, "desk.system", "code", "name_ja", "name_en")) {
            for (var line : Papers.read("systems")) {
                table.row(line.text("code"), line.text("name_ja"), line.text("name_en"));
            }
        }
        try (var table = new Table(database, "desk.party", "trigger", "code", "organisation", "damage", "technical")) {
            for (var rule : rules) {
                table.row(rule.trigger(), rule.code(), rule.organisation().id(), rule.damage(), rule.technical());
            }
        }
        capabilities(database);
    }

    private void capabilities(Connection database) throws SQLException {
        try (var table = new Table(
                database, "desk.capability", "office", "cause", "kinds", "words", "declared_at", "declared_by")) {
            for (var line : Papers.read("capabilities")) {
                var code = line.text("organisation");
                table.row(
                        Offices.id("window", code),
                        line.text("cause"),
                        List.of(line.text("kinds").split(";")),
                        line.text("words"),
                        world.calendar().at(AT),
                        keeper(code).id());
            }
        }
    }

    private Person keeper(String organisation) {
        return world.people().stream()
                .filter(Person::window)
                .filter(person -> person.organisation().code().equals(organisation))
                .findFirst()
                .orElseThrow();
    }
}
