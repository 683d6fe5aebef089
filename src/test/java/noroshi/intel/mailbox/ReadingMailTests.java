package noroshi.intel.mailbox;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import noroshi.intel.Permission;
import noroshi.intel.drop.Choice;
import noroshi.intel.drop.DropBox;
import noroshi.intel.drop.Dropped;
import noroshi.intel.drop.Format;
import noroshi.intel.drop.Wish;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Indicators;
import noroshi.intel.life.Life;
import noroshi.intel.life.Papers;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;

/** What is mailed waits for a person, once, whatever happens on its way. */
@WholeHouse
class ReadingMailTests {
    @Autowired
    DropBox box;

    @Autowired
    Indicators indicators;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    MailboxStore store;

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

    private List<Life> lives(String value) {
        return indicators.find(Asked.whole(Asked.read(value).forms()), new Window(0, 5), ED);
    }

    private Dropped onlyOne() {
        assertThat(visits.waiting(sender, ED)).hasSize(1);
        return visits.waiting(sender, ED).getFirst();
    }

    @Test
    void anAttachedBundleWaitsForWhoeverTakesFilesIn() {
        var bundle = Visits.bundle("");
        peer.receive(Visits.attaching(
                sender, "New fox (TLP:AMBER)", "see " + Papers.name(), "fox.json", "application/json", bundle));
        var visit = visits.round(peer, sender);
        assertThat(visit.trouble()).isEmpty();
        assertThat(visit.read()).contains(visit.tried());
        assertThat(peer.in("INBOX")).isEmpty();
        assertThat(peer.in("Noroshi-taken")).hasSize(1);
        var waits = onlyOne();
        assertThat(waits.name()).isEqualTo("fox.json");
        assertThat(visits.waiting(sender, ADA)).isEqualTo(visits.waiting(sender, ED));
        assertThatThrownBy(() -> box.mailed(OTTO)).isInstanceOf(NotAllowed.class);
        var preview = box.preview(waits.id(), Wish.NONE, ADA);
        assertThat(preview.drop().format()).isEqualTo(Format.STIX);
        assertThat(preview.drop().leftOut())
                .singleElement()
                .satisfies(left -> assertThat(left.reason().key()).isEqualTo("mailbox.left.words"));
        assertThat(mvc.get().uri("/intel/drop").with(as(ADA)))
                .hasStatusOk()
                .bodyText()
                .contains("fox.json", "New fox", sender, "最後に問題なく読んだとき");
        assertThat(mvc.get().uri("/intel/drop/" + waits.id()).with(as(ADA)))
                .hasStatusOk()
                .bodyText()
                .contains(sender + " と名乗るメール", "メールの本文。");
        var laxer = Choice.advised(Wish.NONE, "", Permission.typed("GREEN", "JPCERT/CC", "電話"));
        assertThatThrownBy(() -> box.take(waits.id(), laxer, ADA)).hasMessage("intel.permission.laxer");
        var report = box.take(waits.id(), Choice.advised(Wish.NONE, "", Optional.empty()), ADA);
        assertThat(report.taken()).isOne();
        assertThat(report.tlp()).isEqualTo(Tlp.AMBER_STRICT);
        assertThat(visits.waiting(sender, ED)).isEmpty();
    }

    @Test
    void theWordsOfAMailWaitUnderItsLabel() {
        var name = Papers.name();
        var words = "Please block hxxps://" + name.replace(".", "[.]") + "/login today.";
        peer.receive(Visits.mail(sender, "=?utf-8?B?VExQOkdSRUVOIOipkOasug==?=", "X-TLP: CLEAR", words));
        visits.round(peer, sender);
        var waits = onlyOne();
        assertThat(waits.name()).isEqualTo("TLP:GREEN 詐欺");
        var preview = box.preview(waits.id(), Wish.NONE, ED);
        assertThat(preview.drop().from()).isEqualTo(sender);
        assertThat(preview.drop().items())
                .singleElement()
                .satisfies(item -> assertThat(item.shown()).contains(name.replace(".", "[.]")));
        assertThat(lives(name)).as("nobody has looked at it").isEmpty();
        box.take(waits.id(), Choice.advised(Wish.NONE, sender, Optional.empty()), ED);
        var address = "https://" + name + "/login";
        assertThat(lives(address))
                .singleElement()
                .satisfies(life -> assertThat(life.tlp()).isEqualTo(Tlp.GREEN));
    }

