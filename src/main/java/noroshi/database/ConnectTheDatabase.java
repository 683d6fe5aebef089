package noroshi.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Before anything else starts: finds the external database, or starts the built-in one. */
final class ConnectTheDatabase implements EnvironmentPostProcessor, Ordered {
    private final ConfigurableBootstrapContext bootstrap;

    ConnectTheDatabase(ConfigurableBootstrapContext bootstrap) {
        this.bootstrap = bootstrap;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var url = environment.getProperty("noroshi.db.url", "").strip();
        var builtIn = url.isEmpty();
        var connections = builtIn ? builtIn(DataFolder.of(environment)) : external(environment, url);
        connections.contribute(environment);
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("noroshi defaults", Map.of("noroshi.demo", builtIn)));
    }

    private Connections builtIn(DataFolder data) {
        keepOthersOut(data);
        var server = new PostgresServer(data, "");
        SpringApplication.getShutdownHandlers().add(server::stop);
        bootstrap.addCloseListener(
                closed -> closed.getApplicationContext().getBeanFactory().registerSingleton("postgresServer", server));
        var setup = new Setup(
                Setup.DATABASE,
                new Login(Setup.APPLICATION, data.secret("database-application")),
                new Login(Setup.OWNER, data.secret("database-owner")));
        return prepare(server, setup);
    }

    /** Makes sure that the roles and the database exist. */
    static Connections prepare(PostgresServer server, Setup setup) {
        var port = server.start();
        try {
            try (var postgres = connect(server, port, "postgres")) {
                setup.apply(postgres);
            }
            try (var inside = connect(server, port, setup.database())) {
                setup.applyInside(inside);
            }
        } catch (SQLException e) {
            throw new CannotStart("the built-in PostgreSQL cannot be prepared: " + e.getMessage(), e);
        }
        var url = server.url(port, setup.database()) + "&reWriteBatchedInserts=true&ApplicationName=noroshi";
        return new Connections(url, setup.application(), setup.owner());
    }

    private static java.sql.Connection connect(PostgresServer server, int port, String database) throws SQLException {
        return DriverManager.getConnection(server.url(port, database), PostgresServer.SUPERUSER, server.password());
    }

    /** The lock lives as long as this process; the system releases it even after kill -9. */
    private static void keepOthersOut(DataFolder data) {
        try {
            DataFolder.makePrivate(data.root());
            var channel =
                    FileChannel.open(data.root().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw new CannotStart("another Noroshi is running on " + data.root()
                        + ". Stop it first, or give this one its own folder with NOROSHI_DATA.");
            }
        } catch (IOException e) {
            throw new CannotStart("the data folder " + data.root() + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static Connections external(ConfigurableEnvironment environment, String url) {
        var jdbc = url.startsWith("jdbc:") ? url : "jdbc:" + url.replaceFirst("^postgres://", "postgresql://");
        var complete = jdbc + (jdbc.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true&ApplicationName=noroshi";
        return new Connections(
                complete,
                new Login(
                        required(environment, "noroshi.db.user", "NOROSHI_DB_USER"),
                        required(environment, "noroshi.db.password", "NOROSHI_DB_PASSWORD")),
                new Login(
                        required(environment, "noroshi.db.owner.user", "NOROSHI_DB_OWNER_USER"),
                        required(environment, "noroshi.db.owner.password", "NOROSHI_DB_OWNER_PASSWORD")));
    }

    private static String required(ConfigurableEnvironment environment, String key, String variable) {
        var value = environment.getProperty(key, "");
        if (value.isEmpty()) {
            throw new CannotStart("NOROSHI_DB_URL is set, but " + variable
                    + " is not. The platform enters by two roles: NOROSHI_DB_USER/NOROSHI_DB_PASSWORD for its work,"
                    + " NOROSHI_DB_OWNER_USER/NOROSHI_DB_OWNER_PASSWORD for its structure."
                    + " bin/noroshi doctor --sql prints the script that creates both.");
        }
        return value;
    }
}
