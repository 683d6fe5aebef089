package noroshi.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import org.flywaydb.core.Flyway;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Gives every test context a fresh, migrated database of its own on one PostgreSQL under {@code target}.
 *
 * <p>The platform sees an external database with its two roles; the structure is copied from a template that is built
 * once for each state of the migrations.
 */
public final class TestDatabase implements EnvironmentPostProcessor, Ordered {
    private static final String LOCATION = "classpath:db/migration";
    private static final String NOT_DURABLE = """
            fsync = off
            synchronous_commit = off
            full_page_writes = off
            max_connections = 300
            """;
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final DataFolder DATA = new DataFolder(Path.of(System.getProperty("test.data", "target/test-data")));
    private static final PostgresServer SERVER = new PostgresServer(DATA, NOT_DURABLE);

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.containsProperty("noroshi.db.url")) {
            return;
        }
        environment.getPropertySources().addFirst(new MapPropertySource("test database", properties(fresh())));
    }

    /** A migrated database nobody else uses. */
    static Connections fresh() {
        return create(true);
    }

    /** A database without any structure. */
    static Connections empty() {
        return create(false);
    }

    /** Settings that lead the platform to the database. */
    static Map<String, Object> properties(Connections connections) {
        return Map.of(
                "noroshi.db.url", connections.url(),
                "noroshi.db.user", connections.application().user(),
                "noroshi.db.password", connections.application().password(),
                "noroshi.db.owner.user", connections.owner().user(),
                "noroshi.db.owner.password", connections.owner().password());
    }

    static Login superuser() {
        return new Login(PostgresServer.SUPERUSER, SERVER.password());
    }

    private static synchronized Connections create(boolean migrated) {
        var first = COUNT.get() == 0;
        if (first) {
            shareTheServer();
        }
        var name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        try (var postgres = superuser("postgres")) {
            execute(postgres, "select pg_advisory_lock(1)");
            if (first) {
                dropLeftovers(postgres);
            }
            if (migrated) {
                execute(
                        postgres,
                        "create database " + name + " template " + template(postgres) + " owner " + Setup.OWNER
                                + " strategy file_copy");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return ConnectTheDatabase.prepare(SERVER, setup(name));
    }

    /** The server outlives this run only when another run uses it too. */
    private static void shareTheServer() {
        try {
            DataFolder.makePrivate(DATA.root());
            var channel = FileChannel.open(
                    DATA.root().resolve("in-use"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            var shared = channel.lock(0, Long.MAX_VALUE, true);
            SpringApplication.getShutdownHandlers().add(() -> stopIfLast(channel, shared));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stopIfLast(FileChannel channel, FileLock shared) {
        try {
            shared.release();
            if (channel.tryLock() != null) {
                SERVER.stop();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Setup setup(String database) {
        return new Setup(
                database,
                new Login(Setup.APPLICATION, DATA.secret("database-application")),
                new Login(Setup.OWNER, DATA.secret("database-owner")));
    }

    private static String template(Connection postgres) throws SQLException {
        var name = "template_" + fingerprint();
        if (!exists(postgres, name)) {
            var unfinished = "unfinished_" + name;
            execute(postgres, "drop database if exists " + unfinished + " with (force)");
            var connections = ConnectTheDatabase.prepare(SERVER, setup(unfinished));
            Flyway.configure()
                    .dataSource(
                            connections.url(),
                            connections.owner().user(),
                            connections.owner().password())
                    .locations(LOCATION)
                    .defaultSchema("flyway")
                    .createSchemas(true)
                    .outOfOrder(true)
                    .placeholders(Map.of("app", connections.application().user()))
                    .load()
                    .migrate();
            execute(postgres, "alter database " + unfinished + " rename to " + name);
        }
        return name;
    }

    private static String fingerprint() {
        var sum = new CRC32();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources(LOCATION + "/**/*.sql")) {
                sum.update(file.getURL().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                sum.update(file.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Long.toHexString(sum.getValue());
    }

    private static void dropLeftovers(Connection postgres) throws SQLException {
        var leftovers = new ArrayList<String>();
        try (var rows = postgres.createStatement()
                .executeQuery(
                        "select datname from pg_database where datname like 'test\\_%' or datname like 'template\\_%'")) {
            while (rows.next()) {
                leftovers.add(rows.getString(1));
            }
        }
        var keep = "template_" + fingerprint();
        for (var name : leftovers) {
            if (!name.equals(keep) && !alive(name)) {
                execute(postgres, "drop database if exists " + name + " with (force)");
            }
        }
    }

    private static boolean alive(String name) {
        var parts = name.split("_", -1);
        return parts[0].equals("test")
                && ProcessHandle.of(Long.parseLong(parts[1]))
                        .filter(ProcessHandle::isAlive)
                        .isPresent();
    }

    private static boolean exists(Connection postgres, String name) throws SQLException {
        try (var query = postgres.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, name);
            return query.executeQuery().next();
        }
    }

    private static Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(
                SERVER.url(SERVER.start(), database), PostgresServer.SUPERUSER, SERVER.password());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