    @Test
    void eachAttachmentThatIsUnderstoodWaitsByItself() {
        var csv = "value,note\n" + Papers.name() + ",odd\n";
        peer.receive(Visits.attaching(sender, "two", "-", "a.csv", "text/csv", csv + """
                --b
                Content-Type: application/pdf
                Content-Disposition: attachment; filename="b.pdf"
                Content-Transfer-Encoding: base64

                JVBERi0xLjcKAAA=
                --b
                Content-Type: application/octet-stream
                Content-Disposition: attachment; filename="list.txt"

                one.%1$s
                two.%1$s
                """.formatted(Papers.name())));
        visits.round(peer, sender);
        assertThat(visits.waiting(sender, ED)).extracting(Dropped::name).containsExactly("a.csv", "list.txt");
        assertThat(onlyMail().leftOut()).singleElement().satisfies(left -> {
            assertThat(left.where()).isEqualTo("b.pdf");
            assertThat(left.reason().key()).isEqualTo("drop.binary");
        });
    }

    private Dropped.Mail onlyMail() {
        return visits.waiting(sender, ED).getFirst().mail().orElseThrow();
    }

    @Test
    void ofStrangersNothingIsLookedInto() {
        var other = Visits.sender();
        peer.receive(Visits.mail(other, "hello", "", Papers.name()));
        peer.receive(Visits.mail(sender, "two senders", "From: " + other, Papers.name()));
        peer.receive(Visits.mail(sender + ">, <" + other, "two in one line", "", Papers.name()));
        peer.receive("no mail at all".getBytes(StandardCharsets.UTF_8));
        peer.receive(new byte[0]);
        visits.round(peer, sender);
        assertThat(visits.waiting(other, ED)).isEmpty();
        assertThat(visits.waiting(sender, ED)).isEmpty();
        assertThat(visits.refused(other))
                .get()
                .extracting(Mailbox.Returned::why)
                .isEqualTo(Refused.STRANGER);
        assertThat(peer.in("Noroshi-refused")).hasSize(5);
        assertThat(peer.in("INBOX")).isEmpty();
        peer.putBack("Noroshi-refused");
        visits.round(peer, sender, other.substring(other.indexOf('@')));
        assertThat(visits.waiting(other, ED)).as("listed since").hasSize(1);
        assertThat(visits.refused(other)).isEmpty();
        visits.waiting(other, ED).forEach(each -> box.discard(each.id(), ED));
    }

    @Test
    void theSameMailCountsOnceWhateverWayItComes() {
        var mail = new String(Visits.mail(sender, "twice", "", Papers.name()), StandardCharsets.UTF_8);
        peer.receive(mail.getBytes(StandardCharsets.UTF_8));
        peer.receive(("Received: by another\r\n" + mail).getBytes(StandardCharsets.UTF_8));
        visits.round(peer, sender);
        assertThat(peer.in("Noroshi-taken")).hasSize(2);
        box.discard(onlyOne().id(), ED);
        peer.putBack("Noroshi-taken");
        visits.round(peer, sender);
        assertThat(visits.waiting(sender, ED))
                .as("also when it waits no longer")
                .isEmpty();
        assertThat(peer.in("INBOX")).isEmpty();
        peer.receive(mail.replace("twice", "three times").getBytes(StandardCharsets.UTF_8));
        visits.round(peer, sender);
        assertThat(onlyOne().name()).as("said otherwise, it is another").isEqualTo("three times");
    }

