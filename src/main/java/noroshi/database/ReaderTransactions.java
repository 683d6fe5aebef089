package noroshi.database;

import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import noroshi.shared.Acting;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the database at the beginning of every transaction who reads; nobody, when no actor is bound.
 *
 * <p>The setting ends with the transaction, so a pooled connection never carries a reader to the next one.
 */
class ReaderTransactions extends JdbcTransactionManager {
    ReaderTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        try {
            nameTheReader();
        } catch (SQLException e) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("the reader could not be set", e);
        }
    }

    private void nameTheReader() throws SQLException {
        var holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(obtainDataSource());
        var connection = Objects.requireNonNull(holder).getConnection();
        try (var statement = connection.prepareStatement("select set_config('noroshi.person', ?, true)")) {
            statement.setString(
                    1, Acting.current().map(actor -> actor.person().toString()).orElse(""));
            statement.execute();
        }
    }
}
