package noroshi.intel.mailbox;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import noroshi.intel.drop.DropBox;
import noroshi.intel.drop.DropDuties;
import noroshi.intel.life.Papers;
import noroshi.notification.Notifications;
import noroshi.notification.RightNow;
import noroshi.notification.Row;
import noroshi.notification.What;
import noroshi.shared.Actor;
import noroshi.shared.Window;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What came by mail does not wait unseen: it stands on the first page of those who may take it in, and editors hear of it. */
@WholeHouse
@Import(RightNow.class)
class TellingOfMailTests {
    @Autowired
    DropBox box;

    @Autowired
    DropDuties duties;

    @Autowired
    Notifications notifications;

    @Autowired
    RightNow rightNow;

    @Autowired
    MockMvcTester mvc;

    private Visits visits;

    private final String sender = Visits.sender();
    private final ImapPeer peer = new ImapPeer();

    @Autowired
    void visit(AutowireCapableBeanFactory beans) {
        visits = beans.createBean(Visits.class);
    }

    @AfterEach
    void end() {
        peer.close();
        throwAway();
    }

    private void throwAway() {
        visits.waiting(sender, ED).forEach(each -> box.discard(each.id(), ED));
    }

    private void comes(String subject) {
        peer.receive(Visits.mail(sender, subject, "", Papers.name()));
        assertThat(visits.round(peer, sender).trouble()).isEmpty();
        rightNow.spread();
    }

    private long told(Actor actor) {
        return notifications.list(false, new Window(0, 200), actor).stream()
                .map(Row::shown)
                .filter(shown -> shown.outline().what() == What.DROPS_WAIT)
                .count();
    }

    @Test
    void whatWaitsStandsOnTheFirstPageOfThoseWhoMayTakeItIn() {
        var before = duties.heap(ED);
        comes("one");
        var own = box.bring(Papers.name().getBytes(StandardCharsets.UTF_8), "own.txt", ED);
        assertThat(duties.heap(ED)).isEqualTo(new DropDuties.Heap(before.mailed() + 1, before.own() + 1));
        assertThat(duties.heap(ADA).mailed()).isEqualTo(before.mailed() + 1);
        assertThat(duties.heap(MIKA)).isEqualTo(new DropDuties.Heap(0, 0));
        assertThat(mvc.get().uri("/").with(as(ED)))
                .hasStatusOk()
                .bodyText()
                .contains("メールで届いて待っている脅威情報", "取り込み前の脅威情報", "href=\"/intel/drop#mailbox\"");
        assertThat(mvc.get().uri("/").with(as(MIKA)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("メールで届いて待っている脅威情報", "取り込み前の脅威情報");
        box.discard(own, ED);
        throwAway();
        assertThat(duties.heap(ED)).isEqualTo(before);
    }

    @Test
    void editorsHearOfTheFirstAndNotOfEachFurtherOne() {
        comes("one");
        assertThat(told(ED)).isOne();
        assertThat(told(MIKA)).isZero();
        comes("two");
        assertThat(told(ED)).as("the first waits still").isOne();
        throwAway();
        assertThat(told(ED)).as("nothing waits").isZero();
        comes("three");
        assertThat(told(ED)).isGreaterThanOrEqualTo(1);
    }

    @Test
    void ofMailThatIsRefusedNobodyHears() {
        peer.receive(Visits.mail(Visits.sender(), "strange", "", Papers.name()));
        var before = told(ED);
        assertThat(visits.round(peer, sender).trouble()).isEmpty();
        rightNow.spread();
        assertThat(told(ED)).isEqualTo(before);
    }
}
