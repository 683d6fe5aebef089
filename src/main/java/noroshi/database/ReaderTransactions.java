package noroshi.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import noroshi.shared.Acting;
import noroshi.shared.Changes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the database at the beginning of every transaction who reads; nobody, when no actor is bound.
 *
 * <p>The setting ends with the transaction, so a pooled connection never carries a reader to the next one.
 */
class ReaderTransactions extends JdbcTransactionManager {
    private static final String WORK = "select set_config('noroshi.person', ?, true)";

    /** Making a page changes nobody's rights, so that those it begins with hold to its end. */
    private static final String PAGE = "select membership.read_a_page(?)";

    private static final String STORES = "select pg_current_xact_id_if_assigned() is not null";

    private final Changes changes;

    ReaderTransactions(DataSource dataSource, Changes changes) {
        super(dataSource);
        this.changes = changes;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        var begun = Acting.current().map(changes::look);
        super.doBegin(transaction, definition);
        try {
            nameTheReader(definition, begun);
        } catch (SQLException e) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("the reader could not be set", e);
        }
    }

    /**
     * What a page stores it says itself ({@link Changes#opened}); all other work is asked, and counted before whoever
     * committed hears of it, also when the answer to the commit was lost.
     */
    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        var stores = !named().aside() && stores();
        try {
            super.doCommit(status);
        } finally {
            if (stores) {
                changes.stored();
            }
        }
    }

    private boolean stores() {
        try (var statement = connection().prepareStatement(STORES);
                var answer = statement.executeQuery()) {
            return !answer.next() || answer.getBoolean(1);
        } catch (SQLException e) {
            throw new TransactionSystemException("what is stored could not be asked", e);
        }
    }

    private static boolean page() {
        return Acting.PAGE.equals(TransactionSynchronizationManager.getCurrentTransactionName());
    }

    /** Whether a page is being made for the reader who acts now: what it asks works in its transaction. */
    boolean makePageForWhoActs() {
        return page() && reader().equals(named().reader());
    }

    private Connection connection() {
        var holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(obtainDataSource());
        return Objects.requireNonNull(holder).getConnection();
    }

    /** Work that joins a transaction reads with its reader's eyes, so it must not be done for somebody else. */
    @Override
    protected boolean isExistingTransaction(Object transaction) {
        var existing = super.isExistingTransaction(transaction);
        if (existing) {
            var named = named();
            if (!named.reader().isEmpty() && !reader().equals(named.reader())) {
                throw new IllegalStateException("a transaction is joined for another reader than its own");
            }
        }
        return existing;
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        TransactionSynchronizationManager.unbindResourceIfPossible(this);
        TransactionSynchronizationManager.unbindResourceIfPossible(changes);
        super.doCleanupAfterCompletion(transaction);
    }

    @Override
    protected Object doSuspend(Object transaction) {
        var named = TransactionSynchronizationManager.unbindResource(this);
        var begun = TransactionSynchronizationManager.unbindResourceIfPossible(changes);
        return new Suspended(super.doSuspend(transaction), named, Optional.ofNullable(begun));
    }

    @Override
    protected void doResume(@Nullable Object transaction, Object suspended) {
        var before = (Suspended) suspended;
        super.doResume(transaction, before.connection());
        TransactionSynchronizationManager.bindResource(this, before.named());
        before.begun().ifPresent(begun -> TransactionSynchronizationManager.bindResource(changes, begun));
    }

    /** While a page is made, a front door's refusal is an answer that the page expects; what it recorded stays. */
    @Override
    protected void doSetRollbackOnly(DefaultTransactionStatus status) {
        if (!page()) {
            super.doSetRollbackOnly(status);
        }
    }

    private record Suspended(Object connection, Object named, Optional<Object> begun) {}

    private static String reader() {
        return Acting.current().map(actor -> actor.person().toString()).orElse("");
    }

    /** Whose eyes a transaction reads with, and whether what it stores changes nobody's rights or pages. */
    private record Named(String reader, boolean aside) {}

    private Named named() {
        return (Named) Objects.requireNonNull(TransactionSynchronizationManager.getResource(this));
    }

    private static boolean aside(TransactionDefinition definition) {
        return definition.isReadOnly()
                || Acting.PAGE.equals(definition.getName())
                || definition instanceof TransactionAttribute attribute
                        && attribute.getLabels().contains(Changes.ASIDE);
    }

    private void nameTheReader(TransactionDefinition definition, Optional<Changes.Moment> begun) throws SQLException {
        var how = Acting.PAGE.equals(definition.getName()) ? PAGE : WORK;
        try (var statement = connection().prepareStatement(how)) {
            statement.setString(1, reader());
            statement.execute();
        }
        TransactionSynchronizationManager.bindResource(this, new Named(reader(), aside(definition)));
        begun.ifPresent(moment -> TransactionSynchronizationManager.bindResource(changes, moment));
    }
}
