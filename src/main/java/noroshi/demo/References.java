package noroshi.demo;

import java.sql.Connection;
import java.sql.SQLException;

/** The bodies, divisions and regions that organisations are described by, each with its validity. */
final class References {
    private References() {}

    static void load(Connection database) throws SQLException {
        categories(database);
        bodies(database, "membership.ministry", "ministries");
        bodies(database, "membership.region", "regions");
        sectors(database);
        associations(database);
    }

    private static void categories(Connection database) throws SQLException {
        try (var table = new Table(
                database,
                "membership.category",
                "code",
                "name_ja",
                "name_en",
                "info_sharing",
                "support_coordination",
                "valid_from",
                "valid_to")) {
            for (var line : Papers.read("categories")) {
                table.row(
                        line.text("code"),
                        line.text("name_ja"),
                        line.text("name_en"),
                        line.yes("info_sharing"),
                        line.yes("support_coordination"),
                        line.day("valid_from"),
                        line.until("valid_to"));
            }
        }
    }

    private static void bodies(Connection database, String name, String papers) throws SQLException {
        try (var table = new Table(database, name, "code", "name_ja", "name_en", "valid_from", "valid_to")) {
            for (var line : Papers.read(papers)) {
                table.row(
                        line.text("code"),
                        line.text("name_ja"),
                        line.text("name_en"),
                        line.day("valid_from"),
                        line.until("valid_to"));
            }
        }
    }

    private static void sectors(Connection database) throws SQLException {
        try (var table = new Table(
                database,
                "membership.sector",
                "code",
                "name_ja",
                "name_en",
                "competent_ministry",
                "valid_from",
                "valid_to")) {
            for (var line : Papers.read("sectors")) {
                table.row(
                        line.text("code"),
                        line.text("name_ja"),
                        line.text("name_en"),
                        line.optional("competent_ministry"),
                        line.day("valid_from"),
                        line.until("valid_to"));
            }
        }
    }

    private static void associations(Connection database) throws SQLException {
        try (var table = new Table(
                database,
                "membership.association",
                "code",
                "kind",
                "name_ja",
                "name_en",
                "secretariat",
                "sector",
                "valid_from",
                "valid_to")) {
            for (var line : Papers.read("associations")) {
                table.row(
                        line.text("code"),
                        line.text("kind"),
                        line.text("name_ja"),
                        line.text("name_en"),
                        line.optional("secretariat"),
                        line.optional("sector"),
                        line.day("valid_from"),
                        line.until("valid_to"));
            }
        }
    }
}
