package noroshi.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import noroshi.membership.Trait;
import noroshi.sanitised.Shown;
import noroshi.sanitised.Told;
import noroshi.shared.Tlp;
import tools.jackson.databind.json.JsonMapper;

/** Matters that were told to all without their names: asked about in the very words, and agreed to. */
final class Retold {
    private static final Duration BEGUN_BEFORE = Duration.ofMinutes(95);
    private static final Duration ASKED_BEFORE = Duration.ofMinutes(80);
    private static final Duration ANSWERED_BEFORE = Duration.ofMinutes(40);

    private final Connection database;
    private final World world;
    private final JsonMapper json;
    private final List<Copied> copies = new ArrayList<>();

    /** One of them. */
    private record Copied(
            UUID manuscript,
            UUID matter,
            Person reporter,
            Bulletin bulletin,
            List<Told> told,
            int fits,
            Papers.Line line) {
        Instant before(Duration publication) {
            return bulletin.post().publishedAt().minus(publication);
        }

        UUID asking() {
            return Ids.of("asking", manuscript);
        }

        Shown shown() {
            var post = bulletin.post();
            return new Shown(
                    bulletin.copies().getLast(),
                    Tlp.valueOf(post.tlp()),
                    Set.of(post.circle().id()),
                    List.of());
        }
    }

    Retold(Connection database, World world, JsonMapper json) {
        this.database = database;
        this.world = world;
        this.json = json;
    }

    void put(List<Bulletin> bulletins, List<Case> cases) throws SQLException {
        for (var line : Papers.read("copies")) {
            copies.add(copied(line, bulletins, cases));
        }
        begun();
        asked();
        answered();
    }

    private static Copied copied(Papers.Line line, List<Bulletin> bulletins, List<Case> cases) {
        var bulletin = bulletins.stream()
                .filter(it -> it.post().code().equals(line.text("bulletin")))
                .findFirst()
                .orElseThrow();
        var matter = cases.stream()
                .filter(it -> it.text("code").equals(line.text("matter")))
                .findFirst()
                .orElseThrow();
        var told = line.optional("sector").map(code -> new Told(Trait.SECTOR, code)).stream()
                .toList();
        return new Copied(
                Ids.of("manuscript", bulletin.post().code()),
                matter.id(),
                matter.reporter(),
                bulletin,
                told,
                fitting(line),
                line);
    }

    /** As the product reckons: everybody who takes part and has all that is told. */
    private static int fitting(Papers.Line told) {
        return (int) Papers.read("organisations").stream()
                .filter(it -> !it.text("role").equals("CENTRE"))
                .filter(it ->
                        told.optional("sector").map(it.text("sector")::equals).orElse(true))
                .count();
    }

    private void begun() throws SQLException {
        try (var table =
                new Table(database, "sanitised.copy", "manuscript", "begun_at", "begun_by", "told", "public_at")) {
            for (var it : copies) {
                table.row(
                        it.manuscript(),
                        it.before(BEGUN_BEFORE),
                        officer(),
                        json.writeValueAsString(it.told()),
                        it.line().text("public_at"));
            }
        }
        try (var table = new Table(database, "sanitised.chain", "manuscript", "matter")) {
            for (var it : copies) {
                table.row(it.manuscript(), it.matter());
            }
        }
    }

    private void asked() throws SQLException {
        try (var table = new Table(
                database,
                "sanitised.asking",
                "id",
                "manuscript",
                "at",
                "by",
                "shown",
                "digest",
                "fits",
                "told",
                "public_at")) {
            for (var it : copies) {
                table.row(
                        it.asking(),
                        it.manuscript(),
                        it.before(ASKED_BEFORE),
                        officer(),
                        json.writeValueAsString(it.shown()),
                        it.shown().digest(json),
                        it.fits(),
                        json.writeValueAsString(it.told()),
                        it.line().text("public_at"));
            }
        }
    }

    private void answered() throws SQLException {
        try (var table = new Table(
                database, "sanitised.answer", "asking", "manuscript", "at", "by", "agreed", "knowing", "words")) {
            for (var it : copies) {
                table.row(
                        it.asking(),
                        it.manuscript(),
                        it.before(ANSWERED_BEFORE),
                        it.reporter().id(),
                        true,
                        false,
                        it.line().text("words"));
            }
        }
    }

    private UUID officer() {
        return world.person("dana").id();
    }
}
