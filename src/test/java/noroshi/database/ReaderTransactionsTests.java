package noroshi.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.Changes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.interceptor.RuleBasedTransactionAttribute;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The database knows the reader exactly as long as the transaction lasts; one connection makes every leak visible. */
class ReaderTransactionsTests {
    private static final Actor MIKA = new Actor(UUID.randomUUID(), UUID.randomUUID(), Set.of(), "test");
    private static final Actor OTTO = new Actor(UUID.randomUUID(), UUID.randomUUID(), Set.of(), "test");

    private final HikariDataSource pool = new HikariDataSource();
    private TransactionTemplate transaction = new TransactionTemplate();
    private final Changes changes = new Changes();
    private JdbcClient jdbc = JdbcClient.create(pool);

    @BeforeEach
    void open() {
        var connections = TestDatabase.empty();
        pool.setJdbcUrl(connections.url());
        pool.setUsername(connections.application().user());
        pool.setPassword(connections.application().password());
        pool.setMaximumPoolSize(1);
        pool.setConnectionTimeout(1000);
        transaction = new TransactionTemplate(new ReaderTransactions(pool, changes));
        jdbc = JdbcClient.create(pool);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void theReaderIsNamedInsideTheTransaction() throws Exception {
        assertThat(Acting.as(MIKA, this::readerInTransaction))
                .isEqualTo(MIKA.person().toString());
    }

    @Test
    void theReaderNeverLeaksToTheNextTransactionOnThePooledConnection() throws Exception {
        Acting.as(MIKA, this::readerInTransaction);
        assertThat(reader()).isEmpty();
        assertThat(readerInTransaction()).isEmpty();
        assertThat(Acting.as(OTTO, this::readerInTransaction))
                .isEqualTo(OTTO.person().toString());
        assertThat(reader()).isEmpty();
    }

    @Test
    void aRolledBackTransactionLeavesNoReader() {
        assertThatThrownBy(() -> Acting.as(
                        MIKA,
                        () -> transaction.executeWithoutResult(status -> {
                            throw new IllegalStateException("stop");
                        })))
                .hasMessage("stop");
        assertThat(reader()).isEmpty();
    }

    @Test
    void aReadOnlyTransactionNamesTheReaderToo() throws Exception {
        transaction.setReadOnly(true);
        assertThat(Acting.as(MIKA, this::readerInTransaction))
                .isEqualTo(MIKA.person().toString());
    }

    @Test
    void aTransactionThatCannotNameItsReaderDoesNotHappenAndGivesTheConnectionBack() {
        var deaf = new TransactionTemplate(new ReaderTransactions(new DeafDatabase(pool), changes));
        assertThatThrownBy(() -> deaf.executeWithoutResult(status -> {}))
                .isInstanceOf(CannotCreateTransactionException.class);
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
    }

    /** Connects, but cannot be told anything. */
    private static final class DeafDatabase extends DelegatingDataSource {
        DeafDatabase(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var real = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("prepareStatement")) {
                            throw new SQLException("deaf");
                        }
                        return method.invoke(real, arguments);
                    });
        }
    }

    private String readerInTransaction() {
        return transaction.execute(status -> reader());
    }

    private String reader() {
        return jdbc.sql("select coalesce(current_setting('noroshi.person', true), '')")
                .query(String.class)
                .single();
    }

    @Test
    void whatIsStoredIsCountedAndNothingElse() {
        transaction.executeWithoutResult(
                status -> jdbc.sql("select 1").query(Integer.class).single());
        transaction.executeWithoutResult(status -> {
            store();
            status.setRollbackOnly();
        });
        var aside = new RuleBasedTransactionAttribute();
        aside.setLabels(Set.of(Changes.ASIDE));
        var manager = Objects.requireNonNull(transaction.getTransactionManager());
        var work = manager.getTransaction(aside);
        store();
        manager.commit(work);
        assertThat(changes.moment()).isZero();
        transaction.executeWithoutResult(status -> store());
        assertThat(changes.moment()).isOne();
    }

    /** Takes a number, as everything does that is going to store something. */
    private void store() {
        jdbc.sql("select pg_current_xact_id()::text").query(String.class).single();
    }
}
