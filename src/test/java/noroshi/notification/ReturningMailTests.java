package noroshi.notification;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static noroshi.topic.Samples.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.cli.Command;
import noroshi.cli.Operator;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** A server took the message, and hours later another writes that it did not arrive. */
class ReturningMailTests extends MailTests {
    @Autowired
    Bounces bounces;

    @Autowired
    OwnMail own;

    @Autowired
    List<Command> commands;

    @Autowired
    MockMvcTester mvc;

    @DynamicPropertySource
    static void bounces(DynamicPropertyRegistry properties) {
        properties.add("noroshi.notification.mail.bounces", () -> "bounces@noroshi.example");
    }

    @Test
    void itComesBackToTheAddressForBouncesAndThePersonSeesThatMailDoesNotArrive() throws Exception {
        var mail = sent(MIKA);
        assertThat(mail.header("From")).isEqualTo("notices@noroshi.example");
        var id = id(mail);
        assertThat(row(id).state()).isEqualTo(Dispatch.State.SENT);
        var undelivered = outbox.undelivered(DANA);

        assertThat(bounces.take(Bounced.exchange(id), ADA)).isEqualTo(Returned.REFUSED);

        assertThat(row(id)).satisfies(row -> {
            assertThat(row.state()).isEqualTo(Dispatch.State.REFUSED);
            assertThat(row.reply()).contains("RecipientNotFound");
            assertThat(row.note().orElseThrow().delayed()).isFalse();
        });
        assertThat(outbox.undelivered(DANA)).as("the desk is told").isEqualTo(undelivered + 1);
        assertThat(own.mine(MIKA).orElseThrow().reply()).contains("RecipientNotFound");
        assertThat(own.unreached(RIN)).extracting(Mailed.Unreached::person).contains(MIKA.person());
        assertThat(own.unreached(OTTO)).isEmpty();
        assertThat(body("/notifications/outbox", ADA)).contains("RecipientNotFound", "あとから戻ってきました");
        assertThat(body("/notifications/outbox", DANA))
                .contains("RecipientNotFound", "あとから戻ってきました")
                .doesNotContain("/notifications/outbox/bounces");
        deliver();
        assertThat(id(sent(MIKA)))
                .as("a later message tells that mail arrives again")
                .isNotEqualTo(id);
        assertThat(own.mine(MIKA)).isEmpty();
    }

    @Test
    void theSecondTimeNothingChanges() {
        var id = id(sent(NOOR));
        var bounce = Bounced.postfix(id, "failed", "5.2.2", "552 5.2.2 mailbox full");
        assertThat(bounces.take(bounce, ADA)).isEqualTo(Returned.REFUSED);
        var first = row(id);
        assertThat(bounces.take(bounce, ADA)).isEqualTo(Returned.KNOWN);
        assertThat(bounces.take(Bounced.exchange(id), ADA)).isEqualTo(Returned.SETTLED);
        assertThat(row(id)).isEqualTo(first);

        own.sendMineAgain(NOOR);
        deliver();
        assertThat(row(id).state()).isEqualTo(Dispatch.State.SENT);
        assertThat(bounces.take(bounce, ADA))
                .as("the old word of what left again")
                .isEqualTo(Returned.KNOWN);
        assertThat(row(id).state()).isEqualTo(Dispatch.State.SENT);
        assertThat(bounces.take(Bounced.again(bounce), ADA))
                .as("the same words about what left again")
                .isEqualTo(Returned.REFUSED);
    }

    /** The answer can be faster than the end of our own leaving. */
    @Test
    void whatComesWhileTheMessageIsLeavingIsBroughtAgain() throws Exception {
        var id = id(sent(NOOR));
        byOwner("update notification.mail set state = 'leaving', done_at = null where id = '" + id + "'");
        try {
            var bounce = Bounced.exchange(id);
            assertThat(bounces.take(bounce, ADA)).isEqualTo(Returned.LATER);
            assertThatThrownBy(() -> ordered(bounce))
                    .isInstanceOfSatisfying(
                            RuleBroken.class,
                            refusal -> assertThat(refusal.key()).isEqualTo("notification.bounce.later"));
            var answer = upload(bounce, ADA);
            assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            assertThat(answer.getResponse().getContentAsString(StandardCharsets.UTF_8))
                    .contains("少し待ってから");
        } finally {
            byOwner("update notification.mail set state = 'sent', done_at = now() where id = '" + id + "'");
        }
        assertThat(bounces.take(Bounced.exchange(id), ADA)).isEqualTo(Returned.REFUSED);
    }

    @Test
    void aDelayIsNotedAndWhatWasGivenUpSaysSo() throws Exception {
        var id = id(sent(NOOR));
        assertThat(bounces.take(Bounced.postfix(id, "delayed", "4.4.1", "connect: timed out"), ADA))
                .isEqualTo(Returned.DELAYED);
        assertThat(row(id).state()).isEqualTo(Dispatch.State.SENT);
        assertThat(row(id).note().orElseThrow().words()).isEqualTo("connect: timed out");
        assertThat(body("/notifications/outbox", ADA)).contains("相手のサーバで遅れています", "connect: timed out");
        assertThat(bounces.take(Bounced.postfix(id, "delivered", "2.0.0", "250 ok"), ADA))
                .isEqualTo(Returned.ARRIVED);
        assertThat(row(id).state()).isEqualTo(Dispatch.State.SENT);
        assertThat(bounces.take(Bounced.postfix(id, "failed", "4.4.1", "connect: timed out"), ADA))
                .isEqualTo(Returned.GIVEN_UP);
        assertThat(row(id).state()).isEqualTo(Dispatch.State.GIVEN_UP);
    }

