package noroshi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static noroshi.journey.Visitors.panel;
import static noroshi.journey.Visitors.says;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.RAIL;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import noroshi.testing.Browser.Look;
import noroshi.testing.Cast;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The session ends while somebody writes: the words wait on the page until they are signed in again. */
@OpenHouse
class LosingTheSessionTests {
    private static final List<String> LINES = List.of("一行目に「引用」と & と <b>太字</b>", "二行目に \"かぎ\" と 'かぎ'");

    @LocalServerPort
    int port;

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "WITHOUT_SCRIPT"})
    void whatWasWrittenIsSentOnce(Look look) {
        var title = "書いている途中で " + UUID.randomUUID().toString().substring(32);
        try (var house = new Visitors(port, look, Locale.JAPANESE)) {
            var mika = house.at(MIKA, "/topics/new?community=" + RAIL);
            mika.locator("#f-title").fill(title);
            mika.locator("#f-body").fill(String.join("\n\n", LINES));
            mika.locator("input[name=tlp][value=AMBER]").check();
            signOut(mika);
            mika.locator("button[value=post]").click();
            assertThat(mika.locator("h1")).hasText(says(mika, "membership.lost"));
            house.inspect(mika);

            again(mika, "/topics");
            assertThat(mika.locator("h1")).hasText(says(mika, "membership.lost"));
            signIn(mika, house.address("/"));
            again(mika, "/topics");
            assertThat(mika.locator("h1")).containsText(title);
            LINES.forEach(line -> assertThat(mika.locator("main")).containsText(line));
            aRemarkIsCorrected(house, mika);
            assertThat(house.complaints()).isEmpty();
        }
    }

    /** A form that is no plain post either. */
    private static void aRemarkIsCorrected(Visitors house, Page mika) {
        mika.locator("#f-body").fill("はじめの言葉");
        Visitors.button(mika, "/comments").click();
        panel(mika, "thread").locator("a[href$='/edit']").first().click();
        mika.locator("#f-body").fill("直した言葉");
        signOut(mika);
        mika.locator("main form:has(#f-body) button[type=submit]").first().click();
        assertThat(mika.locator("h1")).hasText(says(mika, "membership.lost"));
        signIn(mika, house.address("/"));
        again(mika, "");
        assertThat(panel(mika, "thread")).containsText("直した言葉");
        assertThat(panel(mika, "thread")).not().containsText("はじめの言葉");
    }

    private static void again(Page mika, String to) {
        mika.locator("main form[action^='" + (to.isEmpty() ? "/topics/" : to) + "'] button")
                .click();
    }

    private static void signOut(Page mika) {
        mika.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("session"));
    }

    private static void signIn(Page mika, String address) {
        mika.context().addCookies(List.of(new Cookie("session", Cast.session(MIKA.person())).setUrl(address)));
    }
}
