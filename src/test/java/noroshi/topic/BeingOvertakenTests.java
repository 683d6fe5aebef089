package noroshi.topic;

import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Somebody published a version while another one was being written. */
@WholeHouse
class BeingOvertakenTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Topics topics;

    private MvcTestResult send(UUID topic, int expected) {
        return mvc.post()
                .uri("/topics/{id}/versions", topic)
                .param("expected", Integer.toString(expected))
                .param("title", "後から付けた題")
                .param("body", "後から書いた文 <と> \"かぎ\"")
                .param("note", "後からの説明")
                .with(as(MIKA))
                .exchange();
    }

    @Test
    void bothTextsStandOnThePageAndTheSecondIsSentAgain() {
        var topic = topics.post(Samples.post(Tlp.AMBER, RAIL), MIKA);
        var text = new Text("先に付けた題", "先に書いた文");
        topics.revise(topic, new Revision(1, Map.of(Level.ALL, text), "先の説明", ""), MIKA);

        assertThat(send(topic, 1))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("先に付けた題", "先に書いた文", "後から付けた題", "後から書いた文 &lt;と", "後からの説明")
                .contains("name=\"expected\" value=\"2\"");
        assertThat(topics.show(topic, NOOR).version()).isEqualTo(2);
        assertThat(send(topic, 2)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(topics.show(topic, NOOR).version()).isEqualTo(3);
    }
}
