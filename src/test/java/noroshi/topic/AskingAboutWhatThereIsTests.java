package noroshi.topic;

import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.SignedIn.as;
import static noroshi.topic.Samples.part;
import static noroshi.topic.Samples.post;
import static noroshi.topic.Samples.question;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.Seen;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** A page asks about what its topic may have, so that each thing that comes to a topic has to be there at once. */
@WholeHouse
class AskingAboutWhatThereIsTests {
    private static final String BESIDE = """
            select mark
              from topic.open(:topic, 'ALL', true, :organisation, now(), 'web', '{}', null) o, unnest(o.beside) mark
            """;

    @Autowired
    Topics topics;

    @Autowired
    Conversation conversation;

    @Autowired
    Files files;

    @Autowired
    Summaries summaries;

    @Autowired
    Forwarding forwarding;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Environment environment;

    UUID id;

    @BeforeEach
    void askAQuestion() {
        id = topics.post(question(false, RAIL), MIKA);
    }

    @Test
    void aTopicWithNothingIsShownWithNothing() {
        assertThat(beside(NOOR)).isEmpty();
        assertThat(mvc.get().uri("/topics/" + id).with(as(NOOR))).hasStatusOk();
    }

    @Test
    void aFileIsThereAtOnce() {
        var bytes = "記録".getBytes(StandardCharsets.UTF_8);
        files.attach(id, Optional.empty(), "night-walk.txt", bytes, Level.ALL, MIKA);
        assertThat(beside(NOOR)).containsExactly("FILES");
        assertThat(page()).contains("night-walk.txt");
    }

    /** Both tabs of one person write the same reading; the second waits for the first. */
    @Test
    void whatComesWhileAnOpeningWaitsIsThereToo() throws Exception {
        page();
        try (var owner = DriverManager.getConnection(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getRequiredProperty("spring.flyway.user"),
                environment.getRequiredProperty("spring.flyway.password"))) {
            owner.setAutoCommit(false);
            var held = owner.prepareStatement("select from topic.reading where topic = ? for update");
            held.setObject(1, id);
            held.execute();
            var waiting = CompletableFuture.supplyAsync(this::page);
            await(owner);
            files.attach(id, Optional.empty(), "meanwhile.txt", "記録".getBytes(StandardCharsets.UTF_8), Level.ALL, MIKA);
            owner.rollback();
            assertThat(waiting.get(30, TimeUnit.SECONDS)).contains("meanwhile.txt");
        }
    }

    private static void await(Connection owner) throws Exception {
        var waits = owner.prepareStatement("""
                select exists (select from pg_locks l where not l.granted and pg_backend_pid() = any (pg_blocking_pids(l.pid)))
                """);
        for (int n = 0; n < 600; n++) {
            try (var answer = waits.executeQuery()) {
                if (answer.next() && answer.getBoolean(1)) {
                    return;
                }
            }
            Thread.sleep(25);
        }
        throw new AssertionError("no opening waits");
    }

    @Test
    void aReactionIsThereAtOnce() {
        conversation.react(id, id, Reaction.ME_TOO, NOOR);
        assertThat(beside(NOOR)).containsExactly("REACTIONS");
        assertThat(beside(MIKA)).containsExactly("REACTIONS");
        assertThat(page()).contains("うちも 1");
    }

    @Test
    void whoeverFollowsFindsThatTheyFollow() {
        conversation.follow(id, Optional.of(Following.MUTED), NOOR);
        assertThat(beside(NOOR)).containsExactly("FOLLOWING");
        assertThat(beside(MIKA)).as("it is nobody else's").isEmpty();
    }

    @Test
    void aSummaryIsThereAtOnce() {
        summaries.write(id, "走査は四社で確認", Seen.UNSAID, MIKA);
        assertThat(beside(NOOR)).containsExactly("SUMMARIES");
        assertThat(page()).contains("走査は四社で確認");
    }

    @Test
    void aPartIsThereAtOnce() {
        var whole = topics.post(post(Tlp.AMBER, RAIL), MIKA);
        topics.post(part(whole, Tlp.AMBER, "被害のあった駅", RAIL), MIKA);
        id = whole;
        assertThat(beside(NOOR)).containsExactly("PARTS");
        assertThat(page()).contains("被害のあった駅");
    }

    @Test
    void whatSomebodyAsksTheSourceIsThereAtOnce() {
        forwarding.ask(id, Optional.empty(), "監視の委託先", "検知ルールを作るため", NOOR);
        assertThat(beside(NOOR)).containsExactly("ONWARD");
        assertThat(page()).contains("検知ルールを作るため");
    }

    @Test
    void whoMayNotReadIsToldNothing() {
        conversation.react(id, id, Reaction.ME_TOO, NOOR);
        summaries.write(id, "走査は四社で確認", Seen.UNSAID, MIKA);
        assertThat(beside(OTTO)).isEmpty();
    }

    private Set<String> beside(Actor actor) {
        var found = new HashSet<String>();
        Acting.as(
                actor,
                () -> transactions.executeWithoutResult(_ -> found.addAll(jdbc.sql(BESIDE)
                        .param("topic", id)
                        .param("organisation", actor.organisation())
                        .query(String.class)
                        .list())));
        return found;
    }

    private String page() {
        var answer = mvc.get().uri("/topics/" + id).with(as(NOOR)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
