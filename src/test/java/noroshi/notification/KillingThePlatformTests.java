package noroshi.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import noroshi.testing.Platform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The running platform is killed again and again (kill -9) while it tells people and sends mail. */
@Tag("journey")
class KillingThePlatformTests {
    private static final int KILLS = 8;
    private static final int PEOPLE = 60;

    private final Random random = new Random(212);

    @Test
    void whatWasDoneIsToldOnce(@TempDir Path folder) throws Exception {
        try (var server = new MailPeer(0);
                var platform = new Platform(folder, sendingTo(server))) {
            whatWasDoneIsToldOnce(platform, server);
        }
    }

    private static Map<String, String> sendingTo(MailPeer server) {
        return Map.of(
                "NOROSHI_NOTIFICATION_MAIL_HOST", "127.0.0.1",
                "NOROSHI_NOTIFICATION_MAIL_PORT", Integer.toString(server.port()),
                "NOROSHI_NOTIFICATION_MAIL_SECURITY", "none",
                "NOROSHI_NOTIFICATION_BEGINS", "PT0S");
    }

    private void whatWasDoneIsToldOnce(Platform platform, MailPeer server) throws Exception {
        platform.start();
        try (var owner = platform.asOwner()) {
            people(owner);
        }
        for (int kill = 0; kill < KILLS; kill++) {
            try (var owner = platform.asOwner()) {
                happen(owner);
            }
            Thread.sleep(random.nextInt(900));
            platform.kill();
            platform.start();
        }
        try (var owner = platform.asOwner()) {
            Platform.await(
                    () -> number(owner, "select count(*) from notification.happening where spread_at is null") == 0
                            && number(owner, "select count(*) from notification.mail where state <> 'sent'") == 0);
            assertThat(number(owner, "select count(*) from notification.item")).isEqualTo((long) KILLS * PEOPLE);
            assertThat(number(owner, "select count(*) from notification.mail")).isEqualTo((long) KILLS * PEOPLE);
            var sent = server.taken().stream().collect(Collectors.groupingBy(mail -> mail.header("Message-ID")));
            assertThat(sent).as("lost").hasSize(KILLS * PEOPLE);
            var twice = server.taken().size() - sent.size();
            assertThat((long) twice)
                    .as("twice, and not counted")
                    .isLessThanOrEqualTo(number(owner, "select coalesce(sum(again), 0) from notification.mail"));
        }
    }

    private static void people(Connection owner) throws SQLException {
        run(owner, """
                insert into membership.organisation (code, name, name_en, status, joined_on)
                values ('railway', '鉄道', 'Railway', 'active', '2020-01-01')
                """);
        run(owner, """
                insert into membership.person (login, name, email)
                select 'p' || n, 'P' || n, 'p' || n || '@member.example' from generate_series(1, %d) n
                """.formatted(PEOPLE));
        run(owner, """
                insert into membership.seat (person, organisation, since)
                select p.id, o.id, '2020-01-01' from membership.person p, membership.organisation o
                 where p.login ~ '^p[0-9]+$' and o.code = 'railway'
                """);
    }

    /** A topic to everybody at the railway, and what it leaves to be told, in one transaction. */
    private static void happen(Connection owner) throws SQLException {
        run(owner, """
                with posted as (
                    insert into topic.topic (kind, information_kind, author, organisation, tlp, confidentiality, title,
                                             published_at, revised_at, addressees)
                    select 'POST', 'OTHER', gen_random_uuid(), o.id, 'AMBER', 2, 't', now(), now(),
                           array(select p.id from membership.person p where p.login ~ '^p[0-9]+$')
                      from membership.organisation o where o.code = 'railway'
                    returning id)
                insert into notification.happening (what, topic, at) select 'TOPIC_POSTED', id, now() from posted
                """);
    }

    private static long number(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void run(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
