package noroshi.intel.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines above a mail are its writer's, but for what the receiving server puts on top. */
class ReadingHeadsTests {
    private static final String FROM = "From: Some Body <SOC@Partner.example>\r\n";

    private static Head head(String lines) {
        return Head.of((lines + "\r\nwords").getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    private static boolean passes(String results) {
        return head("Authentication-Results: " + results + "\r\n" + FROM).passes("MX.jisp.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.jisp.example; dmarc=pass header.from=partner.example",
                "mx.jisp.example 1; spf=fail; dmarc=pass header.from=partner.example",
                "mx.jisp.example;\r\n dkim=pass (1024 bit; secret) header.d=x.example;\r\n dmarc = pass (p=none) header.from=PARTNER.example",
                "\"mx\"; none\r\nAuthentication-Results: mx.jisp.example; dmarc=pass header.from=partner.example"
            })
    void whatTheReceivingServerConfirmsCounts(String results) {
        assertThat(passes(results)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "other.example; dmarc=pass header.from=partner.example",
                "mx.jisp.example.other.example; dmarc=pass header.from=partner.example",
                "mx.jisp.example; dmarc=pass",
                "mx.jisp.example; dmarc=pass header.from=partner.example header.from=other.example",
                "mx.jisp.example; dmarc=fail",
                "mx.jisp.example; dmarc=none\r\nAuthentication-Results: mx.jisp.example; dmarc=pass header.from=partner.example",
                "mx.jisp.example; dmarc=pass header.from=other.example",
                "mx.jisp.example; spf=pass (by (x) ; dmarc=pass header.from=partner.example ) smtp.mailfrom=a",
                "mx.jisp.example; spf=pass (by \\) ; dmarc=pass header.from=partner.example ) smtp.mailfrom=a",
                "mx.jisp.example; spf=pass (never ended ; dmarc=pass header.from=partner.example",
                "mx.jisp.example; spf=pass smtp.mailfrom=\"a; dmarc=pass header.from=partner.example \"@other.example",
                "mx.jisp.example; spf=pass smtp.mailfrom=\"a\\\"; dmarc=pass header.from=partner.example; \"@other.example",
                "mx.jisp.example; x-dmarc=pass header.from=partner.example",
                ""
            })
    void whatOthersSayInItsNameDoesNot(String results) {
        assertThat(passes(results)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "From: Some Body <SOC@Partner.example> | soc@partner.example",
                "From: soc@partner.example | soc@partner.example",
                "From: \"boss@other.example\" <soc@partner.example> | soc@partner.example",
                "From: soc@partner.example, boss@other.example | ''",
                "From: friends: soc@partner.example; | ''",
                "From: nobody | ''",
                "From: <soc@partner.example | ''",
                "Sender: soc@partner.example | ''"
            })
    void oneAddressSaysItWroteIt(String line, String sender) {
        assertThat(head(line + "\r\n").sender()).isEqualTo(sender);
        assertThat(head(line + "\r\n" + line + "\r\n").sender())
                .as("two say so")
                .isEmpty();
    }

    @Test
    void theStrictestLabelCounts() {
        assertThat(head(FROM).label()).isEmpty();
        assertThat(head("X-TLP: green\r\nSubject: [TLP:AMBER] fox\r\n").label()).contains(Tlp.AMBER);
        assertThat(head("X-TLP: TLP:RED\r\nSubject: TLP:CLEAR\r\n").label()).contains(Tlp.RED);
        for (var said :
                List.of("TLP: RED", "RED (for you)", "TLP:RED, see below", "GREEN/RED", "GREEN\r\nX-TLP: RED")) {
            assertThat(head("X-TLP: " + said + "\r\n").label()).as(said).contains(Tlp.RED);
        }
        assertThat(head("X-TLP: TLP : GREEN\r\n").label()).contains(Tlp.GREEN);
        assertThat(head("X-TLP: GREEN (for you)\r\n").label()).contains(Tlp.AMBER_STRICT);
        assertThat(head("Subject: fox\r\nSubject: TLP:RED\r\n").label()).contains(Tlp.RED);
        assertThat(head("X-TLP: purple\r\n").label()).as("what is no label").contains(Tlp.AMBER_STRICT);
    }

    @Test
    void whatServersAddChangesNothing() {
        var mail = FROM + "Message-ID: <1@partner.example>\r\nSubject: fox\r\n";
        assertThat(head("Received: by x\r\n" + mail).digest())
                .isEqualTo(head(mail).digest());
        assertThat(head(mail.replace("<1@", "<2@")).digest())
                .isNotEqualTo(head(mail).digest());
        assertThat(head(mail + "X-TLP: RED\r\n").digest())
                .isNotEqualTo(head(mail).digest());
    }

    @Test
    void headsEndWhereTheyShould() {
        assertThat(Head.of("no mail".getBytes(StandardCharsets.UTF_8))).isEqualTo(Optional.empty());
        assertThat(Head.of(("a: b\n".repeat(100_000) + "\n").getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X: y\r" + FROM + "\r\n", "X: y\r" + FROM + "\r\r\n\r\n", FROM + "\r \r\n\r\n"})
    void linesThatOthersDoNotSeeAreNone(String mail) {
        assertThat(Head.of((mail + "z").getBytes(StandardCharsets.UTF_8))).isEmpty();
    }
}
