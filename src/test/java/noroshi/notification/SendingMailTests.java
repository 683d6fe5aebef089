package noroshi.notification;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeUtility;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.notification.MailPeer.Taken;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.testing.WholeHouse;
import noroshi.topic.Conversation;
import noroshi.topic.Following;
import noroshi.topic.Importance;
import noroshi.topic.InformationKind;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import noroshi.topic.NewTopic;
import noroshi.topic.Readership;
import noroshi.topic.Text;
import noroshi.topic.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Mail as a server gets it, byte for byte. */
@WholeHouse
@Import(RightNow.class)
class SendingMailTests {
    private static MailPeer peer = new MailPeer(0);

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

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        properties.add("noroshi.notification.mail.host", () -> "127.0.0.1");
        properties.add("noroshi.notification.mail.port", () -> peer.port());
        properties.add("noroshi.notification.mail.security", () -> "none");
        properties.add("noroshi.notification.mail.from", () -> "notices@noroshi.example");
        properties.add("noroshi.notification.patience", () -> "PT0S");
        properties.add("noroshi.notification.begins", () -> "P1D");
    }

    @AfterAll
    static void close() {
        peer.close();
    }

    @BeforeEach
    void fresh() {
        peer.replying(command -> "250 ok");
        preferences.save(Preference.usual(ZoneId.of("Asia/Tokyo")), SORA);
        deliver();
        peer.taken().clear();
    }

    @Test
    void oneMessageForEachRecipient() throws Exception {
        var id = post("題名-4b1e", Tlp.AMBER, Set.of(MIKA.person(), SORA.person(), office("window", RAILWAY)), KEI);
        deliver();
        assertThat(about(id)).hasSize(3).allSatisfy(mail -> {
            assertThat(mail.recipients()).hasSize(1);
            assertThat(mail.header("To")).isEqualTo(mail.recipients().getFirst());
            assertThat(mail.header("Cc") + mail.header("Bcc")).isEmpty();
            assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
            assertThat(mail.header("From")).isEqualTo("notices@noroshi.example");
            assertThat(mail.header("Message-ID")).matches("<[0-9a-f-]{36}@noroshi\\.example>");
            assertThat(subject(mail)).startsWith("[TLP:AMBER][");
            assertThat(whole(mail)).doesNotContain("題名-4b1e", "本文-4b1e").contains("/notifications/");
            assertThat(mail.header("List-Unsubscribe"))
                    .as("what is addressed cannot be switched off")
                    .isEmpty();
        });
        assertThat(about(id).stream().map(Taken::recipients).toList())
                .containsExactlyInAnyOrder(
                        List.of("mika@member.example"), List.of("sora@member.example"), List.of("rin@member.example"));
        assertThat(about(id).stream().map(mail -> mail.header("Message-ID")).distinct())
                .hasSize(3);
    }

    @Test
    void greenSaysItsTitleAndRedNothing() throws Exception {
        var green = post("緑の題名", Tlp.GREEN, Set.of(SORA.person()), KEI);
        var red = post("赤の題名", Tlp.RED, Set.of(NOOR.person()), KEI);
        deliver();
        assertThat(subject(about(green).getFirst())).endsWith("緑の題名");
        assertThat(whole(about(green).getFirst())).doesNotContain("本文-");
        var mail = peer.taken().stream()
                .filter(it -> it.recipients().contains("noor@member.example"))
                .findFirst()
                .orElseThrow();
        assertThat(whole(mail)).doesNotContain("赤の題名", "本文-", red.toString(), "重要度", "期限", "理由", "話題");
        assertThat(mail.header("References")).isEmpty();
    }

    @Test
    void whatCanWaitIsStoppedWithOneClick() throws Exception {
        var id = important(SORA);
        var mail = about(id).getFirst();
        assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        var address = mail.header("List-Unsubscribe").replaceAll(".*/stop-mail/(.*)/mail>", "$1");
        preferences.stop(UUID.fromString(address), Preferences.Stop.MAIL);
        assertThat(preferences.mine(SORA).mail()).isEqualTo(Preference.Mail.MUST);
        assertThat(about(important(SORA))).isEmpty();
        assertThat(about(post("あなたへ", Tlp.GREEN, Set.of(SORA.person()), KEI, true)))
                .hasSize(1);
    }

    @Test
    void nothingIsSentOfWhatWasReadOrLostMeanwhile() {
        var read = post("読んだ", Tlp.GREEN, Set.of(SORA.person()), KEI);
        var lost = post("失った", Tlp.GREEN, Set.of(SORA.person(), NOOR.person()), KEI);
        var muted = post("黙らせた", Tlp.GREEN, Set.of(LOBBY), MIKA, Optional.of(Importance.IMPORTANT));
        var gone = post("取り下げた", Tlp.GREEN, Set.of(SORA.person()), KEI);
        rightNow.spread();
        readership.open(read, Level.ALL, SORA);
        topics.address(lost, Set.of(NOOR.person()), KEI);
        conversation.follow(muted, Optional.of(Following.MUTED), SORA);
        topics.withdraw(gone, "誤り", KEI);
        rightNow.post();
        assertThat(to("sora@member.example")).isEmpty();
        assertThat(to("noor@member.example")).hasSize(1);
    }

    @Test
    void laterMeansLaterAndNeverMeansNever() {
        peer.replying(command -> command.contains("sora@") && command.startsWith("RCPT")
                ? "450 4.2.1 greylisted"
                : command.contains("noor@") && command.startsWith("RCPT") ? "550 5.1.1 no such user" : "250 ok");
        post("届かない", Tlp.GREEN, Set.of(SORA.person(), NOOR.person(), MIKA.person()), KEI);
        deliver();
        assertThat(to("mika@member.example")).hasSize(1);
        assertThat(to("sora@member.example")).isEmpty();
        var refused = outbox.list(Optional.of(Dispatch.State.REFUSED), new Window(0, 50), ADA)
                .getFirst();
        assertThat(refused.person()).isEqualTo(NOOR.person());
        assertThat(refused.reply()).contains("550 5.1.1 no such user");
        var waiting = outbox.list(Optional.of(Dispatch.State.WAITING), new Window(0, 50), DANA)
                .getFirst();
        assertThat(waiting.person()).isEqualTo(SORA.person());
        assertThat(waiting.reply()).contains("greylisted");
        assertThat(waiting.nextAt()).isAfter(waiting.madeAt().plusSeconds(50));
        assertThat(outbox.undelivered(ADA)).isPositive();
        for (var stranger : List.of(OTTO, MIKA, ED)) {
            assertThatThrownBy(() -> outbox.list(Optional.empty(), new Window(0, 50), stranger))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> outbox.open(refused.id(), stranger)).isInstanceOf(NotFound.class);
            assertThat(outbox.undelivered(stranger)).isZero();
        }
    }

    /** A server that is away is no message's fault: nothing is lost, nothing comes twice. */
    @Test
    void aServerThatIsAwayLosesNothing() {
        var port = peer.port();
        peer.close();
        var id = post("待つもの", Tlp.GREEN, Set.of(SORA.person(), NOOR.person(), MIKA.person()), KEI);
        deliver();
        assertThat(outbox.counts(ADA).get(Dispatch.State.WAITING)).isGreaterThanOrEqualTo(3);
        peer = new MailPeer(port);
        awaitMail(() -> about(id).size() == 3);
        assertThat(about(id)).hasSize(3);
        assertThat(outbox.list(Optional.of(Dispatch.State.SENT), new Window(0, 3), ADA))
                .allSatisfy(mail -> assertThat(mail.tries()).isOne());
    }

    /** The one declared gap: the line goes dead after the words; it leaves again as the same message, and is counted. */
    @Test
    void theGapIsOneMessageTwiceUnderOneName() {
        var said = new java.util.concurrent.atomic.AtomicBoolean();
        peer.replying(command -> command.equals(".") && said.compareAndSet(false, true) ? MailPeer.HANG_UP : "250 ok");
        var id = post("切れた線", Tlp.GREEN, Set.of(SORA.person()), KEI);
        deliver();
        awaitMail(() -> about(id).size() == 2);
        assertThat(about(id).stream().map(mail -> mail.header("Message-ID")).distinct())
                .hasSize(1);
        assertThat(outbox.list(Optional.of(Dispatch.State.SENT), new Window(0, 1), ADA)
                        .getFirst()
                        .again())
                .isOne();
    }

    private UUID important(Actor reader) {
        var id = post("重要 " + UUID.randomUUID(), Tlp.GREEN, Set.of(LOBBY), MIKA, Optional.of(Importance.IMPORTANT));
        deliver();
        return id;
    }

    private void awaitMail(java.util.function.BooleanSupplier there) {
        for (int i = 0; i < 600 && !there.getAsBoolean(); i++) {
            deliver();
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void deliver() {
        rightNow.spread();
        rightNow.post();
    }

    private List<Taken> about(UUID topic) {
        return peer.taken().stream()
                .filter(mail -> mail.header("References").contains(topic.toString()))
                .toList();
    }

    private List<Taken> to(String address) {
        return peer.taken().stream()
                .filter(mail -> mail.recipients().contains(address))
                .toList();
    }

    private static String subject(Taken mail) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(mail.header("Subject")));
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything a message holds, as sent and as read. */
    static String whole(Taken mail) {
        return mail.bytes() + subject(mail) + body(mail);
    }

    static String body(Taken mail) {
        try {
            var message = new jakarta.mail.internet.MimeMessage(
                    (jakarta.mail.Session) null,
                    new java.io.ByteArrayInputStream(mail.bytes().getBytes(StandardCharsets.ISO_8859_1)));
            return message.getContent().toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID post(String title, Tlp tlp, Set<UUID> audience, Actor actor, boolean now) {
        var id = post(title, tlp, audience, actor);
        if (now) {
            deliver();
        }
        return id;
    }

    private UUID post(String title, Tlp tlp, Set<UUID> audience, Actor actor) {
        return post(title, tlp, audience, actor, Optional.empty());
    }

    private UUID post(String title, Tlp tlp, Set<UUID> audience, Actor actor, Optional<Importance> importance) {
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
