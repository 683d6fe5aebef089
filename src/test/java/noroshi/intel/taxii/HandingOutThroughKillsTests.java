package noroshi.intel.taxii;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import noroshi.bench.Feed;
import noroshi.testing.Platform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kill -9 of platform and database while a large bundle is handed out: it goes on by itself, to the end, and doubles nothing. */
@Tag("journey")
class HandingOutThroughKillsTests {
    private static final int OBJECTS = 6_000;

    private static final String SOMEBODY = """
            insert into membership.organisation (id, code, name, name_en, part, status, joined_on)
            values ('00000000-0000-4000-8000-00000000ce17', 'centre', '対処調整センター', 'The Centre', 'CENTRE', 'active',
                    '2020-01-01');
            insert into membership.person (id, login, name)
            values ('00000000-0000-4000-8000-00000000a0da', 'hanako', '花子');
            insert into membership.seat (person, organisation, roles, since)
            values ('00000000-0000-4000-8000-00000000a0da', '00000000-0000-4000-8000-00000000ce17',
                    '{ADMINISTRATOR,EDITOR}', '2020-01-01');
            update intel.collection set writers = '{00000000-0000-4000-8000-00000000ce17}'
            """;

    @Test
    void itGoesOnByItselfAndDoublesNothing(@TempDir Path folder, @TempDir Path data) throws Exception {
        var objects = IntStream.range(0, OBJECTS)
                .mapToObj(HandingOutThroughKillsTests::object)
                .toList();
        var file = Files.writeString(
                folder.resolve("large.json"),
                objects.stream()
                        .collect(Collectors.joining(
                                ",",
                                "{\"type\":\"bundle\",\"id\":\"bundle--6f1d2a44-52c2-4f38-9a34-3b0f6d1e7c11\",\"objects\":[",
                                "]}")));
        try (var house = new Platform(data)) {
            house.start();
            String collection;
            try (var owner = house.asOwner()) {
                Feed.settle(owner);
                collection = Feed.collection(owner);
                owner.createStatement().execute(SOMEBODY);
            }
            var imported = house.order("intel", "import", file.toString(), "--as", "hanako", "--json");
            assertThat(imported.code()).as(imported.said() + house.said()).isZero();
            Platform.await(() -> asked(house, "select id::text from intel.bundle where not unfinished")
                            .size()
                    == 1);
            var bundle = asked(house, "select id::text from intel.bundle").getFirst();
            var filling = new FutureTask<>(() -> house.order(
                    "collection", "fill", collection.split("/")[4], "--bundle", bundle, "--as", "hanako", "--json"));
            Thread.ofVirtual().start(filling);
            killedBehind(house, 1_000);
            filling.get();
            house.start();
            killedBehind(house, 2_500);
            house.start();
            Platform.await(() -> asked(house, "select state from intel.handing").contains("DONE"));
            assertThat(walk(house, collection))
                    .isEqualTo(objects.stream().map(Stix::idOf).toList());
            assertThat(asked(house, "select taken + known || ' ' || stayed from intel.handing"))
                    .containsExactly(OBJECTS + " 0");
            assertThat(asked(house, "select act from audit.entry where act like 'intel.bundle-hand%' order by id"))
                    .containsExactly("intel.bundle-handed-out", "intel.bundle-hand-out-ended");
        }
    }

    /** Names of examples stay behind: the lists that are shipped warn of them. */
    private static String object(int number) {
        return Feed.document(number)
                .replaceFirst("domain-name:value = '[^']*'", "file:hashes.'SHA-256' = '%064x'".formatted(number + 1));
    }

    /** In the middle, and not at its end. */
    private static void killedBehind(Platform house, int position) throws Exception {
        try (var owner = house.asOwner();
                var ask =
                        owner.prepareStatement("select 1 from intel.handing where state = 'GOING' and position >= ?")) {
            ask.setInt(1, position);
            Platform.await(() -> {
                for (var look = 0; look < 500; look++) {
                    if (ask.executeQuery().next()) {
                        return true;
                    }
                }
                return false;
            });
            house.kill();
            assertThat(ask.executeQuery().next()).as("it was under way").isTrue();
        }
        var database = house.postgres();
        database.destroyForcibly();
        database.onExit().get();
    }

    private static List<String> asked(Platform house, String sql) throws Exception {
        try (var owner = house.asOwner();
                var rows = owner.createStatement().executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException starting) {
            return List.of();
        }
    }

    private static List<String> walk(Platform house, String collection) throws Exception {
        var found = new ArrayList<String>();
        var client = new Client(house.address().getPort(), Feed.TOKEN);
        for (var next = "objects/?limit=1000"; !next.isEmpty(); ) {
            var page = client.get(collection + next);
            assertThat(page.status()).isEqualTo(200);
            found.addAll(page.ids());
            next = page.next().isEmpty() ? "" : "objects/?limit=1000&next=" + page.next();
        }
        return found;
    }
}
