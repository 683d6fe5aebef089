package noroshi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static noroshi.journey.Visitors.panel;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.bulletin.Confidence;
import noroshi.bulletin.Copy;
import noroshi.bulletin.Marking;
import noroshi.bulletin.Newsroom;
import noroshi.bulletin.Source;
import noroshi.shared.Tlp;
import noroshi.testing.Browser.Look;
import noroshi.topic.Conversation;
import noroshi.topic.Importance;
import noroshi.topic.InformationKind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Mika's and Sora's communities have a bulletin and talk about it; Otto takes part in neither. */
@OpenHouse
class StrangersFindNothingTests {
    private static final String WORD = "ヨルガラス";

    @LocalServerPort
    int port;

    @Autowired
    Newsroom newsroom;

    @Autowired
    Conversation conversation;

    @Test
    void ottoLooksEverywhere() {
        var topic = bulletin();
        conversation.comment(topic, WORD + "をうちでも見ました", false, Optional.empty(), MIKA);
        try (var house = new Visitors(port, Look.DESKTOP, Locale.JAPANESE)) {
            var mika = house.at(MIKA, "/search?q=" + WORD);
            assertThat(mika.locator("main .row")).hasCount(2);
            assertThat(panel(house.at(MIKA, "/"), "important")).containsText(WORD);
            assertThat(house.at(SORA, "/topics/" + topic).locator("h1")).containsText(WORD);

            var lists = List.of(
                    "/",
                    "/bulletins",
                    "/bulletins?level=pro",
                    "/bulletins?importance=IMPORTANT",
                    "/search?q=" + WORD,
                    "/search?q=198.51.100.93",
                    "/communities",
                    "/insight",
                    "/members",
                    "/settings",
                    "/intel");
            for (var list : lists) {
                var otto = house.at(OTTO, list);
                assertThat(otto.locator("h1")).hasCount(1);
                assertThat(otto.locator("main").innerText().replace("「" + WORD + "」", ""))
                        .as(list)
                        .doesNotContain(WORD, "ほか1");
            }
            assertThat(house.at(OTTO, "/search?q=" + WORD).locator("main .row")).hasCount(0);
            for (var place : List.of("", "?level=pro", "?version=1", "/changes", "/readers", "/edit", "/audience")) {
                var nothing =
                        house.at(OTTO, "/topics/" + UUID.randomUUID() + place).locator("main");
                var words = nothing.innerText();
                assertThat(house.at(OTTO, "/topics/" + topic + place).locator("main"))
                        .hasText(
                                words,
                                new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions()
                                        .setUseInnerText(true));
            }
            assertThat(house.complaints()).isEmpty();
        }
    }

    private UUID bulletin() {
        var copy = new Copy(
                new Copy.Pro(WORD + "による標的型メール", "## 要点\n\n- 認証情報を盗む"),
                new Copy.General(WORD + "にご注意", "にせの画面です。", List.of(new Copy.Step("入力しない", "")), "会員の団体", "注意"),
                "198.51.100.93",
                Source.CENTRE,
                Confidence.HIGH,
                "",
                "");
        var marking = new Marking(InformationKind.MALWARE, Importance.IMPORTANT, Tlp.AMBER, 2, Set.of(RAIL, LOBBY));
        var id = UUID.randomUUID();
        newsroom.begin(id, Optional.empty(), marking, copy, ED);
        return newsroom.publish(id, 1, ED);
    }
}
