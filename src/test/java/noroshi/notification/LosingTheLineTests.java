package noroshi.notification;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import org.junit.jupiter.api.Test;

/** Servers that are away, and lines that go dead. */
class LosingTheLineTests extends MailTests {
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

    @Test
    void theGapIsOneMessageTwiceUnderOneName() {
        var said = new java.util.concurrent.atomic.AtomicBoolean();
        peer.replying(command -> command.equals(".") && said.compareAndSet(false, true) ? MailPeer.HANG_UP : "250 ok");
        var id = post("切れた線", Tlp.GREEN, Set.of(SORA.person()), KEI);
        deliver();
        timePasses();
        awaitMail(() -> about(id).size() == 2);
        assertThat(about(id).stream().map(mail -> mail.header("Message-ID")).distinct())
                .hasSize(1);
        assertThat(outbox.list(Optional.of(Dispatch.State.SENT), new Window(0, 1), ADA)
                        .getFirst()
                        .again())
                .isOne();
    }

    @Test
    void aLineThatAlwaysGoesDeadAtTheEndIsTriedEverMoreSeldom() {
        peer.replying(command -> command.equals(".") ? MailPeer.HANG_UP : "250 ok");
        var id = post("いつも切れる線", Tlp.GREEN, Set.of(SORA.person(), NOOR.person()), KEI);
        for (int i = 0; i < 5; i++) {
            deliver();
        }
        assertThat(about(id)).hasSize(2);
        assertThat(outbox.list(Optional.of(Dispatch.State.WAITING), new Window(0, 2), ADA))
                .allSatisfy(
                        mail -> assertThat(mail.nextAt()).isAfter(mail.madeAt().plusSeconds(50)));
        peer.replying(command -> "250 ok");
        timePasses();
        awaitMail(() -> about(id).size() == 4);
        assertThat(about(id)).hasSize(4);
    }
}
