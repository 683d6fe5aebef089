package noroshi.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import noroshi.testing.Platform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever was acknowledged is there after kill -9 of the platform, of PostgreSQL, and of both while they write. */
@Tag("journey")
class SurvivingCrashesTests {
    private static final int WRITERS = 4;
    private static final int WRITES = 400;

    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();

    @Test
    void acknowledgedWritesSurvive(@TempDir Path folder) throws Exception {
        try (var platform = new Platform(folder)) {
            acknowledgedWritesSurvive(platform, folder);
        }
    }

    private void acknowledgedWritesSurvive(Platform platform, Path folder) throws Exception {
        platform.start();
        writeAndMeanwhile(platform, () -> {
            platform.kill();
            platform.postgres().destroyForcibly();
        });
        platform.start();
        assertThat(stored(platform)).containsAll(acknowledged);

        platform.kill();
        assertThat(platform.postgres().isAlive()).isTrue();
        platform.start();
        assertThat(stored(platform)).containsAll(acknowledged);

        var before = platform.postgres();
        writeAndMeanwhile(platform, before::destroyForcibly);
        Platform.await(() -> !before.isAlive() || !platform.ready());
        Platform.await(platform::ready);
        assertThat(stored(platform)).containsAll(acknowledged);
        assertThat(acknowledged).hasSizeGreaterThan(WRITERS);

        platform.close();
        assertThat(folder.resolve("postgresql/cluster/postmaster.pid")).doesNotExist();
    }

    private interface Blow {
        void strike() throws Exception;
    }

    private void writeAndMeanwhile(Platform platform, Blow blow) throws Exception {
        var writers = new ArrayList<FutureTask<String>>();
        for (var i = 0; i < WRITERS; i++) {
            var writer = new FutureTask<>(() -> write(platform));
            writers.add(writer);
            Thread.ofVirtual().start(writer);
        }
        var enough = acknowledged.size() + WRITES;
        Platform.await(() -> acknowledged.size() > enough);
        blow.strike();
        for (var writer : writers) {
            assertThat(writer.get())
                    .as("connection gone, or server told to stop")
                    .matches("08...|57P..");
        }
    }

    /** Until the connection breaks, and how it broke (SQLSTATE); only what the database has confirmed counts. */
    private String write(Platform platform) throws IOException {
        try (var connection = platform.asApplication();
                var insert = connection.prepareStatement("""
                        insert into event.event_publication
                               (id, listener_id, event_type, serialized_event, publication_date, completion_date)
                        values (?, 'crash', 'crash', '{}', now(), now())
                        """)) {
            while (true) {
                var id = UUID.randomUUID();
                insert.setObject(1, id);
                insert.executeUpdate();
                acknowledged.add(id);
            }
        } catch (SQLException broken) {
            return broken.getSQLState();
        }
    }

    private Set<UUID> stored(Platform platform) throws Exception {
        var found = new HashSet<UUID>();
        try (var connection = platform.asApplication();
                var query = connection.createStatement();
                var rows = query.executeQuery("select id from event.event_publication where event_type = 'crash'")) {
            while (rows.next()) {
                found.add(rows.getObject(1, UUID.class));
            }
        }
        return found;
    }
}
