package noroshi.notification;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static noroshi.testing.SignedIn.nobody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import noroshi.notification.MailPeer.Taken;
import noroshi.notification.Trial.Standing;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A mail server that takes a message and loses it: who finds out, where, and how it is proven that mail arrives. */
class TryingMailTests extends MailTests {
    private static final Pattern LINK = Pattern.compile("/mail-arrived/([0-9a-f-]{36})");

    @Autowired
    Trials trials;

    @Autowired
    OwnMail own;

    @Autowired
    MockMvcTester mvc;

    @BeforeEach
    void nothingTried() {
        byOwner("delete from notification.trial");
        byOwner("delete from notification.mail where trial");
    }

    @Test
    void whatAServerTakesAndLosesIsKnownToItsReaderTheirAdministratorAndTheOutbox() throws Exception {
        var lost = post("失われる知らせ", Tlp.GREEN, Set.of(MIKA.person()), KEI, true);
        assertThat(about(lost)).as("the server said yes").hasSize(1);
        assertThat(body("/notifications", MIKA)).as("on the site it stands").contains("失われる知らせ");
        assertThat(body("/settings", MIKA)).contains("/settings/mail/trial", "届くとは限りません");

        trials.ask(MIKA);
        assertThat(trials.mine(MIKA).orElseThrow().standing()).isEqualTo(Standing.WAITING);
        deliver();

        var mail = trialMail();
        assertThat(mail.header("List-Unsubscribe")).isEmpty();
        assertThat(mail.subject()).startsWith("[TLP:CLEAR][").endsWith("試しのメール");
        assertThat(trials.mine(MIKA).orElseThrow()).satisfies(it -> {
            assertThat(it.standing()).isEqualTo(Standing.HANDED_OVER);
            assertThat(it.reply()).contains("250");
        });
        assertThat(body("/settings", MIKA)).contains("届いたかどうかは、まだ分かりません").doesNotContain(link(mail));
        assertThat(trials.unconfirmed(RIN)).isEmpty();

        daysPass();

        assertThat(trials.mine(MIKA).orElseThrow().standing()).isEqualTo(Standing.SILENT);
        assertThat(body("/settings", MIKA)).contains("届いたことが今も確かめられていません");
        assertThat(trials.unconfirmed(RIN))
                .extracting(Trial.Unconfirmed::person)
                .containsExactly(MIKA.person());
        assertThat(body("/insight/mail", RIN)).contains("試しのメールが届いたと確かめていない人 1 人");
        assertThat(tried()).isEqualTo(new Dispatch.Trial(Optional.empty()));
        assertThat(body("/notifications/outbox", ADA)).contains("試しのメール", "届いたかどうかは、まだ確かめられていない");
        assertThat(trials.mine(OTTO)).isEmpty();
        for (var other : java.util.List.of(OTTO, NOOR, MIKA)) {
            assertThat(trials.unconfirmed(other))
                    .as("administers nobody of the railway")
                    .isEmpty();
        }
    }

