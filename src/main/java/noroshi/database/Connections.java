package noroshi.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/** Where the database is and the two roles that may enter: the application's, and the owner's for its structure. */
record Connections(String url, Login application, Login owner) {
    private static final String SOURCE = "noroshi database";

    /** The connections that {@link #contribute} left in the environment. */
    static Connections of(Environment environment) {
        return new Connections(
                environment.getRequiredProperty("spring.datasource.url"),
                new Login(
                        environment.getRequiredProperty("spring.datasource.username"),
                        environment.getRequiredProperty("spring.datasource.password")),
                new Login(
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password")));
    }

    void contribute(ConfigurableEnvironment environment) {
        environment.getPropertySources().addFirst(new MapPropertySource(SOURCE, properties()));
    }

    Map<String, Object> properties() {
        return Map.of(
                "spring.datasource.url", url,
                "spring.datasource.username", application.user(),
                "spring.datasource.password", application.password(),
                "spring.flyway.url", url,
                "spring.flyway.user", owner.user(),
                "spring.flyway.password", owner.password(),
                "spring.flyway.placeholders.app", application.user());
    }

    Connection asApplication() throws SQLException {
        return connect(application);
    }

    Connection asOwner() throws SQLException {
        return connect(owner);
    }

    private Connection connect(Login login) throws SQLException {
        return DriverManager.getConnection(url, login.user(), login.password());
    }
}
