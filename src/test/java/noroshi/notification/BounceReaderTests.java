package noroshi.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import noroshi.notification.BounceReader.Reading;
import org.junit.jupiter.api.Test;

/** What mail servers write back is read as they write it, and whatever else comes has an outcome. */
class BounceReaderTests {
    private static final UUID MAIL = UUID.fromString("0b7a8b52-4a50-4a6e-9a44-3a1f0f6a9c11");

    @Test
    void postfixIsRead() {
        var bounce = told(Bounced.postfix(
                MAIL,
                "failed",
                "5.1.1",
                "550 5.1.1 <noor@member.example>: Recipient address rejected:\n    User unknown"));
        assertThat(bounce.mail()).isEqualTo(MAIL);
        assertThat(bounce.said()).isEqualTo(Returned.REFUSED);
        assertThat(bounce.status()).isEqualTo("5.1.1");
        assertThat(bounce.words())
                .isEqualTo("550 5.1.1 <noor@member.example>: Recipient address rejected: User unknown");
    }

    @Test
    void exchangeIsRead() {
        var bounce = told(Bounced.exchange(MAIL));
        assertThat(bounce.mail()).isEqualTo(MAIL);
        assertThat(bounce.said()).isEqualTo(Returned.REFUSED);
        assertThat(bounce.status()).isEqualTo("5.1.10");
        assertThat(bounce.words())
                .startsWith("550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient noor@member.example not found");
    }

    @Test
    void withoutTheReturnedHeadersItsOwnAnswerNamesTheMessage() {
        var whole = new String(Bounced.exchange(MAIL), StandardCharsets.UTF_8);
        var cut = whole.substring(0, whole.indexOf("Content-Type: message/rfc822"))
                + "Content-Type: text/plain\r\n\r\n--7b9d1e52-aa10-4c0e-bb5f-4d8f4f1f1a77--\r\n";
        assertThat(told(cut.getBytes(StandardCharsets.UTF_8)).mail()).isEqualTo(MAIL);
    }

    @Test
    void theActDecides() {
        assertThat(said("failed", "4.4.1")).isEqualTo(Returned.GIVEN_UP);
        assertThat(said("failed", "")).isEqualTo(Returned.REFUSED);
        assertThat(said("delayed", "4.4.1")).isEqualTo(Returned.DELAYED);
        assertThat(said("delayed", "5.0.0")).isEqualTo(Returned.DELAYED);
        assertThat(said("relayed (to a server that tells nothing)", "2.0.0")).isEqualTo(Returned.ARRIVED);
        assertThat(said("", "5.7.1")).isEqualTo(Returned.REFUSED);
        assertThat(said("", "4.2.2")).isEqualTo(Returned.DELAYED);
        assertThat(otherwise(Bounced.postfix(MAIL, "", "", ""))).isEqualTo(Returned.UNREADABLE);
        assertThat(otherwise(Bounced.postfix(MAIL, "dropped", "5.0.0", ""))).isEqualTo(Returned.UNREADABLE);
    }

    @Test
    void aSecondNotificationInTheSameWordsIsAnother() {
        var first = Bounced.postfix(MAIL, "failed", "5.2.2", "552 5.2.2 mailbox full");
        assertThat(told(Bounced.again(first)).words()).isEqualTo(told(first).words());
        assertThat(told(Bounced.again(first)).print()).isNotEqualTo(told(first).print());
        assertThat(told(first.clone()).print()).isEqualTo(told(first).print());
    }

    @Test
    void whatIsNoBounceIsNone() {
        assertThat(otherwise(Bounced.away(MAIL))).isEqualTo(Returned.NO_BOUNCE);
        assertThat(otherwise(Bounced.receipt(MAIL))).isEqualTo(Returned.NO_BOUNCE);
        assertThat(otherwise(new byte[0])).isEqualTo(Returned.NO_BOUNCE);
        assertThat(otherwise("From ".getBytes(StandardCharsets.US_ASCII))).isEqualTo(Returned.NO_BOUNCE);
        assertThat(otherwise(new byte[50_000_000])).isEqualTo(Returned.TOO_LARGE);
    }

    @Test
    void anIdThatIsNotLikeOursIsForeign() {
        var whole = new String(Bounced.postfix(MAIL, "failed", "5.1.1", "550"), StandardCharsets.UTF_8);
        for (var id : List.of("CAF+1@mail.example", "", MAIL + "x", "' or 1=1 --")) {
            var other = whole.replace(MAIL.toString(), id).getBytes(StandardCharsets.UTF_8);
            assertThat(otherwise(other)).as(id).isEqualTo(Returned.UNKNOWN);
        }
    }

    /** The outcome is one of few, it comes soon, and words stay short and in one line. */
    @Test
    void hostileMailHasAnOutcome() {
        var random = new Random(385);
        var good = Bounced.postfix(MAIL, "failed", "5.1.1", "550 " + "x".repeat(60_000) + "\u0000\u0007 end");
        assertThat(told(good).words()).hasSize(500).doesNotContain("\n");
        for (int i = 0; i < 2_000; i++) {
            var bytes = good.clone();
            for (int change = 0; change < 30; change++) {
                bytes[random.nextInt(3_000)] = (byte) random.nextInt(256);
            }
            BounceReader.read(Arrays.copyOf(bytes, random.nextInt(bytes.length)));
        }
        var nested = new StringBuilder("Content-Type: multipart/report; boundary=b0\r\n\r\n");
        for (int i = 0; i < 9_000; i++) {
            nested.append("--b%d\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n".formatted(i, i + 1));
        }
        assertThat(otherwise(nested.toString().getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(Returned.NO_BOUNCE);
        var many = "Content-Type: multipart/report; boundary=b\r\n\r\n" + "--b\r\n\r\n\r\n".repeat(90_000);
        var began = System.nanoTime();
        assertThat(otherwise(many.getBytes(StandardCharsets.US_ASCII))).isEqualTo(Returned.UNREADABLE);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        var encoding =
                "Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n"
                        + "Content-Transfer-Encoding: x-nothing\r\n\r\nStatus: 5.1.1\r\n--b--\r\n";
        assertThat(otherwise(encoding.getBytes(StandardCharsets.US_ASCII))).isIn(Returned.UNREADABLE, Returned.UNKNOWN);
    }

    private static Returned said(String action, String status) {
        return told(Bounced.postfix(MAIL, action, status, "words")).said();
    }

    private static Bounce told(byte[] bytes) {
        return ((Reading.Told) BounceReader.read(bytes)).bounce();
    }

    private static Returned otherwise(byte[] bytes) {
        return ((Reading.Otherwise) BounceReader.read(bytes)).why();
    }
}
