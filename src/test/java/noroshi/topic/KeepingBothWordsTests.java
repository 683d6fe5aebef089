package noroshi.topic;

import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.SignedIn.as;
import static noroshi.topic.Samples.EVERYONE;
import static noroshi.topic.Samples.post;
import static noroshi.topic.Samples.question;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.Optional;
import java.util.regex.Pattern;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What two windows write over the same words: the second is told, and both are kept. */
@WholeHouse
class KeepingBothWordsTests {
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{36})\"");

    @Autowired
    Topics topics;

    @Autowired
    Summaries summaries;

    @Autowired
    Conversation conversation;

    @Autowired
    MockMvcTester mvc;

    @Test
    void whatAThreadCameTo() throws Exception {
        var id = topics.post(post(Tlp.GREEN, EVERYONE), MIKA);
        var form = "/topics/" + id + "/summary";

        second(form, form, DANA, MIKA);

        assertThat(summaries.history(id, MIKA)).extracting(Summary::body).containsExactly("あとの言葉", "さきの言葉");
    }

    @Test
    void onesOwnComment() throws Exception {
        var id = topics.post(question(false, RAIL), MIKA);
        var comment = conversation.comment(id, "二件です", false, Optional.empty(), NOOR);
        var there = "/topics/" + id + "/comments/" + comment;

        second(there + "/edit", there, NOOR, NOOR);

        assertThat(conversation.history(id, comment, NOOR))
                .extracting(CommentEdit::body)
                .containsExactly("さきの言葉", "二件です");
        assertThat(conversation.show(id, comment, NOOR).body()).isEqualTo("あとの言葉");
    }

    private void second(String form, String there, Actor first, Actor second) throws Exception {
        var seen = seen(mvc.get().uri(form).with(as(second)).exchange());
        assertThat(send(there, "さきの言葉", seen, first)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(send(there, "さきの言葉", seen, second)).as("the same once more").hasStatus(HttpStatus.SEE_OTHER);
        var refused = send(there, "あとの言葉", seen, second);
        assertThat(refused)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("書いている間に、ここの内容が変わりました", "いまの内容", "さきの言葉", "あとの言葉");
        assertThat(send(there, "", seen, second))
                .as("refused for another reason")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(seen);
        assertThat(send(there, "あとの言葉", seen(refused), second))
                .as("knowing what stood there")
                .hasStatus(HttpStatus.SEE_OTHER);
    }

    private static String seen(MvcTestResult page) throws UnsupportedEncodingException {
        var found = SEEN.matcher(page.getResponse().getContentAsString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private MvcTestResult send(String there, String body, String seen, Actor who) {
        return mvc.put()
                .uri(there)
                .with(as(who))
                .param("body", body)
                .param("seen", seen)
                .exchange();
    }
}
