package noroshi.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * The built-in database and our right to it: a lock on the data folder that the system releases even after kill -9.
 *
 * <p>Whoever holds the lock may stop the server; a second process must not even come near it.
 */
record BuiltIn(PostgresServer server, FileChannel lock) {

    static BuiltIn alone(DataFolder data) {
        try {
            var lock =
                    FileChannel.open(data.root().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                lock.close();
                throw new CannotStart("another Noroshi is running on " + data.root()
                        + ". Stop it first, or give this one its own folder with NOROSHI_DATA.");
            }
            return new BuiltIn(new PostgresServer(data, ""), lock);
        } catch (IOException e) {
            throw DataFolder.unusable(data.root(), e);
        } catch (UncheckedIOException e) {
            throw DataFolder.unusable(data.root(), Objects.requireNonNull(e.getCause()));
        }
    }

    void stop() {
        server.stop();
        try {
            lock.close();
        } catch (IOException e) {
            System.err.println("The lock on the data folder was lost: " + e.getMessage());
        }
    }
}
