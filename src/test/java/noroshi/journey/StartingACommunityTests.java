package noroshi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static noroshi.journey.Visitors.button;
import static noroshi.journey.Visitors.panel;
import static noroshi.journey.Visitors.says;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.UUID;
import noroshi.journey.Visitors.Round;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A secretariat starts a community from the kit; a reader asks a source to share onward and hears yes. */
@OpenHouse
class StartingACommunityTests {
    @LocalServerPort
    int port;

    @ParameterizedTest
    @EnumSource
    void fromTheKitToTheFirstModeration(Round round) {
        var code = "kit-" + UUID.randomUUID().toString().substring(0, 8);
        try (var house = new Visitors(port, round)) {
            var kei = house.at(KEI, "/communities");
            kei.locator("a[href='/communities/kit']").click();
            house.inspect(kei);
            fill(kei, code);
            button(kei, "/communities/kit").click();
            assertThat(kei.locator("[role=status].notice")).hasText(says(kei, "topic.kit.started"));
            assertThat(panel(kei, "occasions").locator("li.agenda")).not().hasCount(0);
            assertThat(panel(kei, "centre")).containsText(says(kei, "community.centre.nobody"));
            house.inspect(kei);
            var community = kei.url().replaceAll(".*(/communities/[0-9a-f-]+).*", "$1");

            kei.locator(".pinned a.row__title").first().click();
            assertThat(kei.locator("h1")).isVisible();
            kei.locator("#f-body").fill("ようこそ。まず自己紹介をお願いします。");
            button(kei, "/comments").click();
            var topic = kei.url().replaceAll(".*(/topics/[0-9a-f-]+).*", "$1");

            var noor = house.at(NOOR, topic);
            noor.locator("#f-body").fill("海浜電力の Noor です。@kei さん、よろしくお願いします。");
            button(noor, "/comments").click();
            assertThat(panel(noor, "thread")).containsText("海浜電力の Noor");

            var again = house.at(KEI, topic);
            again.locator("a[href$='/removal']").first().click();
            house.inspect(again);
            again.locator("#f-reason").fill("個人名が入っています");
            button(again, "/removal").click();
            noor = house.at(NOOR, topic);
            assertThat(panel(noor, "thread")).containsText(says(noor, "topic.moderate.because", "個人名が入っています"));

            var figures = house.at(KEI, community + "/figures");
            assertThat(panel(figures, "weeks")).isVisible();
            house.inspect(figures);
            var otto = house.at(OTTO, community).locator("main");
            assertThat(otto).not().containsText("西の鉄道");
            assertThat(otto).not().containsText("Western Rail");
            assertThat(house.complaints()).noneMatch(each -> !each.contains("404"));
        }
    }

    private static void fill(Page kei, String code) {
        kei.locator("#f-name").fill("西の鉄道の会");
        kei.locator("#f-nameEn").fill("Western Rail");
        kei.locator("#f-code").fill(code);
        kei.locator("#f-goal").fill("同じ攻撃で二度止まらない");
        kei.locator("#f-goalEn").fill("Never stopped twice by the same attack");
        kei.locator("#f-deputy").fill("noor");
        kei.locator("#f-first")
                .fill(LocalDate.now(java.time.ZoneId.of("Asia/Tokyo"))
                        .plusDays(9)
                        .toString());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WITHOUT_SCRIPT")
    void aReaderAsksTheSourceAndHearsYes(Round round) {
        var title = "改札の遠隔保守の穴 " + UUID.randomUUID().toString().substring(32);
        try (var house = new Visitors(port, round)) {
            var noor = house.at(NOOR, "/topics/new?community=" + RAIL);
            noor.locator("input[name=kind][value=POST]").check();
            noor.locator("#f-title").fill(title);
            noor.locator("#f-body").fill("保守用の経路が閉じられていませんでした。");
            noor.locator("input[name=tlp][value=AMBER]").check();
            noor.locator("button[value=post]").click();
            var topic = noor.url().replaceAll(".*(/topics/[0-9a-f-]+).*", "$1");

            var mika = house.at(MIKA, topic);
            panel(mika, "onward").locator("a[href$='/onward']").click();
            house.inspect(mika);
            mika.locator("#f-community").selectOption(LOBBY.toString());
            mika.locator("#f-purpose").fill("同じ機器を使う団体に点検してもらう");
            button(mika, "/onward").click();
            assertThat(panel(mika, "onward")).containsText(says(mika, "topic.onward.waiting"));

            assertThat(house.at(SORA, topic).locator("main")).not().containsText(title);
            var source = house.at(NOOR, "/");
            source.locator("a[href='/topics/onward']").first().click();
            house.inspect(source);
            source.locator("main a[href*='" + topic + "']").first().click();
            panel(source, "onward")
                    .locator(
                            "button",
                            new com.microsoft.playwright.Locator.LocatorOptions()
                                    .setHasText(says(source, "topic.onward.say.yes")))
                    .first()
                    .click();
            assertThat(panel(source, "onward")).containsText(says(source, "topic.onward.answer.yes"));
            house.inspect(source);

            var sora = house.at(SORA, topic);
            assertThat(sora.locator("h1")).containsText(title);
            assertThat(panel(sora, "onward")).containsText("同じ機器を使う団体に点検してもらう");
            assertThat(house.complaints()).noneMatch(each -> !each.contains("404"));
        }
    }
}
