package noroshi.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import noroshi.demo.Papers.Line;

/** The organisations that take part, and what each of them is. */
final class Organisations {
    private Organisations() {}

    static List<Organisation> load(Connection database, Calendar calendar) throws SQLException {
        var organisations = new ArrayList<Organisation>();
        try (var table = new Table(
                database,
                "membership.organisation",
                "id",
                "code",
                "name",
                "name_en",
                "part",
                "status",
                "joined_on",
                "window_phone",
                "created_at")) {
            for (var line : Papers.read("organisations")) {
                var organisation = read(line, calendar);
                organisations.add(organisation);
                table.row(
                        organisation.id(),
                        organisation.code(),
                        line.text("name"),
                        line.text("name_en"),
                        organisation.part(),
                        "active",
                        organisation.joined(),
                        line.optional("window_phone"),
                        Calendar.start(organisation.joined()));
            }
        }
        traits(database, organisations);
        return organisations;
    }

    private static Organisation read(Line line, Calendar calendar) {
        var code = line.text("code");
        return new Organisation(
                Ids.of("organisation", code),
                code,
                line.text("category"),
                line.text("sector"),
                line.text("ministry"),
                line.text("region"),
                line.list("associations"),
                line.text("role"),
                line.number("people"),
                line.number("pro"),
                line.text("domain"),
                calendar.month(line.text("joined")));
    }

    private static void traits(Connection database, List<Organisation> organisations) throws SQLException {
        try (var table = new Table(
                database, "membership.organisation_trait", "organisation", "trait", "code", "valid_from", "valid_to")) {
            for (var organisation : organisations) {
                trait(table, organisation, "category", organisation.category());
                trait(table, organisation, "sector", organisation.sector());
                trait(table, organisation, "ministry", organisation.ministry());
                trait(table, organisation, "region", organisation.region());
                for (var association : organisation.associations()) {
                    trait(table, organisation, "association", association);
                }
            }
        }
    }

    private static void trait(Table table, Organisation organisation, String trait, String code) throws SQLException {
        if (!code.isEmpty()) {
            table.row(organisation.id(), trait, code, organisation.joined(), Optional.empty());
        }
    }
}
