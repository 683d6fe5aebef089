package noroshi.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.Arrays;
import noroshi.testing.Browser;
import noroshi.testing.Browser.Look;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The frame and the components in a real browser. */
@Tag("journey")
@SpringBootTest(classes = SampleSite.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookingAtPagesTests {
    private static final String[] PATHS = {
        "/sample", "/sample/topic", "/sample/stats", "/sample/form", "/menu", "/nowhere", "/sample/fault"
    };

    @LocalServerPort
    int port;

    @SuppressWarnings("NullAway.Init")
    private Browser browser;

    @BeforeAll
    void open() {
        browser = new Browser();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Look.class,
            names = {"DESKTOP", "PHONE", "DARK"})
    void nothingIsToComplainAbout(Look look) {
        try (var window = browser.window(look)) {
            assertThat(Arrays.stream(PATHS).flatMap(path -> browser.complaints(window, address(path)).stream()))
                    .isEmpty();
        }
    }

    @Test
    void aFormWorksWithoutScripts() {
        try (var window = browser.window(Look.WITHOUT_SCRIPT)) {
            var page = window.newPage();
            page.navigate(address("/sample/form"));
            page.locator("#f-body").fill("書いた本文");
            page.locator("button[type=submit]").first().click();
            assertThat(page.locator(".error-summary")).isVisible();
            assertThat(page.locator("#f-body")).hasValue("書いた本文");
            page.locator("#f-title").fill("表題");
            page.locator(".form__actions button").click();
            assertThat(page.locator(".notice")).hasText("2ページ");
        }
    }

    @Test
    void whatWasTypedSurvivesLeavingThePageAndIsGoneWhenItWasSent() {
        try (var window = browser.window(Look.DESKTOP)) {
            var page = window.newPage();
            page.navigate(address("/sample/form"));
            page.locator("#f-body").fill("途中まで書いた");
            page.waitForFunction("() => Object.keys(localStorage).some(key => key.startsWith('noroshi:draft:'))");
            page.navigate(address("/sample"));
            page.navigate(address("/sample/form"));
            assertThat(page.locator("#f-body")).hasValue("途中まで書いた");
            assertThat(page.locator(".draft-note")).isVisible();
            page.locator("#f-title").fill("表題");
            page.locator(".form__actions button").click();
            assertThat(page.locator(".notice")).isVisible();
            page.navigate(address("/sample/form"));
            assertThat(page.locator("#f-body")).hasValue("");
        }
    }

    /** The first try is refused and given back; the second goes into a dead line, and nothing of either is lost. */
    @Test
    void whatWasSentIntoADeadLineIsStillThere() {
        try (var window = browser.window(Look.DESKTOP)) {
            var page = window.newPage();
            page.navigate(address("/sample/form"));
            page.locator("#f-body").fill("電車の中で書いた");
            page.locator(".form__actions button").click();
            assertThat(page.locator(".error-summary")).isVisible();
            page.locator("#f-title").fill("表題");
            window.setOffline(true);
            page.locator(".form__actions button").click();
            assertThat(page.locator("#f-body")).hasCount(0);
            window.setOffline(false);
            page.navigate(address("/sample/form"));
            assertThat(page.locator("#f-body")).hasValue("電車の中で書いた");
            assertThat(page.locator("#f-title")).hasValue("表題");
            page.locator(".form__actions button").click();
            assertThat(page.locator(".notice")).isVisible();
            page.navigate(address("/sample/form"));
            assertThat(page.locator("#f-body")).hasValue("");
        }
    }

    /** The next page that one opens leads on to another, and is no answer to what was never sent. */
    @Test
    void whatWasNeverSentIsNotForgottenAtAnotherRedirect() {
        try (var window = browser.window(Look.DESKTOP)) {
            var page = window.newPage();
            page.navigate(address("/sample/form"));
            page.locator("#f-title").fill("表題");
            page.locator("#f-body").fill("トンネルで書いた");
            window.setOffline(true);
            page.locator(".form__actions button").click();
            assertThat(page.locator("#f-body")).hasCount(0);
            window.setOffline(false);
            page.waitForTimeout(2500);
            page.navigate(address("/sample/moved"));
            page.navigate(address("/sample/form"));
            assertThat(page.locator("#f-body")).hasValue("トンネルで書いた");
        }
    }

    /** The name of the page comes back with the words, changed or not, until they are thrown away. */
    @Test
    void whatComesBackIsKnownAsTheSame() {
        try (var window = browser.window(Look.DESKTOP)) {
            var page = window.newPage();
            page.navigate(address("/sample/form"));
            var name = page.locator("form[data-draft] input[name=_page]");
            var before = name.getAttribute("value");
            page.locator("#f-body").fill("途中まで書いた");
            page.waitForFunction("() => Object.keys(localStorage).some(key => key.startsWith('noroshi:draft:'))");
            page.navigate(address("/sample/form"));
            assertThat(name).hasValue(before);
            page.locator("#f-body").fill("途中まで書いて直した");
            assertThat(name).hasValue(before);
            page.locator(".draft-note button").click();
            assertThat(name).not().hasValue(before);
        }
    }

    /** What the page says already was saved meanwhile: with its own marks it is changed on, not with old ones. */
    @Test
    void whatStandsThereAlreadyBringsBackNoOldMarks() {
        try (var window = browser.window(Look.DESKTOP)) {
            var page = window.newPage();
            page.navigate(address("/sample/form"));
            var name = page.locator("form[data-draft] input[name=_page]");
            var before = name.getAttribute("value");
            page.locator("#f-body").fill("別の窓で保存した");
            page.waitForFunction("() => Object.keys(localStorage).some(key => key.startsWith('noroshi:draft:'))");
            page.route("**/sample/form", route -> {
                var answer = route.fetch();
                route.fulfill(new Route.FulfillOptions()
                        .setResponse(answer)
                        .setBody(answer.text().replace("</textarea>", "別の窓で保存した</textarea>")));
            });
            page.navigate(address("/sample/form"));
            assertThat(page.locator("#f-body")).hasValue("別の窓で保存した");
            assertThat(page.locator(".draft-note")).hasCount(0);
            assertThat(name).not().hasValue(before);
        }
    }

    /** Whoever signs out before the pause is over leaves nothing behind either. */
    @Test
    void signingOutForgetsWhatWasTypedLast() {
        try (var window = browser.window(Look.DESKTOP)) {
            var page = window.newPage();
            page.navigate(address("/sample/form"));
            page.locator("#f-body").fill("最後に打った");
            page.evaluate("""
                    () => {
                      const out = document.querySelector('form[action="/sign-out"]');
                      out.addEventListener('submit', (event) => event.preventDefault());
                      out.requestSubmit();
                    }""");
            page.waitForTimeout(1000);
            assertThat(
                            page.evaluate(
                                    "[localStorage, sessionStorage].flatMap(Object.keys).some(key => key.startsWith('noroshi:draft:'))"))
                    .isEqualTo(false);
        }
    }

    @Test
    void secretsStayInTheTab() {
        try (var window = browser.window(Look.DESKTOP)) {
            var page = window.newPage();
            page.navigate(address("/sample/form"));
            page.locator("input[value=RED]").check();
            page.locator("#f-body").fill("名指しした人だけ");
            page.waitForFunction("() => Object.keys(sessionStorage).some(key => key.startsWith('noroshi:draft:'))");
            assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
        }
    }

    @Test
    void singleKeysWorkOnlyWhenSwitchedOn() {
        try (var window = browser.window(Look.DESKTOP)) {
            var page = window.newPage();
            page.navigate(address("/sample"));
            page.keyboard().press("/");
            assertThat(page.locator("[data-find]")).not().isFocused();
            page.evaluate("localStorage.setItem('noroshi:keys', 'on')");
            page.keyboard().press("/");
            assertThat(page.locator("[data-find]")).isFocused();
        }
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
