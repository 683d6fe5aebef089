package noroshi.intel;

import java.util.Objects;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the words under which objects are found, soon after they came: dividing Japanese takes time that nobody who brings
 * a file needs to wait for. It may be broken off anywhere and goes on.
 */
@Component
class WriteWords {
    private static final Logger LOG = LoggerFactory.getLogger(WriteWords.class);
    private static final int AT_ONCE = 100;

    private final NameStore names;
    private final TransactionTemplate transaction;

    WriteWords(NameStore names, PlatformTransactionManager transactions) {
        this.names = names;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT15S")
    public synchronized void run() {
        int written;
        do {
            written = write(AT_ONCE);
        } while (written == AT_ONCE);
    }

    /** What cannot be written must not hold up the rest for ever: it is looked for among the others, one by one. */
    private int write(int most) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> names.write(most)));
        } catch (RuntimeException fault) {
            LOG.error("the words of {} objects are not written", most, fault);
        }
        return most > 1
                ? IntStream.range(0, most).map(n -> write(1)).sum()
                : Objects.requireNonNull(transaction.execute(status -> names.passOver()));
    }
}
