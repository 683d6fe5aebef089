package noroshi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import noroshi.shared.Tlp;
import noroshi.testing.Browser.Look;
import noroshi.topic.Conversation;
import noroshi.topic.InformationKind;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import noroshi.topic.NewTopic;
import noroshi.topic.Text;
import noroshi.topic.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** On paper stands what there is to read, and nothing that only a screen can do. */
@OpenHouse
class PrintingTests {
    private static final int PAPER = 718; // A4 less its margins, at 96 points to the inch
    private static final List<String> ONLY_ON_SCREEN = List.of(
            ".top", ".side", ".tabbar", ".composer", ".page-head__actions", ".toolbar__right", "button", ".skip");

    @LocalServerPort
    int port;

    @Autowired
    Topics topics;

    @Autowired
    Conversation conversation;

    @Test
    void aTopicAndTheFiguresStandOnPaper() {
        var text = new Text("当直の引き継ぎ", "## 手順\n\n1. 電話\n2. 記録");
        var topic = topics.post(
                new NewTopic(
                        Kind.POST,
                        InformationKind.OTHER,
                        Optional.empty(),
                        false,
                        Tlp.AMBER,
                        2,
                        Optional.empty(),
                        Map.of(Level.ALL, text),
                        Set.of(RAIL)),
                MIKA);
        conversation.comment(topic, "三つめに交代の署名を", false, Optional.empty(), NOOR);
        try (var house = new Visitors(port, Look.DESKTOP, Locale.JAPANESE)) {
            var paper = printed(house.at(MIKA, "/topics/" + topic));
            assertThat(paper.locator("h1")).isVisible();
            assertThat(paper.locator(".article .tlp").first()).isVisible();
            assertThat(paper.getByText("三つめに交代の署名を")).isVisible();
            assertThat(paper.locator(".paper .tlp")).hasText("TLP:AMBER");
            assertThat(paper.locator(".paper")).containsText("機密性２情報");
            assertThat(paper.locator(".paper")).containsText("/topics/" + topic);
            assertThat(paper.evaluate("getComputedStyle(document.body).page")).isEqualTo("amber");
            for (var list : List.of("/", "/insight/notices", "/insight/reach", "/desk/reports", "/bulletins")) {
                assertThat(printed(house.at(DANA, list)).locator(".paper")).isVisible();
            }
            var figures = printed(house.at(DANA, "/insight"));
            assertThat(figures.locator(".figures").first()).isVisible();
            assertThat(figures.locator("section[aria-labelledby=daily] svg:visible"))
                    .hasCount(1);
        }
    }

    private static Page printed(Page page) {
        page.setViewportSize(PAPER, 1000);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (var each : ONLY_ON_SCREEN) {
            assertThat(page.locator(each + ":visible").count())
                    .as(page.url() + " " + each)
                    .isZero();
        }
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(PAPER);
        assertThat(page.pdf()).startsWith('%', 'P', 'D', 'F');
        return page;
    }
}
