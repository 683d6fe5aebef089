package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import noroshi.shared.Acting;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Of which objects a provider that reads a collection gets something: TLP:CLEAR, TLP:GREEN, and what its source named it for. */
@RunningHouse
class ProvidersReadingTests {
    private static final List<UUID> BOTH = List.of(RAILWAY, PROVIDER);

    @Autowired
    FollowOutward outward;

    @Autowired
    Machines machines;

    @Autowired
    Collections collections;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    private static String path(UUID collection) {
        return "/taxii2/general/collections/" + collection + "/";
    }

    @Test
    void amberStaysFromIt() {
        var collection = machines.collection(BOTH, List.of(RAILWAY));
        var clear = marked(CLEAR);
        var amber = marked(AMBER);
        var green = marked(GREEN);
        machines.of(RAILWAY).bring(collection, clear, amber, green, marked(STRICT));
        outward.run();
        for (var round = 0; round < 3; round++) {
            assertThat(machines.of(RAILWAY).get(collection + "objects/").ids()).hasSize(4);
            assertThat(machines.of(PROVIDER).get(collection + "objects/").ids())
                    .as("also where the member's page is kept, and the other way round")
                    .containsExactly(idOf(clear), idOf(green));
            assertThat(machines.of(PROVIDER).get(collection + "manifest/").ids())
                    .containsExactly(idOf(clear), idOf(green));
        }
        assertThat(machines.of(PROVIDER)
                        .get(collection + "objects/?match[type]=indicator&match[id]=" + idOf(amber))
                        .text())
                .isEqualTo("{}");
        for (var what : List.of("/", "/versions/")) {
            assertThat(machines.of(PROVIDER)
                            .get(collection + "objects/" + idOf(amber) + what)
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void itGetsEachPageOfWhatIsLeft() {
        var collection = machines.collection(BOTH, List.of(RAILWAY));
        var clear = marked(CLEAR);
        var green = marked(GREEN);
        machines.of(RAILWAY).bring(collection, clear, marked(AMBER), marked(AMBER), green);
        outward.run();
        var first = machines.of(PROVIDER).get(collection + "objects/?limit=1");
        assertThat(first.ids()).containsExactly(idOf(clear));
        assertThat(machines.of(PROVIDER)
                        .get(collection + "objects/?limit=1&next=" + first.next())
                        .ids())
                .containsExactly(idOf(green));
    }

    @Test
    void itsSourceMayNameIt() {
        var collection = machines.id(BOTH, List.of(RAILWAY), Tlp.AMBER_STRICT);
        var strict = marked(STRICT);
        machines.of(RAILWAY).bring(path(collection), strict, marked(AMBER));
        outward.run();
        assertThat(machines.of(PROVIDER).get(path(collection) + "objects/").text())
                .isEqualTo("{}");
        collections.name(collection, List.of(PROVIDER), RIN);
        outward.run();
        assertThat(machines.of(PROVIDER).get(path(collection) + "objects/").ids())
                .containsExactly(idOf(strict));
    }

    @Test
    void whatItBroughtItselfIsItsOwnToRead() {
        var collection = machines.collection(BOTH, BOTH);
        var its = marked(AMBER);
        machines.of(PROVIDER).bring(collection, its);
        machines.of(RAILWAY).bring(collection, marked(AMBER));
        outward.run();
        assertThat(machines.of(PROVIDER).get(collection + "objects/").ids()).containsExactly(idOf(its));
        assertThat(machines.of(RAILWAY).get(collection + "objects/").ids()).hasSize(2);
    }

    @Test
    void theWallKeepsItToo() throws Exception {
        var collection = machines.id(BOTH, List.of(RAILWAY), Tlp.AMBER_STRICT);
        machines.of(RAILWAY).bring(path(collection), marked(GREEN), marked(AMBER));
        outward.run();
        var labels = Acting.as(
                VERA,
                () -> transaction.execute(tx ->
                        jdbc.sql("""
                                select e.tlp from intel.outward e join intel.shelf s on s.id = e.shelf
                                 where s.collection = :c
                                """).param("c", collection).query(String.class).list()));
        assertThat(labels).containsExactly("GREEN");
    }
}
