package noroshi.database;

import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.OTTO;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.Noroshi;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.topic.Level;
import noroshi.topic.Newest;
import noroshi.topic.TopicRow;
import noroshi.topic.Topics;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * A database that an earlier release left behind, with something in every corner, comes up to date at the start: nothing
 * is lost, and everybody reads exactly what they read before. KeepThisRelease makes the kept releases.
 */
class UpgradeTests {
    /** Kept releases have none beside them. */
    private static final Restore.Terms WITHOUT_KEYS = new Restore.Terms(false, Keys.NONE, true);

    private static final Path RELEASES = Path.of("src/test/resources/noroshi/releases");

    @TempDir
    private Path folder = Path.of(".");

    @ParameterizedTest
    @MethodSource("releases")
    void whatAnEarlierReleaseLeftIsServed(Path release) throws Exception {
        var database = TestDatabase.empty();
        var data = new DataFolder(folder.resolve("data"));
        var kept = new Restore(database, data).read(release, WITHOUT_KEYS).manifest();
        assertThat(rows(kept).values()).as("rows in " + release).anyMatch(rows -> rows > 0);
        var mika = readable(database, MIKA);
        var otto = readable(database, OTTO);
        assertThat(mika).hasSizeGreaterThan(otto.size());
        renewSessions(database);

        try (var platform = start(database, data)) {
            assertThat(platform.getBean(Flyway.class).info().pending()).isEmpty();
            assertThat(readable(database, MIKA)).isEqualTo(mika);
            assertThat(readable(database, OTTO)).isEqualTo(otto);
            doorsOpen(platform, mika, otto);
            pagesShow(platform, mika);

            var again = folder.resolve("again.zip");
            var written = platform.getBean(Backup.class).write(again);
            nothingIsLost(kept, written);
            var restored = new Restore(TestDatabase.empty(), new DataFolder(folder.resolve("other")))
                    .read(again, WITHOUT_KEYS)
                    .manifest();
            assertThat(rows(restored)).isEqualTo(rows(written));
        }
    }

    static ConfigurableApplicationContext start(Connections database, DataFolder data) {
        var settings = Stream.concat(
                TestDatabase.properties(database).entrySet().stream(),
                Map.<String, Object>of("server.port", 0, "noroshi.data", data.root()).entrySet().stream());
        return new SpringApplicationBuilder(Noroshi.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("withoutTests", new WithoutTests()))
                .run(settings.map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    /** The platform as it is shipped: what the tests add to it stays out. */
    static final class WithoutTests extends TypeExcludeFilter {
        @Override
        public boolean match(MetadataReader found, MetadataReaderFactory factory) throws IOException {
            return found.getResource().getURL().getPath().contains("/test-classes/");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof WithoutTests;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    private static void doorsOpen(ConfigurableApplicationContext platform, Set<UUID> mika, Set<UUID> otto) {
        var topics = platform.getBean(Topics.class);
        for (var topic : mika) {
            assertThat(topics.show(topic, MIKA).title()).isNotBlank();
            assertThat(opens(topics, topic, OTTO)).isEqualTo(otto.contains(topic));
        }
        var listed = topics.newest(Newest.all(200, Level.GENERAL), MIKA).stream()
                .map(TopicRow::id)
                .collect(Collectors.toSet());
        assertThat(listed).isNotEmpty().isSubsetOf(mika);
    }

    private static boolean opens(Topics topics, UUID topic, Actor actor) {
        try {
            topics.show(topic, actor);
            return true;
        } catch (NotFound notTheirs) {
            return false;
        }
    }

    private static void pagesShow(ConfigurableApplicationContext platform, Set<UUID> topics) throws Exception {
        var address = "http://localhost:" + platform.getEnvironment().getRequiredProperty("local.server.port");
        try (var browser = HttpClient.newHttpClient()) {
            for (var topic : topics) {
                var page = browser.send(
                        HttpRequest.newBuilder(URI.create(address + "/topics/" + topic))
                                .header("Cookie", "session=test-session-" + MIKA.person())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.body()).contains("<h1");
            }
        }
    }

    /** Starting and reading writes; it takes nothing away. */
    private static void nothingIsLost(Manifest before, Manifest after) {
        var now = rows(after);
        rows(before).forEach((table, rows) -> {
            if (!table.startsWith("event.")) {
                assertThat(now).containsKey(table);
                assertThat(now.getOrDefault(table, 0L)).as(table).isGreaterThanOrEqualTo(rows);
            }
        });
    }

    private static Map<String, Long> rows(Manifest manifest) {
        var rows = new TreeMap<String, Long>();
        manifest.tables().forEach(table -> rows.put(table.schema() + "." + table.name(), table.rows()));
        return rows;
    }

    /** What the wall shows somebody, asked without the platform. */
    private static Set<UUID> readable(Connections database, Actor actor) throws SQLException {
        var ids = new TreeSet<UUID>();
        try (var application = database.asApplication()) {
            application.setAutoCommit(false);
            application
                    .createStatement()
                    .execute("select set_config('noroshi.person', '" + actor.person() + "', true)");
            try (var rows = application.createStatement().executeQuery("select id from topic.topic")) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return ids;
    }

    /** The kept sessions have run out since. */
    private static void renewSessions(Connections database) throws SQLException {
        try (var owner = database.asOwner()) {
            owner.createStatement()
                    .execute("update membership.session set seen_at = now(), ends_at = now() + interval '1 day'");
        }
    }

    private static Stream<Path> releases() throws IOException {
        try (var files = Files.list(RELEASES)) {
            return files.filter(file -> file.toString().endsWith(".zip")).sorted().toList().stream();
        }
    }
}
