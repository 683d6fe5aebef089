package noroshi.intel.taxii;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import noroshi.membership.NewToken;
import noroshi.membership.Scope;
import noroshi.membership.Tokens;
import noroshi.shared.Tlp;
import noroshi.testing.Cast;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** Service accounts of the cast's organisations, and collections for them. */
@TestComponent
class Machines {
    private final Tokens tokens;
    private final Collections collections;
    private final Environment environment;
    private final Map<UUID, String> known = new ConcurrentHashMap<>();

    Machines(Tokens tokens, Collections collections, Environment environment) {
        this.tokens = tokens;
        this.collections = collections;
        this.environment = environment;
    }

    /** The token of an organisation's machine. */
    String token(UUID organisation) {
        return known.computeIfAbsent(organisation, id -> token(id, Scope.TAXII));
    }

    String token(UUID organisation, Scope scope) {
        return tokens.create(new NewToken(organisation, "SIEM", Set.of(scope), Duration.ofDays(1)), Cast.ADA)
                .text();
    }

    Client of(UUID organisation) {
        return new Client(port(), token(organisation));
    }

    /** Does what nobody may: in the role that owns the tables. */
    void asOwner(String sql) throws SQLException {
        try (var owner = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.flyway.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    /** A new collection in the general root: its address. */
    String collection(List<UUID> readers, List<UUID> writers) {
        return collection(readers, writers, Tlp.AMBER_STRICT);
    }

    String collection(List<UUID> readers, List<UUID> writers, Tlp strictest) {
        return "/taxii2/general/collections/" + id(readers, writers, strictest) + "/";
    }

    UUID id(List<UUID> readers, List<UUID> writers, Tlp strictest) {
        return collections.create(
                new NewCollection(Optional.empty(), "Test", "", "", strictest, readers, writers), Cast.ADA);
    }

    /** A collection that the railway reads and writes. */
    String railways() {
        return collection(List.of(Cast.RAILWAY), List.of(Cast.RAILWAY));
    }
}
