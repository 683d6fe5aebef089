package noroshi.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.bulletin.Indicator;
import tools.jackson.databind.json.JsonMapper;

/** What machines of the demo world fetch and bring: the indicators of its bulletins, a place to bring to, one SIEM. */
final class Feeds {
    private static final String RAILWAY = "minato-rail";
    private static final Map<String, String> MARKINGS = Map.of(
            "CLEAR", "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487",
            "GREEN", "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
            "AMBER", "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421");
    private static final Map<String, String> PATHS = Map.of(
            "domain", "domain-name:value",
            "ipv4", "ipv4-addr:value",
            "ipv6", "ipv6-addr:value",
            "url", "url:value",
            "sha256", "file:hashes.'SHA-256'",
            "sha1", "file:hashes.'SHA-1'",
            "md5", "file:hashes.MD5",
            "email", "email-addr:value",
            "file-name", "file:name");

    private static final int MILLIS = 3;

    private final Connection database;
    private final World world;
    private final JsonMapper json;

    Feeds(Connection database, World world, JsonMapper json) {
        this.database = database;
        this.world = world;
        this.json = json;
    }

    /** A STIX object and when it came. */
    private record Entry(Instant at, String id, String tlp, String raw) {}

    void put(List<Bulletin> bulletins) throws SQLException {
        var railway = organisation(RAILWAY);
        var everybody = world.communities().stream()
                .filter(Circle::everyone)
                .findFirst()
                .orElseThrow();
        account("minato-rail-siem", "みなと鉄道 SIEM", railway);
        var indicators = Ids.of("collection", "indicators");
        var readers = List.of(everybody.id(), railway.id(), world.centre().id());
        collection(
                indicators,
                "脅威情報の指標",
                "脅威情報に付いた指標（SIEM・遮断装置向け）",
                "indicators",
                readers,
                List.of(world.centre().id()));
        collection(
                Ids.of("collection", "inbox"),
                "検知情報の受付",
                "参加組織の機器が検知したものを送る先（センターだけが読みます）",
                "inbox",
                List.of(world.centre().id()),
                List.of(everybody.id(), railway.id()));
        entries(
                indicators,
                bulletins.stream().flatMap(it -> entries(it).stream()).toList());
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
            UUID id, String title, String description, String alias, List<UUID> readers, List<UUID> writers)
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
                    world.calendar().firstDay(),
                    world.person("ada").id());
        }
    }

    private List<Entry> entries(Bulletin bulletin) {
        var post = bulletin.post();
        var marking = Optional.ofNullable(MARKINGS.get(post.tlp()));
        if (marking.isEmpty()) {
            return List.of();
        }
        return bulletin.contents().getLast().indicators().stream()
                .filter(indicator -> PATHS.containsKey(indicator.type().code()))
                .map(indicator -> entry(post, indicator, marking.get()))
                .toList();
    }

    private Entry entry(Post post, Indicator indicator, String marking) {
        var at = post.issues().get(indicator.since() - 1).at().truncatedTo(ChronoUnit.MILLIS);
        var id = "indicator--" + Ids.of("indicator", post.code() + indicator.value());
        var value = indicator.value().replace("\\", "\\\\").replace("'", "\\'");
        var stix = new LinkedHashMap<String, Object>();
        stix.put("type", "indicator");
        stix.put("spec_version", "2.1");
        stix.put("id", id);
        stix.put("created", written(at));
        stix.put("modified", written(at));
        stix.put("name", post.title());
        stix.put("pattern", "[" + PATHS.get(indicator.type().code()) + " = '" + value + "']");
        stix.put("pattern_type", "stix");
        stix.put("valid_from", written(at));
        stix.put("object_marking_refs", List.of(marking));
        return new Entry(at, id, post.tlp(), json.writeValueAsString(stix));
    }

    private static String written(Instant at) {
        var text = at.toString();
        return text.contains(".") ? text : text.replace("Z", ".000Z");
    }

    private void entries(UUID collection, List<Entry> entries) throws SQLException {
        var ordered = new ArrayList<>(entries);
        ordered.sort(Comparator.comparing(Entry::at).thenComparing(Entry::id));
        var shelf = number("insert into intel.shelf (collection) values ('" + collection + "') returning id");
        var lane = number(
                "insert into intel.lane (shelf, spec, type) values (" + shelf + ", '2.1', 'indicator') returning id");
        var position = 0L;
        try (var table = new Table(
                database,
                "intel.entry",
                "position",
                "version",
                "shelf",
                "lane",
                "size",
                "state",
                "digits",
                "source",
                "sha256",
                "stix_id",
                "tlp",
                "raw")) {
            for (var entry : ordered) {
                var bytes = entry.raw().getBytes(StandardCharsets.UTF_8);
                var version = ChronoUnit.MICROS.between(Instant.EPOCH, entry.at());
                position = Math.max(position + 1, version);
                table.row(
                        position,
                        version,
                        shelf,
                        lane,
                        bytes.length,
                        0,
                        MILLIS,
                        world.centre().id(),
                        hex(sha256(bytes)),
                        entry.id(),
                        entry.tlp(),
                        hex(bytes));
            }
        }
        try (var statement = database.createStatement()) {
            statement.execute(
                    "update intel.head set position = " + position + " where collection = '" + collection + "'");
        }
    }

    private int number(String sql) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static String hex(byte[] bytes) {
        return "\\x" + HexFormat.of().formatHex(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
