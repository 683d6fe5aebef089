package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import noroshi.intel.life.Papers;
import noroshi.intel.warning.WarningLists;
import noroshi.shared.Acting;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Whom a source names after it has brought something. */
@RunningHouse
class NamingLaterTests {
    private static final List<UUID> THREE = List.of(RAILWAY, POWER, SPORTS);

    @Autowired
    Machines machines;

    @Autowired
    Collections collections;

    @Autowired
    WarningLists warnings;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    private String path(UUID collection) {
        return "/taxii2/general/collections/" + collection + "/";
    }

    /** Whoever polls stands beyond what came before. */
    @Test
    void whoIsNamedLaterGetsWhatCameBefore() {
        var collection = machines.id(THREE, List.of(RAILWAY, POWER), Tlp.AMBER_STRICT);
        var first = marked(STRICT);
        var open = marked(GREEN);
        var second = indicator();
        machines.of(RAILWAY).bring(path(collection), first, open, second);
        var power = machines.of(POWER);
        var had = power.get(path(collection) + "objects/").last();
        var now = Stamp.text(Stamp.micros(clock.instant()));
        collections.name(collection, List.of(SPORTS), RIN);
        assertThat(power.get(path(collection) + "objects/?added_after=" + had).ids())
                .as("not named")
                .isEmpty();
        collections.name(collection, List.of(SPORTS, POWER), RIN);
        for (var since : List.of(had, now)) {
            assertThat(power.get(path(collection) + "objects/?added_after=" + since)
                            .ids())
                    .containsExactly(idOf(first), idOf(second));
        }
        var all = power.get(path(collection) + "objects/").last();
        collections.name(collection, List.of(POWER), RIN);
        assertThat(power.get(path(collection) + "objects/?added_after=" + all).ids())
                .as("nobody joined")
                .isEmpty();
        var third = marked(STRICT);
        machines.of(RAILWAY).bring(path(collection), third);
        assertThat(power.get(path(collection) + "objects/?added_after=" + all).ids())
                .containsExactly(idOf(third));
    }

    /** What lists warn of is for the source alone, whomever it names. */
    @Test
    void whatStandsNearItsSourceStaysWhereItIs() {
        var collection = machines.id(THREE, List.of(RAILWAY), Tlp.AMBER_STRICT);
        var value = Papers.name();
        warnings.load(
                "{\"name\": \"l%s\", \"type\": \"string\", \"list\": [\"%s\"]}"
                        .formatted(UUID.randomUUID(), value)
                        .getBytes(StandardCharsets.UTF_8),
                ED);
        var near = marked(STRICT).replace("bad.example", value);
        var far = marked(STRICT);
        var railway = machines.of(RAILWAY);
        railway.bring(path(collection), near, far);
        var had = railway.get(path(collection) + "objects/").last();
        collections.name(collection, List.of(POWER), RIN);
        assertThat(railway.get(path(collection) + "objects/?added_after=" + had).ids())
                .containsExactly(idOf(far));
    }

    /** The door behind naming opens for who administers the source alone. */
    @Test
    void nobodyElseMovesWhatASourceBrought() {
        var collection = machines.id(THREE, List.of(RAILWAY), Tlp.AMBER_STRICT);
        machines.of(RAILWAY).bring(path(collection), marked(STRICT));
        for (var other : List.of(MIKA, ADA, OTTO)) {
            assertThatThrownBy(() -> Acting.as(
                            other,
                            () -> transaction.executeWithoutResult(
                                    tx -> jdbc.sql("select * from intel.bring_anew(:c, :s, 0)")
                                            .param("c", collection)
                                            .param("s", RAILWAY)
                                            .query()
                                            .listOfRows())))
                    .rootCause()
                    .hasMessageContaining("may not name");
        }
    }
}
