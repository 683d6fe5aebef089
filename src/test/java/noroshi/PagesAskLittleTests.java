package noroshi;

import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import noroshi.topic.Samples;
import noroshi.topic.Topics;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a page costs the database: each question that creeps in is paid by every reader. */
@WholeHouse
class PagesAskLittleTests {
    private static final String BEGUN = "Creating new transaction";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Topics topics;

    @Test
    void aPageIsMadeInOneTransactionWhereverItIsMade() {
        var topic = topics.post(Samples.post(Tlp.AMBER, RAIL), MIKA);
        for (var page : List.of("/", "/topics/" + topic, "/search", "/bulletins", "/communities/" + RAIL)) {
            assertThat(transactionsOf(page)).as(page).isEqualTo(1);
        }
    }

    /** Beginnings of transactions while the page is made, but for the one that finds out who asks. */
    private long transactionsOf(String page) {
        var log = (Logger) LoggerFactory.getLogger("noroshi.database.ReaderTransactions");
        var before = log.getLevel();
        var said = new ListAppender<ILoggingEvent>();
        said.start();
        log.setLevel(Level.DEBUG);
        log.addAppender(said);
        try {
            assertThat(mvc.get().uri(page).with(as(NOOR))).hasStatus(HttpStatus.OK);
        } finally {
            log.detachAppender(said);
            log.setLevel(before);
        }
        return List.copyOf(said.list).stream()
                .filter(event ->
                        event.getThreadName().equals(Thread.currentThread().getName()))
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.startsWith(BEGUN) && !message.contains("Sessions."))
                .count();
    }
}
