package noroshi.notification;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.notice.Answer;
import noroshi.notice.Notices;
import noroshi.notice.Samples;
import noroshi.notice.Sending;
import noroshi.notification.MailPeer.Taken;
import noroshi.shared.Window;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

/** A reminder that waited while its matter went on is sent to nobody, and stands in nobody's list. */
class OvertakenRemindersTests extends MailTests {
    private static final String REMINDER = "個別の通知にまだ回答がありません";
    private static final String SECOND = "個別の通知の期限が近づいています";

    @Autowired
    Sending sending;

    @Autowired
    Notices notices;

    @Autowired
    Notifications notifications;

    @Autowired
    ApplicationContext context;

    @Test
    void whoeverWorksOnItIsNotRemindedOnceTheMailServerIsBack() {
        var id = send();
        chased(id, "remind_at");
        assertThat(chased(id)).containsExactly("reminder");
        var unread = notifications.unread(NOOR);

        notices.answer(id, new Answer.Working("業者と進めています", Instant.now().plus(Duration.ofDays(3))), NOOR);

        assertThat(chased(id)).as("a colleague has answered").isEmpty();
        assertThat(notifications.unread(NOOR)).isEqualTo(unread - 1);
        serverComesBack();
        assertThat(mails(id)).isNotEmpty().noneMatch(mail -> mail.body().contains(REMINDER));
    }

    @Test
    void aReminderOfTheTimeTheyGaveIsSent() {
        var id = send();
        notices.answer(id, new Answer.Working("業者と進めています", Instant.now().plus(Duration.ofDays(3))), NOOR);
        chased(id, "remind_at");
        assertThat(chased(id)).containsExactly("reminder");
        serverComesBack();
        assertThat(mails(id)).filteredOn(mail -> mail.body().contains(REMINDER)).hasSize(1);
    }

    @Test
    void afterDaysWithoutAServerTheLastOfTwoRemindersIsSent() {
        var id = send();
        chased(id, "remind_at");
        chased(id, "second_at");
        serverComesBack();
        assertThat(mails(id)).noneMatch(mail -> mail.body().contains(REMINDER));
        assertThat(mails(id)).filteredOn(mail -> mail.body().contains(SECOND)).hasSize(1);
    }

    /** To the power company, whose window's mail no server takes for now. */
    private UUID send() {
        peer.replying(command ->
                command.startsWith("RCPT") && command.contains("noor@") ? "450 4.3.0 come back later" : "250 ok");
        var place = "o" + UUID.randomUUID().toString().substring(0, 13) + ".example";
        var id = sending.send(
                        Samples.notice("待つ通知 " + UUID.randomUUID()), place, Optional.of(POWER), Set.of(POWER), DANA)
                .getFirst();
        deliver();
        return id;
    }

    private void chased(UUID id, String rung) {
        byOwner("update notice.notice set " + rung + " = now() - interval '1 second' where topic = '" + id + "'");
        ReflectionTestUtils.invokeMethod(context.getBean("noroshi.notice.ChaseAnswers"), "chase");
        deliver();
    }

    private void serverComesBack() {
        peer.replying(command -> "250 ok");
        timePasses();
        deliver();
    }

    private List<Taken> mails(UUID id) {
        return about(id).stream()
                .filter(mail -> mail.recipients().contains("noor@member.example"))
                .toList();
    }

    private List<String> chased(UUID id) {
        return notifications.list(false, new Window(0, 100), NOOR).stream()
                .map(row -> row.shown().outline())
                .filter(it -> it.what() == What.NOTICE_CHASED)
                .filter(it -> notifications.open(it.item(), false, NOOR).equals("/notices/" + id))
                .map(Shown.Outlined::step)
                .toList();
    }
}
