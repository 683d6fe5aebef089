package noroshi.bulletin.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.SORA;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import noroshi.shared.Actor;
import noroshi.testing.Browser;
import noroshi.testing.Browser.Look;
import noroshi.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A bulletin from the empty form to its readers, by hand, in a real browser. */
@Tag("journey")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookingAtBulletinsTests {
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
    @EnumSource(Look.class)
    void fromTheEmptyFormToItsReaders(Look look) {
        var complaints = new ArrayList<String>();
        var title = "被害報告を装う不正プログラムを確認 " + look;
        var ed = page(look, ED, "/bulletins/new");
        look(ed, look, complaints);
        write(ed, title);
        look(ed, look, complaints);
        ed.locator("button[value=look]").click();
        assertThat(ed.locator("h1")).containsText("確認：" + title);
        look(ed, look, complaints);
        ed.locator("form[action$='/review'] button").first().click();

        var dana = page(look, DANA, "/bulletins/manuscripts");
        look(dana, look, complaints);
        dana.getByText(title).first().click();
        look(dana, look, complaints);
        dana.locator("form[action$='/approval'] button").click();
        ed.reload();
        ed.locator("form[action$='/publication'] button").click();
        assertThat(ed.locator("h1")).containsText(title);

        var mika = page(look, MIKA, "/bulletins?level=pro");
        look(mika, look, complaints);
        mika.getByText(title).first().click();
        assertThat(mika.locator("table.indicators")).containsText("update-minato[.]example");
        look(mika, look, complaints);
        var sora = page(look, SORA, "/bulletins?level=general");
        sora.getByText(title).first().click();
        assertThat(sora.locator(".do")).containsText("添付を開かない");
        look(sora, look, complaints);
        assertThat(complaints).isEmpty();
    }

    private static void write(Page page, String title) {
        page.locator("#f-proTitle").fill(title);
        page.locator("#f-proBody")
                .fill("## 要点\n\n- 開くと業務文書を消す\n- 国内で初めて確認\n\n## 技術的な詳細\n\n`T1485`\n\n## 推奨する対策\n\n1. 添付を隔離する");
        page.locator("#f-indicators").fill("ドメイン,update-minato[.]example,通信先（C2）,高\n198.51.100.77,配布,中");
        page.locator("#f-generalTitle").fill(title);
        page.locator("#f-sentence").fill("報告書を装う添付を開くと、パソコンの中の文書が消えます。**開かないでください。**");
        page.locator("#f-step1").fill("心当たりのない添付を開かない");
        page.locator("#f-detail1").fill("知っている差出人でも同じです。");
        page.locator("#f-concern").fill("Windows でメールを受け取る団体はすべて関係があります。");
        page.locator("#f-staffText").fill("【注意】心当たりのない添付は開かず、担当に知らせてください。");
        page.locator("input[value=GREEN]").check();
        page.locator("input[name=audience][value=everyone]").check();
        page.locator("button[value=preview]").click();
        assertThat(page.locator("#preview")).containsText("Otto");
    }

    private Page page(Look look, Actor actor, String path) {
        var address = "http://localhost:" + port;
        var page = browser.window(look, actor, address).newPage();
        page.navigate(address + path);
        return page;
    }

    private void look(Page page, Look look, ArrayList<String> complaints) {
        page.evaluate("scrollTo(0, 0)");
        if (look != Look.WITHOUT_SCRIPT) {
            browser.complaints(page).forEach(each -> complaints.add(page.url() + ": " + each));
        }
    }
}
