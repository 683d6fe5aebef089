package noroshi.intel.mailbox;

import static noroshi.testing.Cast.ED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import noroshi.intel.drop.DropBox;
import noroshi.intel.drop.Dropped;
import noroshi.intel.life.Papers;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** What a mail says of itself: whom it is from, and who may have it. */
@WholeHouse
class BelievingMailTests {
    private static final String GREEN = marked("bab4a63c-aed9-4cf5-a766-dfca5abac2bb");
    private static final String RED = marked("e828b379-4e03-4974-9ac4-e53a884c97c1");

    @Autowired
    DropBox box;

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
        visits.waiting(sender, ED).forEach(each -> box.discard(each.id(), ED));
    }

    private static String marked(String id) {
        return ", \"object_marking_refs\": [\"marking-definition--" + id + "\"]";
    }

    private Dropped onlyOne() {
        assertThat(visits.waiting(sender, ED)).hasSize(1);
        return visits.waiting(sender, ED).getFirst();
    }

    @Test
    void whatTheReceivingServerDoesNotConfirmIsRefused() {
        var settings = Visits.settings(peer.port(), Duration.ofMinutes(1), "mx.jisp.example", sender);
        var says = "Authentication-Results: mx.jisp.example 1; spf=pass; dmarc=%s header.from="
                + sender.substring(sender.indexOf('@') + 1);
        peer.receive(Visits.mail(sender, "unchecked", "", Papers.name()));
        visits.round(settings);
        assertThat(visits.refused(sender))
                .get()
                .extracting(Mailbox.Returned::why)
                .isEqualTo(Refused.FORGED);
        peer.receive(
                Visits.mail(sender, "failed", says.formatted("fail") + "\n" + says.formatted("pass"), Papers.name()));
        visits.round(settings);
        assertThat(visits.waiting(sender, ED))
                .as("only the topmost line counts")
                .isEmpty();
        peer.receive(Visits.mail(sender, "fine", says.formatted("pass"), Papers.name()));
        visits.round(settings);
        assertThat(onlyOne().name()).isEqualTo("fine");
    }

    @Test
    void whatIsRedIsRefusedAndNotTold() {
        for (var mail : List.of(
                Visits.mail(sender, "TLP:RED for you", "", Papers.name()),
                Visits.mail(sender, "secret", "X-TLP: RED", Papers.name()),
                Visits.mail(sender, "secret", "", "ＴＬＰ：ＲＥＤ " + Papers.name()),
                Visits.attaching(sender, "secret", "-", "a.json", "application/json", Visits.bundle(RED)),
                Visits.attaching(sender, "secret", "-", "a.csv", "text/csv", "value,tlp\n" + Papers.name() + ",RED"))) {
            peer.receive(mail);
            visits.round(peer, sender);
            assertThat(visits.waiting(sender, ED)).isEmpty();
            assertThat(visits.refused(sender)).get().satisfies(refused -> {
                assertThat(refused.why()).isEqualTo(Refused.RED);
                assertThat(refused.subject()).isEmpty();
            });
        }
    }

    @Test
    void aBundleWithLaxerMarksThanItsMailIsLeftOut() {
        peer.receive(Visits.attaching(
                sender, "TLP:AMBER fox", "x." + Papers.name(), "fox.json", "application/json", Visits.bundle(GREEN)));
        visits.round(peer, sender);
        assertThat(onlyOne().name()).as("the words alone").isEqualTo("TLP:AMBER fox");
        assertThat(onlyOne().mail().orElseThrow().leftOut())
                .extracting(left -> left.reason().key())
                .containsExactly("mailbox.left.laxer");
        peer.receive(Visits.attaching(
                sender, "TLP:GREEN fox", "x." + Papers.name(), "fox.json", "application/json", Visits.bundle(GREEN)));
        visits.round(peer, sender);
        assertThat(visits.waiting(sender, ED)).extracting(Dropped::name).contains("fox.json");
    }
}
