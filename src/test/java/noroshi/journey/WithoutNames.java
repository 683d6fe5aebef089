package noroshi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static noroshi.journey.Visitors.button;
import static noroshi.journey.Visitors.panel;
import static noroshi.journey.Visitors.says;
import static noroshi.testing.Cast.*;

import java.util.regex.Pattern;

/** What happened to one is told to all without its name, step by step. */
final class WithoutNames {
    private WithoutNames() {}

    static void namesAreTakenOut(Visitors house, String matter) {
        var dana = house.at(DANA, matter);
        button(dana, "/copy").click();
        assertThat(panel(dana, "findings")).containsText("東都鉄道");
        house.inspect(dana);
        button(dana, "/replacements").click();
        assertThat(dana.locator("[role=status].notice")).containsText(says(dana, "sanitised.replaced"));
        assertThat(panel(dana, "findings")).not().containsText("東都鉄道");
        assertThat(panel(dana, "crowd")).isVisible();
    }

    static String written(Visitors house, String matter, String run) {
        var dana = house.at(DANA, matter + "/copy");
        dana.locator("a[href^='/bulletins/manuscripts/']").click();
        assertThat(dana.locator("#f-proBody")).hasValue(Pattern.compile(".*7月下旬.*", Pattern.DOTALL));
        dana.locator("#f-proTitle").fill("偽の報告書 " + run);
        dana.locator("#f-generalTitle").fill("偽の報告書に注意 " + run);
        dana.locator("#f-sentence").fill("報告書を装う添付が届いています。");
        dana.locator("#f-step1").fill("開かない");
        dana.locator("#f-concern").fill("メールを受け取る団体はすべて関係があります。");
        dana.locator("input[name=tlp][value=GREEN]").check();
        dana.locator("input[name=audience][value=everyone]").check();
        dana.locator("button[value=save]").click();
        assertThat(dana.locator("section[aria-labelledby=f-consent]")).containsText(says(dana, "sanitised.not-asked"));
        house.inspect(dana);
        return dana.url().replaceAll(".*(/bulletins/manuscripts/[0-9a-f-]+).*", "$1");
    }

    static void asked(Visitors house, String matter) {
        var dana = house.at(DANA, matter + "/copy");
        button(dana, "/request").click();
        assertThat(dana.locator("[role=status].notice")).containsText(says(dana, "sanitised.asked"));
    }

    /** The reporter finds the question on the first page and beside the matter, and sees what others will see. */
    static void agreed(Visitors house, String matter, String run) {
        var mika = house.at(MIKA, "/");
        assertThat(panel(mika, "duties"))
                .containsText(Pattern.compile(says(mika, "home.duty.copies", 1)
                        .replaceFirst("1", "[0-9]+")
                        .replaceFirst("copy|copies", "(copy|copies)")));
        house.at(MIKA, matter);
        panel(mika, "copy").locator("a[href$='/copy']").click();
        assertThat(mika.locator("#look-general")).containsText(run);
        assertThat(mika.locator("#main")).not().containsText("予約に不審な添付 " + run + "。");
        assertThat(mika.locator("article.panel").last()).not().containsText("東都鉄道");
        house.inspect(mika);
        mika.locator("button[name=agreed][value=true]").click();
        assertThat(mika.locator("[role=status].notice")).containsText(says(mika, "sanitised.thanks"));
        house.inspect(mika);
    }

    static String published(Visitors house, String manuscript) {
        var dana = house.at(DANA, manuscript + "/review");
        button(dana, "/review").click();
        var toru = house.at(TORU, manuscript + "/review");
        assertThat(toru.locator("section[aria-labelledby=f-consent] a[href^='/desk/']"))
                .hasCount(0);
        house.inspect(toru);
        button(toru, "/approval").click();
        house.at(DANA, manuscript + "/review");
        button(dana, "/publication").click();
        assertThat(dana.locator("h1.article__title")).isVisible();
        return dana.url().replaceAll(".*(/topics/[0-9a-f-]+).*", "$1");
    }

    static void read(Visitors house, String topic, String matter) {
        var otto = house.at(OTTO, topic + "?level=general");
        assertThat(otto.locator("#main")).containsText("報告書を装う添付");
        assertThat(otto.locator("#main")).not().containsText("東都鉄道");
        assertThat(otto.locator("#main")).not().containsText(matter.substring("/desk/".length()));
        house.at(OTTO, matter + "/copy");
        assertThat(otto.locator("#look-general")).hasCount(0);
    }
}