    @Test
    void whatIsForeignOrForgedChangesNothing() {
        var id = id(sent(NOOR));
        var before = row(id);
        assertThat(bounces.take(Bounced.postfix(UUID.randomUUID(), "failed", "5.1.1", "550"), ADA))
                .isEqualTo(Returned.UNKNOWN);
        assertThat(bounces.take(Bounced.away(id), ADA)).isEqualTo(Returned.NO_BOUNCE);
        assertThat(bounces.take(Bounced.receipt(id), ADA)).isEqualTo(Returned.NO_BOUNCE);
        assertThat(bounces.take(new byte[50_000_000], ADA)).isEqualTo(Returned.TOO_LARGE);
        assertThat(row(id)).isEqualTo(before);
        assertThatThrownBy(() -> bounces.take(Bounced.exchange(id), DANA)).isInstanceOf(NotAllowed.class);
        for (var stranger : List.of(OTTO, NOOR, RIN)) {
            assertThatThrownBy(() -> bounces.take(Bounced.exchange(id), stranger))
                    .isInstanceOf(NotFound.class);
        }
        assertThat(row(id)).isEqualTo(before);
    }

    /** Who is told that the answer to a hidden question came back knows who asked it. */
    @Test
    void whoAskedHiddenIsNotLearntFromWhatComesBack() throws Exception {
        var hidden = topics.post(question(true, RAIL), MIKA);
        conversation.comment(hidden, "こちらでも見ました", false, Optional.empty(), NOOR);
        deliver();
        var id = id(to("mika@member.example").getLast());
        assertThat(bounces.take(Bounced.exchange(id), ADA)).isEqualTo(Returned.REFUSED);
        assertThat(outbox.list(Optional.empty(), new Window(0, 200), DANA))
                .extracting(Dispatch::id)
                .doesNotContain(id);
        assertThat(outbox.list(Optional.empty(), new Window(0, 200), ADA))
                .extracting(Dispatch::id)
                .contains(id);
        assertThat(ordered(Bounced.exchange(id)))
                .contains("\"known\"")
                .doesNotContain("mika", "Mika", "member.example");
    }

    @Test
    void aMailServerHandsItToTheCommandLine() throws Exception {
        var id = id(sent(NOOR));
        assertThat(ordered(Bounced.postfix(id, "failed", "5.1.1", "550 5.1.1 no such user")))
                .contains("\"refused\"", "refused");
        assertThat(row(id).state()).isEqualTo(Dispatch.State.REFUSED);
        assertThat(ordered(Bounced.away(id))).contains("\"no_bounce\"");
        assertThat(ordered(new byte[3_000_000])).contains("\"too_large\"");
        assertThat(Operator.ACTOR.via()).isEqualTo("cli");
    }

    @Test
    void anAdministratorBringsItAsAFile() throws Exception {
        var id = id(sent(NOOR));
        assertThat(upload(Bounced.exchange(id), DANA)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(upload(Bounced.exchange(id), OTTO)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(row(id).state()).isEqualTo(Dispatch.State.SENT);
        assertThat(upload(Bounced.exchange(id), ADA)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(row(id).state()).isEqualTo(Dispatch.State.REFUSED);
        var other = upload(Bounced.away(id), ADA);
        assertThat(other).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(other.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("配送状況通知ではありません");
    }

    private MailPeer.Taken sent(Actor to) {
        peer.taken().clear();
        var id = post("戻る話 " + UUID.randomUUID(), Tlp.GREEN, Set.of(to.person()), KEI, true);
        return about(id).getFirst();
    }

    private static UUID id(MailPeer.Taken mail) {
        return UUID.fromString(mail.header("Message-ID").replaceAll("<(.*)@.*>", "$1"));
    }

    private Dispatch row(UUID id) {
        return outbox.list(Optional.empty(), new Window(0, 200), ADA).stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String ordered(byte[] bytes) throws Exception {
        var command = commands.stream()
                .filter(each -> each.name().equals("mail bounce"))
                .findFirst()
                .orElseThrow();
        var arguments = JsonMapper.shared().createObjectNode().put("language", "en");
        return command.handle(arguments, new ByteArrayInputStream(bytes)).toString();
    }

    private MvcTestResult upload(byte[] bytes, Actor actor) {
        return mvc.post()
                .uri("/notifications/outbox/bounces")
                .multipart()
                .file(new MockMultipartFile("file", "bounce.eml", "message/rfc822", bytes))
                .with(as(actor))
                .exchange();
    }

    private String body(String address, Actor actor) throws Exception {
        var answer = mvc.get().uri(address).with(as(actor)).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
