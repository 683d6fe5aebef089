package noroshi.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/** Before anything else starts: finds the external database, or starts the built-in one. */
final class ConnectTheDatabase implements EnvironmentPostProcessor, Ordered {
    private static final String URL = "noroshi.db.url";

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
        DataFolder.of(environment).checkKeys();
        var connections = connect(environment, builtIn -> {
            SpringApplication.getShutdownHandlers().add(builtIn::stop);
            bootstrap.addCloseListener(closed ->
                    closed.getApplicationContext().getBeanFactory().registerSingleton("builtInDatabase", builtIn));
        });
        connections.contribute(environment);
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("noroshi defaults", Map.of("noroshi.demo", !isExternal(environment))));
    }

    /** Finds the external database, or starts the built-in one; the server is handed out before it starts. */
    static Connections connect(Environment environment, Consumer<BuiltIn> keeper) {
        var data = DataFolder.of(environment);
        data.open(!isExternal(environment));
        if (isExternal(environment)) {
            return external(environment, environment.getProperty(URL, "").strip());
        }
        var builtIn = BuiltIn.alone(data);
        keeper.accept(builtIn);
        var setup = new Setup(
                Setup.DATABASE,
                new Login(Setup.APPLICATION, data.secret("database-application")),
                new Login(Setup.OWNER, data.secret("database-owner")));
        return prepare(builtIn.server(), setup);
    }

    static boolean isExternal(Environment environment) {
        return !environment.getProperty(URL, "").isBlank();
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

    private static Connections external(Environment environment, String url) {
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

    private static String required(Environment environment, String key, String variable) {
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
