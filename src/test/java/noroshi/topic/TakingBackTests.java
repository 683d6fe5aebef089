package noroshi.topic;

import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

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
}
