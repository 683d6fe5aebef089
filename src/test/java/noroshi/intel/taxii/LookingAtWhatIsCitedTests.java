package noroshi.intel.taxii;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.intel.life.Papers;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What is cited is looked at again and again: what that reads and writes is bounded by what changed. */
class LookingAtWhatIsCitedTests extends CitedTests {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int FEW = 10;

    @Autowired
    CitedStore store;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    Environment environment;

    @Test
    void whatIsAsItWasIsNotWrittenAgain() throws Exception {
        var takes = open();
        papers.publish(Tlp.GREEN, ALL, name, "ドメイン," + Papers.name() + ",通信先,低");
        exchange.run();
        var before = versions(takes);
        assertThat(before).hasSizeGreaterThan(1);
        exchange.lookAgain();
        exchange.run();
        assertThat(versions(takes)).isEqualTo(before);
    }

    /** As the database numbers what was written of each row. */
    private List<String> versions(UUID collection) throws SQLException {
        try (var owner = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.flyway.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
                var rows = owner.createStatement()
                        .executeQuery("select value || ' ' || xmin from intel.cited where collection = '" + collection
                                + "' order by 1")) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    @Test
    void aStepReadsNoMoreWhereMoreIsCited() {
        open();
        papers.publish(Tlp.GREEN, ALL, names(3 * FEW));
        var few = store.values(BEFORE_ALL, FEW);
        assertThat(few).hasSize(FEW);
        var looked = read(() -> store.due(few));
        assertThat(looked).isPositive();
        var stepped = read(() -> store.values(BEFORE_ALL, FEW));
        var topic = papers.publish(Tlp.GREEN, ALL, names(400));
        assertThat(read(() -> store.due(few))).isLessThanOrEqualTo(looked * 2);
        assertThat(read(() -> store.values(BEFORE_ALL, FEW))).isLessThanOrEqualTo(stepped * 2);
        topics.withdraw(topic, "試験の値", ED);
    }

    @Test
    void aWalkMeetsEveryValueOnce() {
        open();
        papers.publish(Tlp.GREEN, ALL, names(3 * FEW));
        var all = store.values(BEFORE_ALL, 100_000);
        var walked = new ArrayList<UUID>();
        var step = store.values(BEFORE_ALL, FEW);
        while (!step.isEmpty()) {
            walked.addAll(step);
            step = store.values(step.getLast(), FEW);
        }
        assertThat(walked).hasSizeGreaterThan(2 * FEW).doesNotHaveDuplicates().containsExactlyElementsOf(all);
    }

    private static String[] names(int many) {
        return Stream.generate(Papers::name).limit(many).toArray(String[]::new);
    }

    /** How many citations somebody reads, where indexes are used however small the tables are. */
    private long read(Runnable work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.sql("set local enable_seqscan = off").update();
            var before = read();
            work.run();
            return read() - before;
        }));
    }

    private long read() {
        return jdbc.sql("""
                select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)
                  from pg_stat_xact_user_tables where relid = 'intel.citation'::regclass
                """).query(Long.class).single();
    }
}
