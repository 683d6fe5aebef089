package noroshi.topic;

import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** While somebody writes, the platform shows what was said before, of what they may read. */
@WholeHouse
class FindingSimilarTests {
    @Autowired
    Topics topics;

    @Autowired
    Search search;

    @Autowired
    MockMvcTester mvc;

    @Test
    void theSameMatterInOtherWordsIsFoundByItsReadersOnly() {
        var id = topics.post(
                Samples.topic(Kind.QUESTION, Tlp.AMBER, false, "改札機の証明書失効に備えた点検", "手順を教えてください", RAIL), MIKA);

        var title = "証明書の失効で改札機が止まりますか";
        assertThat(search.similar(title, Level.PRO, NOOR))
                .extracting(TopicRow::id)
                .contains(id);
        assertThat(search.similar(title, Level.PRO, OTTO)).isEmpty();
        assertThat(search.similar("改札機のペンキ塗り", Level.PRO, NOOR))
                .extracting(TopicRow::id)
                .doesNotContain(id);
        assertThat(search.similar(" ", Level.PRO, NOOR)).isEmpty();
        assertThat(search.similar("の ' | & ! \\ する", Level.PRO, NOOR)).isEmpty();
    }

    @Test
    void theFormShowsThemWithoutAScriptToo() {
        topics.post(Samples.topic(Kind.POST, Tlp.AMBER, false, "踏切遮断機の遠隔監視装置", "本文", RAIL), MIKA);

        var form = mvc.post()
                .uri("/topics")
                .param("title", "遮断機の監視装置を替えました")
                .param("step", "similar")
                .with(as(NOOR));
        assertThat(form).bodyText().contains("踏切遮断機の遠隔監視装置", "遮断機の監視装置を替えました");
        assertThat(mvc.get().uri("/topics/similar").param("title", "遮断機 監視装置").with(as(NOOR)))
                .bodyText()
                .contains("踏切遮断機の遠隔監視装置");
        assertThat(mvc.get().uri("/topics/similar").param("title", "遮断機 監視装置").with(as(OTTO)))
                .bodyText()
                .doesNotContain("踏切");
    }

    @Test
    void aFormThatAsksForNothingWeKnowIsShownAgainAndNothingIsSent() {
        for (var odd : new String[][] {
            {"step", "launch", "選択"},
            {"confidentiality", "7", "機密性は"},
            {"title", "\u200B\u3164 ", "件名"},
            {"title", "報告\u202Efdp.exe", "向きを変える"}
        }) {
            var form = mvc.post()
                    .uri("/topics")
                    .param("body", "残る本文")
                    .param("audience", "community:" + RAIL)
                    .param(odd[0], odd[1])
                    .with(as(NOOR));
            if (!odd[0].equals("title")) {
                form = form.param("title", "残る件名");
            }
            assertThat(form).as(odd[0]).hasStatus(422).bodyText().contains("残る本文", odd[2]);
        }
    }
}
