package noroshi.notification;

import static noroshi.testing.Cast.*;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.notification.MailPeer.Taken;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import noroshi.topic.Conversation;
import noroshi.topic.Importance;
import noroshi.topic.InformationKind;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import noroshi.topic.NewTopic;
import noroshi.topic.Readership;
import noroshi.topic.Text;
import noroshi.topic.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What tests need that read mail as a server gets it; the server is one for all of them. */
@WholeHouse
@Import(RightNow.class)
abstract class MailTests {
    static MailPeer peer = new MailPeer(0);

    @Autowired
    Topics topics;

    @Autowired
    Conversation conversation;

    @Autowired
    Readership readership;

    @Autowired
    Preferences preferences;

    @Autowired
    Outbox outbox;

    @Autowired
    Postman postman;

    @Autowired
    RightNow rightNow;

    @Autowired
    Environment environment;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        properties.add("noroshi.notification.mail.host", () -> "127.0.0.1");
        properties.add("noroshi.notification.mail.port", () -> peer.port());
        properties.add("noroshi.notification.mail.security", () -> "none");
        properties.add("noroshi.notification.mail.from", () -> "notices@noroshi.example");
        properties.add("noroshi.notification.patience", () -> "PT0S");
        properties.add("noroshi.notification.begins", () -> "P1D");
    }

    @BeforeEach
    void fresh() {
        peer.replying(command -> "250 ok");
        preferences.save(Preference.usual(ZoneId.of("Asia/Tokyo")), SORA);
        deliver();
        peer.taken().clear();
    }

    final UUID important(Actor reader) {
        var id = post("重要 " + UUID.randomUUID(), Tlp.GREEN, Set.of(LOBBY), MIKA, Optional.of(Importance.IMPORTANT));
        deliver();
        return id;
    }

    final void awaitMail(java.util.function.BooleanSupplier there) {
        for (int i = 0; i < 600 && !there.getAsBoolean(); i++) {
            deliver();
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** As the owner of the database: what waits for its time has it now. */
    final void timePasses() {
        byOwner("update notification.mail set next_at = now() where state = 'waiting'");
    }

    final void byOwner(String sql) {
        try (var owner = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.flyway.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
                var update = owner.createStatement()) {
            update.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    final void deliver() {
        rightNow.spread();
        rightNow.post();
    }

    final List<Taken> about(UUID topic) {
        return peer.taken().stream()
                .filter(mail -> mail.header("References").contains(topic.toString()))
                .toList();
    }

    final List<Taken> to(String address) {
        return peer.taken().stream()
                .filter(mail -> mail.recipients().contains(address))
                .toList();
    }

    static final String subject(Taken mail) {
        return mail.subject();
    }

    static String whole(Taken mail) {
        return mail.whole();
    }

    static String body(Taken mail) {
        return mail.body();
    }

    final UUID post(String title, Tlp tlp, Set<UUID> audience, Actor actor, boolean now) {
        var id = post(title, tlp, audience, actor);
        if (now) {
            deliver();
        }
        return id;
    }

    final UUID post(String title, Tlp tlp, Set<UUID> audience, Actor actor) {
        return post(title, tlp, audience, actor, Optional.empty());
    }

    final UUID post(String title, Tlp tlp, Set<UUID> audience, Actor actor, Optional<Importance> importance) {
        return topics.post(
                new NewTopic(
                        Kind.POST,
                        InformationKind.OTHER,
                        Optional.empty(),
                        false,
                        tlp,
                        2,
                        importance,
                        Map.of(Level.ALL, new Text(title, "本文-4b1e")),
                        audience),
                actor);
    }
}
