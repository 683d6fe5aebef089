package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Indicators;
import noroshi.intel.life.Papers;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionOperations;

/** Who joins the readers of a collection learns what stands there by steps of a job; who leaves learns nothing more at once. */
@RunningHouse
class FollowingReadersTests {
    private static final List<UUID> READERS = List.of(CENTRE, RAILWAY, POWER, SPORTS);

    @Autowired
    Machines machines;

    @Autowired
    Collections collections;

    @Autowired
    EnterLibrary library;

    @Autowired
    FollowReaders follow;

    @Autowired
    LibraryStore store;

    @Autowired
    Indicators indicators;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    Environment environment;

    private final List<String> values = List.of(Papers.name(), Papers.name(), Papers.name());
    private UUID collection;

    /** Three indicators of the railway, for whom it names. */
    @BeforeEach
    void setUp() {
        collection = machines.id(READERS, List.of(RAILWAY), Tlp.AMBER_STRICT);
        collections.name(collection, List.of(CENTRE), RIN);
        bring(STRICT);
        follow.run();
    }

    private void bring(String marking) {
        machines.of(RAILWAY)
                .bring(
                        "/taxii2/general/collections/" + collection + "/",
                        values.stream()
                                .map(value -> marked(marking).replace("bad.example", value))
                                .toArray(String[]::new));
        library.run();
    }

    private long found(Actor actor) {
        return values.stream()
                .filter(value -> indicators.find(Asked.read(value), new Window(0, 5), actor).stream()
                        .anyMatch(life -> life.value().equals(value)))
                .count();
    }

    @Test
    void whoIsNamedIsToldByTheJobInSteps() {
        collections.name(collection, List.of(CENTRE, POWER), RIN);
        assertThat(found(NOOR)).as("nobody waits in the request").isZero();
        for (var step = 1; step <= values.size(); step++) {
            transaction.executeWithoutResult(status -> {
                store.spreadOn(1);
                status.setRollbackOnly();
            });
            assertThat(step()).isTrue();
            assertThat(found(NOOR)).as("a step that was killed is made again").isEqualTo(step);
        }
        follow.run();
        assertThat(step()).isFalse();
        assertThat(found(SORA)).isZero();
        collections.name(collection, List.of(CENTRE, SPORTS), RIN);
        assertThat(found(NOOR)).as("at once").isZero();
        follow.run();
        assertThat(found(SORA)).isEqualTo(values.size());
        assertThat(found(NOOR)).isZero();
    }

    @Test
    void whoJoinsTheReadersIsToldByTheJob() {
        collections.change(collection, readers(List.of(CENTRE, RAILWAY)), ADA);
        bring(GREEN);
        assertThat(found(NOOR)).isZero();
        collections.change(collection, readers(List.of(CENTRE, RAILWAY, POWER)), ADA);
        assertThat(found(NOOR)).as("nobody waits in the request").isZero();
        follow.run();
        assertThat(found(NOOR)).isEqualTo(values.size());
        collections.change(collection, readers(List.of(CENTRE, RAILWAY)), ADA);
        assertThat(found(NOOR)).as("at once").isZero();
        follow.run();
        assertThat(found(NOOR)).isZero();
    }

    /** What is said by two collections is taken away with one of them, and said again for the other. */
    @Test
    void whoLeavesIsToldLessAndNeverMoreUntilTheJobHasSaidWhatOthersTell() {
        var other = machines.id(READERS, List.of(RAILWAY), Tlp.AMBER_STRICT);
        var objects = values.stream()
                .map(value -> marked(GREEN).replace("bad.example", value))
                .toArray(String[]::new);
        for (var each : List.of(collection, other)) {
            machines.of(RAILWAY).bring("/taxii2/general/collections/" + each + "/", objects);
            library.run();
        }
        follow.run();
        assertThat(found(NOOR)).isEqualTo(values.size());
        collections.change(collection, readers(List.of(RAILWAY, SPORTS)), ADA);
        assertThat(found(NOOR)).as("less").isZero();
        assertThat(found(SORA)).as("who stays").isEqualTo(values.size());
        assertThat(found(ED)).as("one's own library").isEqualTo(values.size());
        follow.run();
        assertThat(found(NOOR)).as("the other tells it").isEqualTo(values.size());
        collections.change(other, readers(List.of(CENTRE, RAILWAY)), ADA);
        for (var left : List.of(NOOR, OTTO)) {
            assertThat(found(left)).as("at once").isZero();
        }
        follow.run();
        assertThat(found(NOOR)).isZero();
        assertThat(found(SORA)).isEqualTo(values.size());
    }

    private static NewCollection readers(List<UUID> readers) {
        return new NewCollection(Optional.empty(), "Test", "", "", Tlp.AMBER_STRICT, readers, List.of(RAILWAY));
    }

    private boolean step() {
        return Boolean.TRUE.equals(transaction.execute(status -> store.spreadOn(1)));
    }

    @Test
    void aSaveWritesTheDifferenceAlone() throws Exception {
        collections.name(collection, List.of(CENTRE, POWER), RIN);
        follow.run();
        var before = named();
        assertThat(before).hasSize(2);
        collections.name(collection, List.of(POWER, CENTRE), RIN);
        assertThat(named()).isEqualTo(before);
        assertThat(step()).as("nothing to say anew").isFalse();
        collections.name(collection, List.of(CENTRE, POWER, SPORTS), RIN);
        assertThat(named()).hasSize(3).containsAll(before);
        collections.name(collection, List.of(), RIN);
        assertThat(named()).isEmpty();
    }

    /** As the database numbers what was written of each row. */
    private List<String> named() throws SQLException {
        try (var owner = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.flyway.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
                var rows = owner.createStatement()
                        .executeQuery("select named || ' ' || xmin from intel.naming where collection = '" + collection
                                + "' order by 1")) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