    @Test
    void whatBreaksOffBetweenKeepingAndMovingLosesNothingAndDoublesNothing() {
        peer.receive(Visits.mail(sender, "one", "", Papers.name()));
        peer.receive(Visits.mail(sender, "other", "", Papers.name()));
        peer.whims(command -> command.startsWith("UID MOVE") ? ImapPeer.HANG_UP : ImapPeer.PROPERLY);
        assertThat(visits.round(peer, sender).trouble()).contains(Trouble.BROKEN_OFF);
        assertThat(onlyOne().name()).isEqualTo("one");
        assertThat(peer.in("INBOX")).hasSize(2);
        peer.whims(command -> ImapPeer.PROPERLY);
        assertThat(visits.round(peer, sender).trouble()).isEmpty();
        assertThat(visits.waiting(sender, ED)).extracting(Dropped::name).containsExactly("one", "other");
        assertThat(peer.in("INBOX")).isEmpty();
        assertThat(peer.in("Noroshi-taken")).hasSize(2);
    }

    @Test
    void twoWhoTakeItAtOnceTakeItOnce() throws Exception {
        var name = Papers.name();
        peer.receive(Visits.mail(sender, "one", "", name));
        visits.round(peer, sender);
        var id = onlyOne().id();
        var choice = Choice.advised(Wish.NONE, sender, Optional.empty());
        var start = new CyclicBarrier(2);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = people.invokeAll(Stream.of(ED, ADA)
                    .map(actor -> (Callable<Boolean>) () -> {
                        start.await();
                        try {
                            box.take(id, choice, actor);
                            return true;
                        } catch (NotFound gone) {
                            return false;
                        }
                    })
                    .toList());
            assertThat(tries.stream().map(Future::resultNow)).containsExactlyInAnyOrder(true, false);
        }
        assertThat(lives(name)).hasSize(1);
    }

    @Test
    void behindTheFrontDoorsMailIsForTheSamePeopleAndComesByTheJobAlone() throws Exception {
        peer.receive(Visits.mail(sender, "one", "", Papers.name()));
        visits.round(peer, sender);
        var seen = "select count(*) from intel.dropped d join intel.mailed m on m.id = d.mail where m.sender = '%s'"
                .formatted(sender);
        assertThat(List.of(count(seen, ED), count(seen, ADA), count(seen, DANA), count(seen, OTTO)))
                .containsExactly(1L, 1L, 0L, 0L);
        assertThat(count("select things from intel.mail_waiting()", ED)).isZero();
        var letter = new Letter(
                sender, "x", new byte[32], Optional.empty(), List.of(), List.of(), Optional.of(Refused.NOTHING));
        assertThatThrownBy(() -> Acting.as(
                        ED,
                        () -> transaction.execute(status -> store.came(letter, Instant.parse("2026-07-03T00:00:00Z")))))
                .hasStackTraceContaining("the job alone");
    }

    private long count(String sql, Actor actor) throws Exception {
        return Acting.as(
                actor,
                () -> transaction.execute(
                        status -> jdbc.sql(sql).query(Long.class).single()));
    }

    @Test
    void whoThrowsAwayWhatOthersWouldHaveSeenLeavesAnEntry() throws Exception {
        peer.receive(Visits.mail(sender, "one", "", Papers.name()));
        visits.round(peer, sender);
        var id = onlyOne().id();
        assertThat(mvc.delete().uri("/intel/drop/" + id).with(as(OTTO))).hasStatus(403);
        assertThat(mvc.delete().uri("/intel/drop/" + id).with(as(ADA))).hasStatus(303);
        assertThatThrownBy(() -> box.show(id, ED)).isInstanceOf(NotFound.class);
        var acts = Acting.as(
                ADA,
                () -> transaction.execute(status -> jdbc.sql("select act from audit.entry where subject = :id")
                        .param("id", id)
                        .query(String.class)
                        .list()));
        assertThat(acts).containsExactly("intel.mail-discarded");
    }
}
