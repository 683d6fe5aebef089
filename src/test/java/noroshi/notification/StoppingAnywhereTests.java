package noroshi.notification;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.notification.MailPeer.Taken;
import noroshi.shared.Tlp;
import noroshi.site.SiteSettings;
import noroshi.testing.World;
import noroshi.topic.InformationKind;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import noroshi.topic.NewTopic;
import noroshi.topic.Text;
import noroshi.topic.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The platform stops 200 times between two steps on the way from the act to the mail server, and begins anew each time
 * with nothing but what the database holds: nothing is lost, and nothing comes twice outside the one declared gap.
 */
@SpringBootTest
@Import(World.class)
@TestPropertySource(properties = {"noroshi.notification.begins=P1D", "noroshi.notification.patience=PT0S"})
class StoppingAnywhereTests {
    private static final MailPeer PEER = new MailPeer(0);
    private static final int STOPS = 200;

    @Autowired
    Topics topics;

    @Autowired
    HappeningStore happenings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LetterDesk desk;

    @Autowired
    SiteSettings site;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Environment environment;

    private final Random random = new Random(211);
    private @Nullable Step stop;
    private int stops;
    private int inTheGap;

    /** Where it may stop. */
    private enum Step {
        BEFORE_SPREADING,
        WHILE_SPREADING,
        AFTER_SPREADING,
        AFTER_TAKING,
        BEFORE_SENDING,
        IN_THE_GAP,
        FAILING_TO_MARK,
        AFTER_MARKING
    }

    /** As sudden as a signal: nobody catches it, and nothing is put in order. */
    private static final class Stop extends Error {
        private static final long serialVersionUID = 1;
    }

    @AfterAll
    static void close() {
        PEER.close();
    }

    @Test
    void nothingIsLostAndNothingComesTwice() throws Exception {
        while (stops < STOPS) {
            post();
            stop = Step.values()[random.nextInt(Step.values().length)];
            try {
                platform().run();
            } catch (Stop sudden) {
                stops++;
            }
        }
        stop = null;
        platform().run();

        var sent = PEER.taken().stream().collect(Collectors.groupingBy(mail -> mail.header("Message-ID")));
        var ids = new HashSet<String>();
        try (var owner = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.flyway.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
                var rows = owner.createStatement().executeQuery("select id, again, state from notification.mail")) {
            var twice = 0;
            while (rows.next()) {
                var id = "<" + rows.getString("id") + "@noroshi.example>";
                ids.add(id);
                assertThat(rows.getString("state")).isEqualTo("sent");
                var times = sent.getOrDefault(id, List.of()).size();
                assertThat(times).as("lost").isPositive();
                assertThat(times - 1).as("more often than was counted").isLessThanOrEqualTo(rows.getInt("again"));
                twice += times - 1;
            }
            assertThat(twice).as("outside the gap").isEqualTo(inTheGap);
        }
        assertThat(sent.keySet()).isEqualTo(ids);
        assertThat(inTheGap).isPositive();
        assertThat(items()).isEqualTo(ids.size());
        assertThat(PEER.taken())
                .allSatisfy(mail -> assertThat(mail.recipients()).hasSize(1));
        assertThat(PEER.taken().stream().map(StoppingAnywhereTests::whoAndWhat).collect(Collectors.toSet()))
                .as("each person once for each topic")
                .hasSize(ids.size());
    }

    private static String whoAndWhat(Taken mail) {
        return mail.recipients() + mail.header("References");
    }

    private long items() throws Exception {
        try (var owner = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.flyway.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
                var rows = owner.createStatement().executeQuery("select count(*) from notification.item")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void post() {
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            topics.post(
                    new NewTopic(
                            Kind.POST,
                            InformationKind.OTHER,
                            Optional.empty(),
                            false,
                            Tlp.AMBER,
                            2,
                            Optional.empty(),
                            Map.of(Level.ALL, new Text("題 " + UUID.randomUUID(), "文")),
                            Set.of(MIKA.person(), SORA.person(), NOOR.person())),
                    KEI);
        }
    }

    /** A platform that has just started: it knows what the database holds, and nothing else. */
    private Runnable platform() {
        var mail = new NotificationSettings.Mail(
                "127.0.0.1",
                PEER.port(),
                NotificationSettings.Security.NONE,
                "",
                "",
                "notices@noroshi.example",
                "",
                java.time.Duration.ofSeconds(10),
                1);
        var settings = new NotificationSettings(java.time.Duration.ZERO, java.time.Duration.ofDays(5), mail);
        var store = new StoppingStore(jdbc);
        var delivery =
                new Delivery(store, desk, new StoppingCarrier(new SmtpCarrier(mail)), settings, Clock.systemUTC());
        var postman = new Postman(store, delivery, settings, Clock.systemUTC());
        var news = new SpreadNews(new StoppingHappenings(jdbc), settings, site, Clock.systemUTC());
        return () -> {
            at(Step.BEFORE_SPREADING);
            news.run();
            at(Step.AFTER_SPREADING);
            postman.run();
        };
    }

    private void at(Step step) {
        if (step == stop && random.nextInt(3) == 0) {
            stop = null;
            throw new Stop();
        }
    }

    private final class StoppingHappenings extends HappeningStore {
        StoppingHappenings(JdbcClient jdbc) {
            super(jdbc);
        }

        @Override
        java.util.OptionalInt spread(Instant now, Instant digest, java.time.ZoneId zone, java.time.Duration patience) {
            return java.util.Objects.requireNonNull(transactions.execute(status -> {
                var told = super.spread(now, digest, zone, patience);
                at(Step.WHILE_SPREADING);
                return told;
            }));
        }
    }

    private final class StoppingStore extends MailStore {
        StoppingStore(JdbcClient jdbc) {
            super(jdbc);
        }

        @Override
        List<Claimed> claim(Instant now, int atMost) {
            var claimed = super.claim(now, atMost);
            if (!claimed.isEmpty()) {
                at(Step.AFTER_TAKING);
            }
            return claimed;
        }

        @Override
        void leftAs(UUID mail, String state, Instant now, @Nullable Instant again, @Nullable Tlp tlp, String said) {
            if (stop == Step.FAILING_TO_MARK && state.equals("sent")) {
                inTheGap++;
                stop = null;
                throw new DataAccessResourceFailureException("the line to the database is dead");
            }
            super.leftAs(mail, state, now, again, tlp, said);
            at(Step.AFTER_MARKING);
        }
    }

    private final class StoppingCarrier implements Carrier {
        private final Carrier real;

        StoppingCarrier(Carrier real) {
            this.real = real;
        }

        @Override
        public Lane open() throws Unreachable {
            var lane = real.open();
            return new Lane() {
                @Override
                public Outcome carry(Letter letter) throws Unreachable {
                    at(Step.BEFORE_SENDING);
                    var outcome = lane.carry(letter);
                    if (stop == Step.IN_THE_GAP) {
                        inTheGap++;
                        stop = null;
                        throw new Stop();
                    }
                    return outcome;
                }

                @Override
                public void close() {
                    lane.close();
                }
            };
        }
    }
}
