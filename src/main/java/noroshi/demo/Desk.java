package noroshi.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.topic.Prose;
import noroshi.topic.SearchWords;
import tools.jackson.databind.json.JsonMapper;

/** The matters of the consultation desk: their topics, and who reads what of them. */
final class Desk {
    private final Connection database;
    private final SearchWords search;
    private final Parties parties;
    private final List<Case> cases;
    private final UUID desk;
    private final List<Sheet> sheets = new ArrayList<>();

    Desk(Connection database, World world, SearchWords search) {
        this.database = database;
        this.search = search;
        this.parties = new Parties(world);
        this.cases = Case.read(world);
        this.desk = Offices.id("duty_desk", world.centre().code());
        cases.forEach(this::sheets);
    }

    private void sheets(Case it) {
        var told = told(it);
        sheets.add(sheet(it.id(), Optional.empty(), it, it.text("body"), told));
        it.parts()
                .forEach((side, text) -> sheets.add(sheet(
                        it.part(side),
                        Optional.of(it.id()),
                        it,
                        text,
                        told.stream()
                                .filter(rule -> side.equals("DAMAGE") ? rule.damage() : rule.technical())
                                .toList())));
    }

    private Sheet sheet(UUID id, Optional<UUID> parent, Case it, String body, List<Parties.Rule> told) {
        return new Sheet(
                id,
                parent,
                it,
                it.text("title"),
                body,
                audience(it, told),
                told.stream().map(Parties.Rule::organisation).distinct().toList());
    }

    private List<Parties.Rule> told(Case it) {
        if (it.consultation()) {
            return List.of();
        }
        var told = new ArrayList<>(parties.of(it.reporter().organisation()));
        it.line()
                .optional("agency")
                .ifPresent(code -> told.add(new Parties.Rule("SUPPORT", "", parties.organisation(code), false, true)));
        return told;
    }

    private Set<UUID> audience(Case it, List<Parties.Rule> told) {
        var offices = new LinkedHashSet<UUID>();
        offices.add(window(it.reporter().organisation()));
        offices.add(desk);
        told.forEach(rule -> offices.add(window(rule.organisation())));
        return offices;
    }

    private static UUID window(Organisation organisation) {
        return Offices.id("window", organisation.code());
    }

    List<Case> cases() {
        return List.copyOf(cases);
    }

    List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    void put(World world, JsonMapper json) throws SQLException {
        parties.put(database);
        topics();
        texts();
        readers();
        matters();
        told();
        new DeskTickets(database, cases, world, json).put();
    }

    private void topics() throws SQLException {
        try (var table = new Table(
                database,
                "topic.topic",
                "id",
                "kind",
                "information_kind",
                "parent",
                "author",
                "organisation",
                "tlp",
                "confidentiality",
                "title",
                "published_at",
                "revised_at",
                "addressees")) {
            for (var sheet : sheets) {
                table.row(
                        sheet.id(),
                        "MATTER",
                        "INCIDENT",
                        sheet.parent(),
                        sheet.of().reporter().id(),
                        sheet.of().reporter().organisation().id(),
                        "AMBER",
                        2,
                        sheet.title(),
                        sheet.of().opened(),
                        sheet.of().opened(),
                        sheet.addressees());
            }
        }
        try (var table = new Table(database, "topic.version", "topic", "number", "at", "by")) {
            for (var sheet : sheets) {
                table.row(
                        sheet.id(),
                        1,
                        sheet.of().opened(),
                        sheet.of().reporter().id());
            }
        }
    }

    private void texts() throws SQLException {
        try (var table = new Table(database, "topic.text", "topic", "version", "level", "title", "body")) {
            for (var sheet : sheets) {
                table.row(sheet.id(), 1, "ALL", sheet.title(), sheet.body());
            }
        }
        try (var table = new Table(
                database,
                "topic.words",
                "document",
                "topic",
                "kind",
                "information_kind",
                "tlp",
                "words",
                "plain",
                "revised_at",
                "addressees")) {
            for (var sheet : sheets) {
                var words = new String[] {sheet.title(), Prose.plain(sheet.body())};
                table.row(
                        sheet.id(),
                        sheet.id(),
                        "MATTER",
                        "INCIDENT",
                        "AMBER",
                        search.vector(words),
                        search.plain(words),
                        sheet.of().opened(),
                        sheet.addressees());
            }
        }
    }

    private void readers() throws SQLException {
        try (var table = new Table(database, "topic.audience", "topic", "principal")) {
            for (var sheet : sheets) {
                for (var principal : sheet.audience()) {
                    table.row(sheet.id(), principal);
                }
            }
        }
        try (var table = new Table(database, "topic.addressee", "topic", "principal", "kind", "revised_at")) {
            for (var sheet : sheets) {
                for (var principal : sheet.addressees()) {
                    table.row(sheet.id(), principal, "MATTER", sheet.of().opened());
                }
            }
        }
        try (var table = new Table(database, "topic.steward", "topic", "principal", "revises")) {
            for (var sheet : sheets) {
                table.row(sheet.id(), window(sheet.of().reporter().organisation()), true);
                table.row(sheet.id(), desk, false);
            }
        }
    }

    private void matters() throws SQLException {
        try (var table = new Table(
                database,
                "desk.matter",
                "topic",
                "reference",
                "kind",
                "channel",
                "hidden",
                "stage",
                "status",
                "latest",
                "latest_at",
                "help",
                "opened_at",
                "acknowledged_at",
                "closed_at",
                "once")) {
            for (var it : cases) {
                table.row(
                        it.id(),
                        it.reference(),
                        it.text("kind"),
                        it.text("channel"),
                        false,
                        "FIRST",
                        it.status(),
                        it.text("latest"),
                        it.statuses().values().stream().max(Instant::compareTo).orElseThrow(),
                        it.line().optional("agency").isPresent(),
                        it.opened(),
                        it.at("ACKNOWLEDGED"),
                        it.at("CLOSED"),
                        Ids.of("once", it.text("code")));
            }
        }
        try (var table = new Table(database, "desk.reporter", "matter", "organisation", "person")) {
            for (var it : cases) {
                table.row(
                        it.id(),
                        it.reporter().organisation().id(),
                        it.reporter().id());
            }
        }
        try (var table = new Table(database, "desk.part", "topic", "matter", "side")) {
            for (var it : cases) {
                for (var side : it.parts().keySet()) {
                    table.row(it.part(side), it.id(), side);
                }
            }
        }
        try (var table = new Table(database, "desk.telling", "topic", "version", "body")) {
            for (var sheet : sheets) {
                table.row(sheet.id(), 1, sheet.body());
            }
        }
    }

    private void told() throws SQLException {
        try (var table = new Table(
                database,
                "desk.recipient",
                "matter",
                "organisation",
                "office",
                "reason",
                "damage",
                "technical",
                "added_at",
                "added_by")) {
            for (var it : cases) {
                for (var rule : told(it)) {
                    table.row(
                            it.id(),
                            rule.organisation().id(),
                            window(rule.organisation()),
                            rule.trigger(),
                            rule.damage(),
                            rule.technical(),
                            it.opened(),
                            it.reporter().id());
                }
            }
        }
    }
}
