package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.IntelLibrary;
import noroshi.intel.Permission;
import noroshi.intel.warning.WarningLists;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Bundles of the library, collections, and whoever hands out. */
abstract class Handing {
    static final Optional<Permission> FREE = Permission.typed("GREEN", "JPCERT/CC", "広く使ってよい");

    @Autowired
    Machines machines;

    @Autowired
    IntelLibrary library;

    @Autowired
    HandingOut handing;

    @Autowired
    Exchange exchange;

    @Autowired
    WarningLists warnings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    Environment environment;

    UUID taken(Optional<Permission> permission, String... objects) {
        var file = "{\"type\":\"bundle\",\"id\":\"bundle--" + UUID.randomUUID() + "\",\"objects\":[ "
                + String.join(" ,\n", objects) + " ]}";
        var report = library.importBundle(file.getBytes(StandardCharsets.UTF_8), "case.json", permission, ED);
        assertThat(report.refusals()).isEmpty();
        return report.bundle();
    }

    static String path(UUID collection) {
        return "/taxii2/general/collections/" + collection + "/";
    }

    UUID fetchedBy(UUID... readers) {
        return machines.id(List.of(readers), List.of(CENTRE), Tlp.AMBER_STRICT);
    }

    static List<String> reasons(HandedOut done) {
        return done.refused().stream().map(each -> each.reason().key()).toList();
    }

    /** How many objects went, were there already, and stayed. */
    static List<Integer> numbers(HandedOut done) {
        assertThat(done.state()).isEqualTo(HandedOut.State.DONE);
        return List.of(done.taken(), done.known(), done.stayed());
    }

    HandedOut handOut(UUID bundle, UUID collection, Actor actor) {
        return handing.handOut(handing.bundle(bundle, actor), collection, actor);
    }

    void refused(Class<? extends Throwable> how, UUID bundle, UUID collection, Actor actor) {
        assertThatThrownBy(() -> handOut(bundle, collection, actor)).isInstanceOf(how);
    }

    /** What the record says of handing out into a collection, in its order. */
    List<String> acts(UUID collection) throws Exception {
        return Acting.as(
                ADA,
                () -> Objects.requireNonNull(transaction.execute(tx -> jdbc.sql("""
                        select act from audit.entry
                         where subject = :id and act like 'intel.bundle-hand%' order by id
                        """)
                        .param("id", collection)
                        .query(String.class)
                        .list())));
    }

    /** As who owns the database. */
    void owner(String sql) throws SQLException {
        try (var owner = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.flyway.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
