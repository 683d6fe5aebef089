package noroshi.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** What machines of the demo world fetch and bring: what its bulletins cite, a place to bring to, one SIEM. */
final class Feeds {
    private static final String RAILWAY = "minato-rail";

    private final Connection database;
    private final World world;

    Feeds(Connection database, World world) {
        this.database = database;
        this.world = world;
    }

    void put() throws SQLException {
        var railway = organisation(RAILWAY);
        var everybody = world.communities().stream()
                .filter(Circle::everyone)
                .findFirst()
                .orElseThrow();
        account("minato-rail-siem", "みなと鉄道 SIEM", railway);
        var readers = List.of(everybody.id(), railway.id(), world.centre().id());
        collection(
                Ids.of("collection", "indicators"),
                "脅威情報のインディケータ",
                "脅威情報に付いたインディケータ（SIEM・遮断装置向け）",
                "indicators",
                readers,
                List.of(world.centre().id()),
                true);
        collection(
                Ids.of("collection", "inbox"),
                "検知情報の受付",
                "参加組織の機器が検知したものを送る先（センターだけが読みます）",
                "inbox",
                List.of(world.centre().id()),
                List.of(everybody.id(), railway.id()),
                false);
    }

    private Organisation organisation(String code) {
        return world.people().stream()
                .map(Person::organisation)
                .filter(organisation -> organisation.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** Its token is made by whoever sets it up: a secret that everybody knows is none. */
    private void account(String login, String name, Organisation organisation) throws SQLException {
        var id = Ids.of("person", login);
        try (var table = new Table(database, "membership.person", "id", "kind", "login", "name")) {
            table.row(id, "service", login, name);
        }
        try (var table = new Table(database, "membership.seat", "id", "person", "organisation", "roles", "since")) {
            table.row(
                    Ids.of("seat", login),
                    id,
                    organisation.id(),
                    List.of("MEMBER_USER"),
                    world.calendar().firstDay());
        }
    }

    private void collection(
            UUID id,
            String title,
            String description,
            String alias,
            List<UUID> readers,
            List<UUID> writers,
            boolean published)
            throws SQLException {
        try (var table = new Table(
                database,
                "intel.collection",
                "id",
                "title",
                "description",
                "alias",
                "tlp",
                "readers",
                "writers",
                "published",
                "created_at",
                "created_by")) {
            table.row(
                    id,
                    title,
                    description,
                    alias,
                    "AMBER_STRICT",
                    readers,
                    writers,
                    published,
                    world.calendar().firstDay(),
                    world.person("ada").id());
        }
    }
}
