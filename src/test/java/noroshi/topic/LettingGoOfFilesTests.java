package noroshi.topic;

import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.RAIL;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import noroshi.database.DataFolder;
import noroshi.shared.Acting;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Nothing leaves the vault but what was let go of, and nothing that somebody still has. */
@WholeHouse
class LettingGoOfFilesTests {
    private static final byte[] BYTES = "記録".getBytes(StandardCharsets.UTF_8);

    @Autowired
    Files files;

    @Autowired
    Topics topics;

    @Autowired
    FileStore store;

    @Autowired
    FileVault vault;

    @Autowired
    DataFolder data;

    @Autowired
    TransactionTemplate transactions;

    private KeptFile kept() {
        return files.keep("log.txt", BYTES, MIKA);
    }

    private Path place(KeptFile file) {
        return data.files().resolve(file.storage().toString());
    }

    private void empty(Duration later) {
        var job = new EmptyTheVault(store, vault, Clock.offset(Clock.systemUTC(), later));
        transactions.executeWithoutResult(_ -> job.run());
    }

    @Test
    void whatWasLetGoOfGoesADayLaterAndTwiceIsNoFault() {
        var gone = kept();
        var stays = kept();
        files.letGo(gone, MIKA);
        files.letGo(gone, MIKA);
        empty(Duration.ofHours(23));
        assertThat(place(gone)).exists();
        empty(Duration.ofHours(25));
        empty(Duration.ofHours(25));
        assertThat(place(gone)).doesNotExist();
        assertThat(place(stays)).exists();
    }

    @Test
    void aFileOfATopicStays() {
        var kept = kept();
        UUID topic = topics.post(Samples.post(Tlp.AMBER, RAIL), MIKA);
        var id = files.attach(topic, kept, Level.ALL, MIKA);
        files.letGo(kept, MIKA);
        empty(Duration.ofDays(2));
        assertThat(files.open(id, MIKA).bytes()).isEqualTo(BYTES);
    }

    @Test
    void aRunThatFailsIsMadeUpFor() {
        var gone = kept();
        files.letGo(gone, MIKA);
        transactions.executeWithoutResult(status -> {
            new EmptyTheVault(store, vault, Clock.offset(Clock.systemUTC(), Duration.ofDays(2))).run();
            status.setRollbackOnly();
        });
        assertThat(place(gone)).doesNotExist();
        empty(Duration.ofDays(2));
        assertThat(transactions.<Integer>execute(
                        _ -> store.takeLetGo(Clock.systemUTC().instant().plus(Duration.ofDays(9)))
                                .size()))
                .isZero();
    }

    @Test
    void lettingGoIsPartOfTheKeepersTransaction() throws Exception {
        var stays = kept();
        Acting.as(MIKA, () -> {
            transactions.executeWithoutResult(status -> {
                files.letGo(stays, MIKA);
                status.setRollbackOnly();
            });
            return true;
        });
        empty(Duration.ofDays(2));
        assertThat(place(stays)).exists();
    }
}