    @Test
    void itsLinkConfirmsForWhoeverHasTheMessageAndOnlyWhenTheySaySo() throws Exception {
        trials.ask(MIKA);
        deliver();
        daysPass();
        var link = link(trialMail());

        assertThat(mvc.get().uri(link).exchange())
                .as("programs look at every link")
                .hasStatusOk();
        assertThat(trials.mine(MIKA).orElseThrow().standing()).isEqualTo(Standing.SILENT);
        assertThat(confirm("/mail-arrived/" + UUID.randomUUID())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(trials.mine(MIKA).orElseThrow().standing()).isEqualTo(Standing.SILENT);

        assertThat(confirm(link)).hasStatusOk();
        var known = trials.mine(MIKA).orElseThrow();
        assertThat(known.standing()).isEqualTo(Standing.ARRIVED);
        assertThat(confirm(link)).as("once is enough").hasStatus(HttpStatus.NOT_FOUND);
        assertThat(trials.mine(MIKA)).contains(known);
        assertThat(trials.unconfirmed(RIN)).isEmpty();
        assertThat(body("/settings", MIKA)).contains("届いたことを確かめました");
        assertThat(tried().arrived()).isPresent();
        assertThat(body("/notifications/outbox", ADA)).contains("届いたと本人が確かめた");
    }

    @Test
    void aLineThatGoesDeadAfterTheWordsIsNoArrivalAndNoLoss() throws Exception {
        peer.replying(command -> command.equals(".") ? MailPeer.HANG_UP : "250 ok");
        trials.ask(MIKA);
        deliver();
        assertThat(trials.mine(MIKA).orElseThrow().standing()).isEqualTo(Standing.WAITING);
        assertThat(body("/settings", MIKA)).contains("送り出されるのを待っています");
        assertThat(trials.unconfirmed(RIN)).isEmpty();

        peer.replying(command -> "250 ok");
        timePasses();
        deliver();

        assertThat(to("mika@member.example"))
                .hasSize(2)
                .extracting(TryingMailTests::link)
                .containsOnly(link(trialMail()));
        assertThat(to("mika@member.example"))
                .extracting(it -> it.header("Message-ID"))
                .containsOnly(trialMail().header("Message-ID"));
        assertThat(trials.mine(MIKA).orElseThrow().standing()).isEqualTo(Standing.HANDED_OVER);
    }

    @Test
    void whatArrivedBeforeItCouldLeaveAgainDoesNotLeaveAgain() {
        peer.replying(command -> command.equals(".") ? MailPeer.HANG_UP : "250 ok");
        trials.ask(MIKA);
        deliver();
        assertThat(confirm(link(trialMail()))).hasStatusOk();
        peer.replying(command -> "250 ok");
        timePasses();
        deliver();
        assertThat(to("mika@member.example")).hasSize(1);
        assertThat(trials.mine(MIKA).orElseThrow().standing()).isEqualTo(Standing.ARRIVED);
    }

    @Test
    void onlyTheNewestCountsAndOnlyForTheAddressItWentTo() throws Exception {
        trials.ask(MIKA);
        assertThatThrownBy(() -> trials.ask(MIKA)).isInstanceOf(RuleBroken.class);
        deliver();
        var first = link(trialMail());
        daysPass();
        peer.taken().clear();
        assertThat(mvc.post().uri("/settings/mail/trial").with(as(MIKA)).exchange())
                .hasStatus(HttpStatus.SEE_OTHER);
        deliver();
        assertThat(confirm(first)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(trials.mine(MIKA).orElseThrow().standing()).isEqualTo(Standing.HANDED_OVER);
        assertThat(confirm(link(trialMail()))).hasStatusOk();

        byOwner("update membership.person set email = 'mika.new@member.example' where email = 'mika@member.example'");
        try {
            assertThat(trials.mine(MIKA).orElseThrow().standing()).isEqualTo(Standing.ELSEWHERE);
            assertThat(body("/settings", MIKA)).contains("アドレスが変わりました");
        } finally {
            byOwner(
                    "update membership.person set email = 'mika@member.example' where email = 'mika.new@member.example'");
        }
    }

    @Test
    void whatIsRefusedSaysSo() {
        peer.replying(command -> command.startsWith("RCPT") ? "550 5.1.1 no such user" : "250 ok");
        trials.ask(MIKA);
        deliver();
        assertThat(trials.mine(MIKA).orElseThrow()).satisfies(it -> {
            assertThat(it.standing()).isEqualTo(Standing.REFUSED);
            assertThat(it.reply()).contains("550 5.1.1");
        });
        peer.replying(command -> "250 ok");
        post("もう届く", Tlp.GREEN, Set.of(MIKA.person()), KEI, true);
    }

    @Test
    void whatIsTakenDoesNotHideWhatWasRefusedBefore() throws Exception {
        peer.replying(command -> command.startsWith("RCPT") && command.contains("mika@") ? "550 no" : "250 ok");
        var refused = post("まだ届かない話", Tlp.GREEN, Set.of(MIKA.person()), KEI, true);
        peer.replying(command -> "250 ok");
        trials.ask(MIKA);
        deliver();
        assertThat(trials.mine(MIKA).orElseThrow().standing()).isEqualTo(Standing.HANDED_OVER);
        assertThat(own.mine(MIKA)).isPresent();
        assertThat(body("/settings", MIKA)).contains("/settings/mail/again");

        var page = body("/insight/mail?period=days7&sort=trial", RIN);
        assertThat(page).contains("試しのメール").doesNotContain("本人あてのお知らせ");

        own.sendMineAgain(MIKA);
        deliver();
        assertThat(about(refused)).hasSize(1);
        assertThat(own.mine(MIKA)).isEmpty();
    }

    @Test
    void whatDidNotLeaveSaysSo() throws Exception {
        trials.ask(MIKA);
        moved("mika@member.example", "mika.new@member.example");
        try {
            deliver();
        } finally {
            moved("mika.new@member.example", "mika@member.example");
        }
        assertThat(to("mika@member.example")).isEmpty();
        assertThat(trials.mine(MIKA).orElseThrow().standing()).isEqualTo(Standing.DROPPED);
        assertThat(body("/settings", MIKA)).contains("送られませんでした", "もう一度試す");
    }

    @Test
    void nobodyIsAskedForTooOftenByOneOrByMany() {
        trials.ask(MIKA);
        minutesPass(11);
        trials.ask(MIKA);
        minutesPass(59);
        assertThatThrownBy(() -> trials.ask(MIKA))
                .as("an hour after the second")
                .isInstanceOf(RuleBroken.class);
        minutesPass(2);
        trials.ask(MIKA);
        minutesPass(23 * 60);
        assertThatThrownBy(() -> trials.ask(MIKA)).as("a day after the third").isInstanceOf(RuleBroken.class);

        moved("mika@member.example", "mika.new@member.example");
        moved("noor@member.example", "mika@member.example");
        try {
            assertThatThrownBy(() -> trials.ask(MIKA)).as("at whatever address").isInstanceOf(RuleBroken.class);
            assertThatThrownBy(() -> trials.ask(NOOR)).as("whoever asks").isInstanceOf(RuleBroken.class);
            minutesPass(61);
            trials.ask(NOOR);
        } finally {
            moved("mika@member.example", "noor@member.example");
            moved("mika.new@member.example", "mika@member.example");
        }
        assertThatThrownBy(() -> trials.ask(MIKA))
                .as("another asked it just now")
                .isInstanceOf(RuleBroken.class);
        minutesPass(11);
        trials.ask(MIKA);
    }

    private void moved(String from, String to) {
        byOwner("update membership.person set email = '" + to + "' where email = '" + from + "'");
    }

    private void minutesPass(int minutes) {
        byOwner("update notification.trial set asked_at = asked_at - interval '" + minutes + " minutes'");
    }

    private Taken trialMail() {
        return to("mika@member.example").stream()
                .filter(mail -> LINK.matcher(mail.body()).find())
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static String link(Taken mail) {
        var found = LINK.matcher(mail.body());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private Dispatch.Trial tried() {
        return outbox.list(Optional.of(Dispatch.State.SENT), new Window(0, 100), ADA).stream()
                .flatMap(mail -> mail.trial().stream())
                .findFirst()
                .orElseThrow();
    }

    private void daysPass() {
        byOwner("update notification.trial set asked_at = asked_at - interval '4 days'");
        byOwner(
                "update notification.mail set done_at = done_at - interval '4 days' where trial and done_at is not null");
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult confirm(String link) {
        return mvc.post().uri(link).with(nobody()).exchange();
    }

    private String body(String address, Actor actor) throws Exception {
        var answer = mvc.get().uri(address).with(as(actor)).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
