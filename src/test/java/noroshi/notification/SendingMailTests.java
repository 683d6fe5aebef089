package noroshi.notification;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.notice.Answer;
import noroshi.notice.NoticeChased;
import noroshi.notice.Notices;
import noroshi.notice.Sending;
import noroshi.notification.MailPeer.Taken;
import noroshi.shared.NotFound;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.topic.Following;
import noroshi.topic.Importance;
import noroshi.topic.InformationKind;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import noroshi.topic.NewTopic;
import noroshi.topic.Text;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** Mail as a server gets it, byte for byte. */
class SendingMailTests extends MailTests {
    @Autowired
    Sending sending;

    @Autowired
    Notices notices;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Clock clock;

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
    void aReminderSaysTheTimeThatWasPromised() {
        var notice = noroshi.notice.Samples.notice("約束の通知 " + UUID.randomUUID());
        var place = "c" + UUID.randomUUID().toString().substring(0, 13) + ".example";
        var topic = sending.send(notice, place, Optional.of(POWER), Set.of(POWER), DANA)
                .getFirst();
        var until = notice.due().plus(Duration.ofDays(3));
        notices.answer(topic, new Answer.Working("金曜まで対応します。", until), NOOR);
        deliver();
        peer.taken().clear();
        events.publishEvent(new NoticeChased(topic, POWER, "reminder", Instant.now()));
        deliver();
        var said = DateTimeFormatter.ofPattern("d日").withZone(ZoneId.of("Asia/Tokyo"));
        assertThat(about(topic))
                .singleElement()
                .satisfies(mail -> assertThat(body(mail).lines().filter(line -> line.startsWith("期限：")))
                        .singleElement()
                        .asString()
                        .contains(said.format(until))
                        .doesNotContain(said.format(notice.due())));
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
        assertThat(outbox.list(Optional.empty(), new Window(0, 50), DANA))
                .extracting(Dispatch::state)
                .containsOnly(Dispatch.State.REFUSED);
        var waiting = outbox.list(Optional.of(Dispatch.State.WAITING), new Window(0, 50), ADA)
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

    /** What waited while the server was away may come due at night. */
    @Test
    void quietHoursHoldWhenItLeavesToo() {
        var id = post("夜に届く", Tlp.GREEN, Set.of(LOBBY, NOOR.person()), MIKA, Optional.of(Importance.IMPORTANT));
        rightNow.spread();
        var usual = Preference.usual(ZoneId.of("Asia/Tokyo"));
        var hour = clock.instant().atZone(usual.zone()).getHour();
        var quiet = Preference.Quiet.between(hour, (hour + 2) % 24);
        preferences.save(new Preference(usual.mail(), usual.digest(), usual.hour(), usual.zone(), quiet), SORA);
        rightNow.post();
        assertThat(about(id)).hasSize(1);
        assertThat(to("sora@member.example")).isEmpty();
        var waiting = outbox.list(Optional.of(Dispatch.State.WAITING), new Window(0, 50), ADA).stream()
                .filter(mail -> mail.person().equals(SORA.person()))
                .findFirst()
                .orElseThrow();
        assertThat(waiting.nextAt().atZone(usual.zone()).getHour()).isEqualTo((hour + 2) % 24);
        assertThat(waiting.nextAt()).isAfter(clock.instant());
        preferences.save(usual, SORA);
        timePasses();
        rightNow.post();
        assertThat(to("sora@member.example")).hasSize(1);
    }

    /** An answer concerns the author at once: whoever sees whom mail is for learns who hid behind a question. */
    @Test
    void theDutyDeskDoesNotLearnFromMailWhoAskedHidden() {
        var id = topics.post(
                new NewTopic(
                        Kind.QUESTION,
                        InformationKind.OTHER,
                        Optional.empty(),
                        true,
                        Tlp.GREEN,
                        2,
                        Optional.empty(),
                        Map.of(Level.ALL, new Text("だれか", "伏せて聞く")),
                        Set.of(ALL)),
                MIKA);
        conversation.comment(id, "センターから", false, Optional.empty(), DANA);
        deliver();
        assertThat(to("mika@member.example")).isNotEmpty();
        assertThat(outbox.list(Optional.empty(), new Window(0, 100), DANA))
                .extracting(Dispatch::person)
                .doesNotContain(MIKA.person());
        assertThat(outbox.list(Optional.empty(), new Window(0, 100), ADA))
                .extracting(Dispatch::person)
                .contains(MIKA.person());
    }

    @Test
    void whatWasSaidAndTakenAwayIsNotSent() {
        var id = post("話題", Tlp.GREEN, Set.of(SORA.person(), KEI.person()), KEI);
        deliver();
        var comment = conversation.comment(id, "取り消す", false, Optional.empty(), SORA);
        rightNow.spread();
        conversation.remove(id, comment, SORA);
        rightNow.post();
        assertThat(to("kei@member.example")).isEmpty();
    }
}
