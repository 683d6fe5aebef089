package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import noroshi.shared.Acting;
import noroshi.shared.NotFound;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Who sees entries, copies for providers, and the words that wait. */
class WallingOffWordsTests extends Outwards {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @Test
    void theWallKeepsTheEntriesThemselves() throws Exception {
        var collection = machines.id(READERS, READERS, Tlp.AMBER_STRICT);
        var its = wordy(AMBER);
        machines.of(PROVIDER).bring(path(collection), its);
        bring(collection, wordy(GREEN), threat());
        outward.run();
        assertThat(read(collection, "").text()).contains(its);
        for (var table : List.of("intel.entry", "intel.outward")) {
            var seen = Acting.as(
                    VERA,
                    () -> transaction.execute(tx -> jdbc.sql("""
                            select convert_from(e.raw, 'UTF8') from %s e join intel.shelf s on s.id = e.shelf
                             where s.collection = :c and e.stix_id <> :its
                            """.formatted(table))
                            .param("c", collection)
                            .param("its", idOf(its))
                            .query(String.class)
                            .list()));
            assertThat(seen).hasSize(table.endsWith("outward") ? 1 : 0).noneMatch(text -> text.contains(WORD));
            var others = Acting.as(
                    table.endsWith("outward") ? MIKA : OTTO,
                    () -> transaction.execute(tx -> jdbc.sql("""
                            select e.stix_id from %s e join intel.shelf s on s.id = e.shelf where s.collection = :c
                            """.formatted(table))
                            .param("c", collection)
                            .query(String.class)
                            .list()));
            assertThat(others).isEmpty();
        }
        assertThat(machines.of(STRANGERS).get(path(collection) + "objects/").status())
                .isEqualTo(404);
        assertThat(machines.of(PROVIDER)
                        .delete(path(collection) + "objects/" + idOf(its) + "/")
                        .status())
                .isEqualTo(200);
        assertThat(read(collection, "").text()).doesNotContain(idOf(its));
    }

    /** The Centre reads nothing by its role alone. */
    @Test
    void whereTheCentreDoesNotReadItsSourceDecidesAlone() {
        var collection = collection(List.of(RAILWAY, PROVIDER));
        var wordy = wordy(GREEN);
        bring(collection, wordy);
        outward.run();
        var cut = held(wordy, MIKA);
        for (var centre : List.of(ED, ADA)) {
            assertThat(waiting(collection, centre)).isEmpty();
            assertThatThrownBy(() -> cuts.show(cut.id(), centre)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> cuts.release(cut.id(), cut.cut(), centre)).isInstanceOf(NotFound.class);
        }
        release(wordy, MIKA);
        outward.run();
        assertThat(read(collection, "").text()).contains("at " + WORD);
    }
}
