package noroshi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static noroshi.journey.Visitors.button;
import static noroshi.journey.Visitors.panel;
import static noroshi.journey.Visitors.says;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import noroshi.journey.Visitors.Round;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A question with the organisation hidden, from the empty form to the answer that helped. */
@OpenHouse
class AskingPeersTests {
    @LocalServerPort
    int port;

    @ParameterizedTest
    @EnumSource
    void peersAnswerWhoeverAsks(Round round) {
        var title = "昨夜から続く走査 " + UUID.randomUUID().toString().substring(32);
        try (var house = new Visitors(port, round)) {
            asked(house, title);
            var topic = noorAnswers(house, title);
            keiTaps(house, topic);
            mikaMarks(house, title);
            var noor = house.at(NOOR, topic);
            assertThat(noor.locator(".comment--answer")).containsText("はい、03:10 から");
            assertThat(noor.locator(".article__head")).containsText(says(noor, "topic.answered"));
            assertThat(panel(house.at(NOOR, "/"), "questions")).not().containsText(title);
            assertThat(house.at(OTTO, topic).locator("main")).not().containsText(title);
            assertThat(house.complaints()).isEmpty();
        }
    }

    private static void asked(Visitors house, String title) {
        var mika = house.at(MIKA, "/topics/new?community=" + RAIL);
        mika.locator("input[name=kind][value=QUESTION]").check();
        mika.locator("#f-title").fill(title);
        mika.locator("#f-body").fill("改札の管理画面に、見慣れない走査が続いています。同じものを見た方はいますか。");
        mika.locator("input[name=tlp][value=AMBER]").check();
        mika.locator("input[name=hidden]").check();
        assertThat(mika.locator("input[name=audience]:checked")).hasCount(1);
        house.inspect(mika);
        mika.locator("button[value=preview]").click();
        assertThat(mika.locator("#preview")).containsText("Noor");
        assertThat(mika.locator("#preview")).not().containsText("Otto");
        assertThat(mika.locator("input[name=hidden]")).isChecked();
        mika.locator("button[value=post]").click();
        assertThat(mika.locator("[role=status].notice")).hasText(says(mika, "topic.posted"));
    }

    /** Found on the home page; neither name nor organisation stands anywhere. */
    private static String noorAnswers(Visitors house, String title) {
        var noor = house.at(NOOR, "/");
        panel(noor, "questions").getByText(title).click();
        assertThat(noor.locator(".byline")).containsText(says(noor, "topic.hidden-author"));
        for (var trace : new String[] {"Mika", "東都鉄道", "Toto Railway"}) {
            assertThat(noor.locator("main")).not().containsText(trace);
        }
        reaction(noor, "ME_TOO").click();
        assertThat(reaction(noor, "ME_TOO")).containsText("1");
        noor.locator("#f-body").fill("はい、03:10 から同じ送信元です。");
        button(noor, "/comments").click();
        assertThat(panel(noor, "thread")).containsText("はい、03:10 から");
        house.inspect(noor);
        return noor.url().replaceAll(".*(/topics/[0-9a-f-]+).*", "$1");
    }

    private static void keiTaps(Visitors house, String topic) {
        var kei = house.at(KEI, topic);
        reaction(kei, "NOT_US").click();
        assertThat(reaction(kei, "NOT_US")).containsText("1");
        reaction(kei, "NOT_US").click();
        assertThat(reaction(kei, "NOT_US")).not().containsText("1");
        reaction(kei, "NOT_US").click();
        assertThat(reaction(kei, "NOT_US")).containsText("1");
    }

    /** Mika sees how many, not who; she marks what helped, and thanks for it. */
    private static void mikaMarks(Visitors house, String title) {
        var mika = house.at(MIKA, "/");
        panel(mika, "questions").getByText(title).click();
        assertThat(reaction(mika, "ME_TOO")).containsText("1");
        assertThat(reaction(mika, "NOT_US")).containsText("1");
        assertThat(mika.locator("main")).not().containsText("Kei");
        button(mika, "/answer").click();
        assertThat(mika.locator("[role=status].notice")).hasText(says(mika, "topic.answer-marked"));
        assertThat(mika.locator(".comment--answer")).containsText("はい、03:10 から");
        mika.locator(".comment--answer form[action$='/reactions'] button").click();
        assertThat(mika.locator(".comment--answer form[action$='/reactions'] button"))
                .containsText("1");
        house.inspect(mika);
    }

    private static Locator reaction(Page screen, String kind) {
        return screen.locator(
                        "#reactions form",
                        new Page.LocatorOptions().setHas(screen.locator("input[name=reaction][value=" + kind + "]")))
                .locator("button");
    }
}
