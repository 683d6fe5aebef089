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
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.shared.Changes;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import noroshi.topic.Conversation;
import noroshi.topic.Following;
import noroshi.topic.Reaction;
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
    private static final int TOPIC = 7;
    private static final int HOME = 28;
    private static final String CIRCLES = "c.id = any (?)";
    private static final String NAMING = "from membership.person p\n  join lateral";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Topics topics;

    @Autowired
    Conversation conversation;

    @Autowired
    Changes changes;

    @Test
    void aPageIsMadeInOneTransactionWhereverItIsMade() {
        var topic = topics.post(Samples.post(Tlp.AMBER, RAIL), MIKA);
        for (var page : List.of("/", "/topics/" + topic, "/search", "/bulletins", "/communities/" + RAIL)) {
            assertThat(begun(page)).as(page).isEqualTo(1);
        }
    }

    @Test
    void aTopicIsShownWithFewRoundTripsHoweverLongItsThread() {
        var topic = topics.post(Samples.post(Tlp.AMBER, RAIL), MIKA);
        var first = asked("/topics/" + topic);
        for (int n = 0; n < 5; n++) {
            conversation.comment(topic, "うちも見ました " + n, false, Optional.empty(), n % 2 == 0 ? MIKA : NOOR);
        }
        assertThat(asked("/topics/" + topic)).isLessThanOrEqualTo(first).isLessThanOrEqualTo(TOPIC);
    }

    @Test
    void whatATopicDoesNotHaveIsNotAskedFor() {
        var topic = topics.post(Samples.post(Tlp.AMBER, RAIL), MIKA);
        assertThat(questions(topic))
                .contains("topic.open(")
                .doesNotContain("topic.tally(", "topic.file", "topic.summary");
        conversation.react(topic, topic, Reaction.USEFUL, NOOR);
        assertThat(questions(topic)).contains("topic.tally(").doesNotContain("topic.file", "topic.summary");
    }

    @Test
    void whatThereIsComesAlongWithTheNames() {
        var topic = topics.post(Samples.post(Tlp.AMBER, RAIL), MIKA);
        asked("/topics/" + topic);
        changes.stored();
        var without = asked("/topics/" + topic);
        conversation.react(topic, topic, Reaction.USEFUL, NOOR);
        conversation.follow(topic, Optional.of(Following.MUTED), NOOR);
        assertThat(asked("/topics/" + topic)).isLessThanOrEqualTo(without);
    }

    @Test
    void whatOpeningDoesNotChangeIsKeptWhileTopicsAreOpened() {
        var topic = topics.post(Samples.post(Tlp.AMBER, RAIL), MIKA);
        var another = topics.post(Samples.post(Tlp.AMBER, RAIL), MIKA);
        var third = topics.post(Samples.post(Tlp.AMBER, RAIL), MIKA);
        assertThat(questions(topic)).contains(CIRCLES);
        assertThat(Stream.of(another, third).map(this::questions))
                .as("something else may be stored meanwhile, but not always")
                .anyMatch(asked -> !asked.contains(CIRCLES));
    }

    @Test
    void whoIsNamedOnEveryPageIsAskedForOnce() {
        var topic = topics.post(Samples.post(Tlp.AMBER, RAIL), MIKA);
        changes.stored();
        assertThat(questions(topic)).contains(NAMING);
        assertThat(Stream.generate(() -> questions(topic)).limit(3))
                .as("something else may be stored meanwhile, but not always")
                .anyMatch(asked -> !asked.contains(NAMING));
    }

    @Test
    void theFirstPageIsShownWithFewRoundTrips() {
        assertThat(asked("/")).isLessThanOrEqualTo(HOME);
    }

    /** Beginnings of transactions while the page is made, but for the one that finds out who asks. */
    private long begun(String page) {
        return said("noroshi.database.ReaderTransactions", page).stream()
                .filter(message -> message.startsWith("Creating new transaction") && !message.contains("Sessions."))
                .count();
    }

    /** Questions and changes that were sent to the database while the page was made. */
    private long asked(String page) {
        return said("org.springframework.jdbc.core.JdbcTemplate", page).stream()
                .filter(message -> message.startsWith("Executing prepared SQL statement"))
                .count();
    }

    private String questions(UUID topic) {
        return String.join("\n", said("org.springframework.jdbc.core.JdbcTemplate", "/topics/" + topic));
    }

    private List<String> said(String logger, String page) {
        var log = (Logger) LoggerFactory.getLogger(logger);
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
                .toList();
    }
}
