package noroshi.notice.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.SORA;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.testing.Browser;
import noroshi.testing.Browser.Look;
import noroshi.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** From a registered asset to the answer: by hand, in a real browser, in both languages. */
@Tag("journey")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnsweringANoticeTests {
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
    @CsvSource({"DESKTOP, ja", "PHONE, en"})
    void fromARegisteredAssetToTheAnswer(Look look, String language) {
        var complaints = new ArrayList<String>();
        var name = "j" + UUID.randomUUID().toString().substring(0, 13) + ".example";
        var title = "RDP " + name;

        var sora = page(look, SORA, "/assets/new", language);
        look(sora, complaints);
        sora.fill("[name=value]", name);
        sora.locator("form[action='/assets'] button[type=submit]").click();
        assertThat(sora.locator("h1")).containsText(name);
        look(sora, complaints);
        sora.navigate(address("/assets/import"));
        look(sora, complaints);

        var dana = page(look, DANA, "/assets/approvals", language);
        look(dana, complaints);
        dana.locator("input[aria-label='" + name + "']").check();
        dana.locator("button[value=approve]").click();
        dana.navigate(address("/notices/new"));
        look(dana, complaints);
        dana.fill("[name=places]", "www." + name);
        dana.locator("button[value=match]").first().click();
        assertThat(dana.locator("input[name=to]")).hasCount(1);
        look(dana, complaints);
        dana.fill("[name=title]", title);
        dana.selectOption("[name=finding]", "EXPOSED_RDP");
        dana.fill("[name=what]", "3389/tcp");
        dana.fill("[name=advice]", "1. Close it.");
        dana.fill("[name=observer]", "Centre");
        dana.locator("button[value=send]").click();
        assertThat(dana.locator("h1")).containsText(title);
        look(dana, complaints);

        sora.navigate(address("/"));
        assertThat(sora.locator(".columns .panel").first()).containsText(title);
        look(sora, complaints);
        sora.locator(".row__title", new Page.LocatorOptions().setHasText(title))
                .first()
                .click();
        assertThat(sora.locator("h1")).containsText(title);
        look(sora, complaints);
        sora.locator("input[value=done]").check();
        sora.fill("[name=words]", "Closed.");
        sora.locator("form[action$='/answers'] button[type=submit]").click();
        look(sora, complaints);

        dana.navigate(address("/notices?show=settled"));
        assertThat(dana.locator("#main")).containsText(title);
        look(dana, complaints);
        dana.getByText(title).first().click();
        assertThat(dana.locator("#main")).containsText("Closed.");
        look(dana, complaints);

        var otto = page(look, OTTO, "/notices", language);
        assertThat(otto.locator("#main").textContent()).doesNotContain(title);
        otto.navigate(address("/assets"));
        assertThat(otto.locator("#main").textContent()).doesNotContain(name);
        for (var each : List.of(sora, dana, otto)) {
            each.context().close();
        }
        assertThat(complaints).isEmpty();
    }

    private Page page(Look look, Actor actor, String path, String language) {
        var window = browser.window(look, actor, address("/"));
        var page = window.newPage();
        page.navigate(address("/"));
        var other = page.locator("form[action='/language'] button[lang='" + language + "']");
        if (other.count() > 0) {
            other.click();
        }
        page.navigate(address(path));
        return page;
    }

    private void look(Page page, List<String> complaints) {
        browser.complaints(page).stream().map(each -> page.url() + ": " + each).forEach(complaints::add);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
