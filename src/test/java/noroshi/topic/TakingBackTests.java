package noroshi.topic;

import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeHouse
class TakingBackTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Topics topics;

    @Autowired
    Conversation conversation;

    /** As the page's form sends it: browsers post, and say in a field that they mean to delete. */
    @Test
    void aFormTakesBackWhatAFormSaid() {
        var topic = topics.post(Samples.question(false, RAIL), MIKA);
        conversation.react(topic, topic, Reaction.ME_TOO, NOOR);
        assertThat(mvc.post()
                        .uri("/topics/" + topic + "/reactions")
                        .param("_method", "delete")
                        .param("document", topic.toString())
                        .param("reaction", "ME_TOO")
                        .with(as(NOOR)))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(conversation
                        .tallies(topic, MIKA)
                        .getOrDefault(topic, Tally.NONE)
                        .count(Reaction.ME_TOO))
                .isZero();
    }

    @Test
    void aReasonThatIsRefusedComesBackAndASecondOneIsNotSwallowed() {
        var topic = topics.post(Samples.post(Tlp.AMBER, RAIL), MIKA);
        assertThat(withdraw(topic, " "))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("id=\"f-reason-error\"", "理由を書いてください");
        assertThat(withdraw(topic, "長".repeat(1001)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("id=\"f-reason-error\"", "1,000 文字まで", "長".repeat(1001));
        assertThat(withdraw(topic, "別の機器でした"))
                .hasStatus(HttpStatus.SEE_OTHER)
                .cookies()
                .hasValue("said", "topic.withdrawn-now");
        assertThat(withdraw(topic, "別の理由"))
                .hasStatus(HttpStatus.SEE_OTHER)
                .cookies()
                .hasValue("said", "topic.withdrawn-already");
        assertThat(mvc.get().uri("/topics/" + topic + "/withdrawal").with(as(MIKA)))
                .hasStatus(HttpStatus.SEE_OTHER)
                .cookies()
                .hasValue("said", "topic.withdrawn-already");
        assertThat(topics.show(topic, NOOR).state()).isEqualTo(new Topic.State.Withdrawn("別の機器でした"));
    }

    private MvcTestResult withdraw(UUID topic, String reason) {
        return mvc.post()
                .uri("/topics/" + topic + "/withdrawal")
                .param("reason", reason)
                .with(as(MIKA))
                .exchange();
    }
}
