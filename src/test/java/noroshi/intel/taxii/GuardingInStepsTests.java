package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import noroshi.asset.AssetApprovals;
import noroshi.asset.AssetRegister;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** However much an asset touches: what may be concerned is looked for once, and followed page by page. */
class GuardingInStepsTests extends RecallTests {
    @Autowired
    FollowGuarded guarded;

    @Autowired
    GuardedStore guards;

    @Autowired
    AssetRegister assets;

    @Autowired
    AssetApprovals approvals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @Test
    void noPageLooksForItAgain() {
        var collection = machines.collection(List.of(CENTRE, POWER, SPORTS), List.of(POWER));
        machines.of(POWER).bring(collection, beneath("a"), beneath("b"));
        library.run();
        var number = changed();
        transaction.executeWithoutResult(status -> guards.gather(number));
        var found = new ArrayList<String>();
        for (var page = page(number); !page.isEmpty(); page = page(number)) {
            var last = page.getLast().stixId();
            found.add(last);
            transaction.executeWithoutResult(status -> guards.left(number, last));
        }
        assertThat(found).isSorted().containsExactlyInAnyOrderElementsOf(ids(collection, POWER));
    }

    /** What has followed is left away, so the next attempt has the rest. */
    @Test
    void whatBreaksOffGoesOnWhereItWas() {
        var collection = machines.collection(List.of(CENTRE, POWER, SPORTS), List.of(POWER));
        machines.of(POWER).bring(collection, beneath("a"), beneath("b"));
        library.run();
        var number = changed();
        transaction.executeWithoutResult(status -> guards.gather(number));
        var first = page(number).getFirst().stixId();
        transaction.executeWithoutResult(status -> guards.left(number, first));
        guarded.run();
        assertThat(ids(collection, SPORTS)).containsExactly(first);
        assertThat(page(number)).isEmpty();
    }

    private String beneath(String host) {
        return marked(GREEN).replace("bad.example", host + "." + name);
    }

    /** The number of an asset that comes into force now; nothing of it has followed. */
    private long changed() {
        guarded.run();
        var asset = assets.register(Optional.empty(), name, "", MIKA);
        approvals.approve(List.of(asset), DANA);
        return Objects.requireNonNull(transaction.execute(status -> guards.waiting(100)))
                .getLast()
                .number();
    }

    private List<GuardedStore.Place> page(long number) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var before = looks();
            var page = guards.places(number, 1);
            assertThat(looks()).as("looks at all values").isEqualTo(before);
            return page;
        }));
    }

    /** How often this transaction has looked through the values. */
    private long looks() {
        return jdbc.sql("""
                select seq_scan + coalesce(idx_scan, 0) from pg_stat_xact_user_tables
                 where schemaname = 'intel' and relname = 'value'
                """).query(Long.class).single();
    }
}
