package noroshi.desk.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import noroshi.desk.Capabilities;
import noroshi.desk.Cause;
import noroshi.desk.LadenMatter;
import noroshi.desk.Matters;
import noroshi.desk.SupportKind;
import noroshi.shared.Actor;
import noroshi.testing.Browser;
import noroshi.testing.Browser.Look;
import noroshi.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A member reports on a phone; ministry, police and agency see it; it is judged, helped, answered and closed. */
@Tag("journey")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({World.class, Matters.class, LadenMatter.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookingAtTheDeskTests {
    @LocalServerPort
    int port;

    @Autowired
    Matters matters;

    @Autowired
    LadenMatter laden;

    @Autowired
    Capabilities capabilities;

    @SuppressWarnings("NullAway.Init")
    private Browser browser;

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    void open() {
        browser = new Browser();
    }

    @AfterAll
    void close() {
        laden.tidy();
        browser.close();
    }

    @Test
    void fromTheFirstReportToItsEnd() {
        var system = matters.system(AGENCY, POLICE);
        var mika = page(Look.PHONE, MIKA, "/desk/new");
        look(mika, "new");
        mika.locator("input[name=kind][value=REPORT]").check();
        mika.locator("#f-title").fill("運行情報の頁が開けない");
        mika.locator("#f-body").fill("14時から断続的に開けない。");
        mika.locator("summary", new Page.LocatorOptions().setHasText("攻撃の技術情報")).click();
        mika.locator("#f-technical").fill("203.0.113.9 からの通信が多い。");
        mika.locator("input[name=help]").check();
        mika.locator("#f-system").selectOption(new SelectOption().setValue(system));
        mika.locator("button[value=parties]").click();
        assertThat(mika.locator(".parties")).containsText("都警察");
        assertThat(mika.locator("#f-body")).hasValue("14時から断続的に開けない。");
        look(mika, "parties");
        mika.locator("button[value=send]").click();
        assertThat(mika.locator("h1")).containsText("運行情報の頁が開けない");
        look(mika, "reported");
        var path = java.net.URI.create(mika.url()).getPath();
        for (var reader : List.of(MINA, PAUL, JUN)) {
            var theirs = page(Look.DESKTOP, reader, path);
            assertThat(theirs.locator("h1")).containsText("運行情報の頁が開けない");
            look(theirs, "reader");
        }
        assertThat(page(Look.DESKTOP, OTTO, path).locator("h1")).not().containsText("運行情報");
        work(path);
        mika.navigate(address(path));
        assertThat(mika.locator(".comment")).containsText("切替をお願いします");
        assertThat(mika.locator("body")).not().containsText("内緒の判断");
        look(mika, "answered");
        assertThat(complaints).isEmpty();
    }

    private void work(String path) {
        var board = page(Look.DESKTOP, DANA, "/desk");
        assertThat(board.locator(".lane").first()).containsText("運行情報の頁が開けない");
        look(board, "board");
        look(page(Look.PHONE, DANA, "/desk"), "board phone");
        var dana = page(Look.DESKTOP, DANA, path);
        look(dana, "desk");
        dana.getByText("受け付ける", new Page.GetByTextOptions().setExact(true)).click();
        dana.locator("#f-priority").selectOption("2");
        dana.locator("#f-visibility").selectOption("POSSIBLE");
        dana.getByText("判断を残す", new Page.GetByTextOptions().setExact(true)).click();
        dana.locator("#f-note").fill("内緒の判断です");
        dana.getByText("内部メモに残す", new Page.GetByTextOptions().setExact(true)).click();
        dana.locator("summary", new Page.LocatorOptions().setHasText("支援を要請する")).click();
        dana.locator("#f-agency").selectOption(AGENCY.toString());
        dana.locator("input[name=kinds][value=INVESTIGATION]").check();
        dana.locator("#f-words").fill("通信の解析をお願いします");
        dana.locator("#f-scope").fill("今日の通信だけ");
        dana.locator(".panel:has(#supports) button[type=submit]").last().click();
        assertThat(dana.locator(".support")).containsText("情報保全機構");
        look(dana, "support asked");
        var jun = page(Look.PHONE, JUN, path);
        jun.locator("button[value=ACCEPTED]").click();
        jun.locator("#f-body").fill("既知の送信元でした");
        jun.getByText("返す", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(jun.locator(".support__finding")).containsText("既知の送信元");
        look(jun, "agency");
        dana.navigate(address(path));
        dana.locator("#f-answer").fill("切替をお願いします");
        dana.locator("button[value=close]").click();
        assertThat(dana.locator(".labels").first()).containsText("終了");
        look(dana, "closed");
    }

    /** In a tunnel: what was sent is still there when the line is back, on both forms that a member writes in. */
    @Test
    void aLostConnectionLosesNoWord() {
        var title = "トンネルの中の報告";
        var told = matters.reported(title, java.util.Optional.empty(), false, MIKA);
        for (var path : List.of("/desk/new", told.path() + "/update")) {
            var mika = page(Look.PHONE, MIKA, path);
            mika.locator("#f-title").fill(title + "（続き）");
            mika.locator("#f-body").fill("14時から断続的に開けない。");
            if (path.equals("/desk/new")) {
                mika.locator("input[name=kind][value=REPORT]").check();
                mika.locator("details:has(input[name=hidden]) summary").last().click();
                mika.locator("input[name=hidden]").check();
            }
            mika.context().setOffline(true);
            mika.locator(".form__actions button[type=submit]").first().click();
            assertThat(mika.locator("#f-body")).hasCount(0);
            mika.context().setOffline(false);
            mika.navigate(address(path));
            assertThat(mika.locator("#f-title")).hasValue(title + "（続き）");
            assertThat(mika.locator("#f-body")).hasValue("14時から断続的に開けない。");
            assertThat(mika.locator(".draft-note")).isVisible();
            if (path.equals("/desk/new")) {
                assertThat(mika.locator("input[name=kind][value=REPORT]")).isChecked();
                assertThat(mika.locator("input[name=hidden]")).isChecked();
            }
        }
    }

    /** The report arrived and its answer did not: what is sent again is the same report. */
    @Test
    void whatIsSentAgainAfterALostAnswerIsOneReport() {
        var title = "返事が届かなかった報告";
        var mika = page(Look.PHONE, MIKA, "/desk/new");
        mika.locator("input[name=kind][value=CONSULTATION]").check();
        mika.locator("#f-title").fill(title);
        mika.locator("#f-body").fill("届いたかわからない。");
        mika.route("**/desk", route -> {
            route.fetch(new Route.FetchOptions().setMaxRedirects(0));
            route.abort();
        });
        mika.locator("button[value=send]").click();
        assertThat(mika.locator("#f-body")).hasCount(0);
        mika.unroute("**/desk");
        mika.navigate(address("/desk/new"));
        assertThat(mika.locator("#f-body")).hasValue("届いたかわからない。");
        mika.locator("button[value=send]").click();
        assertThat(mika.locator("h1")).containsText(title);
        mika.navigate(address("/desk"));
        assertThat(mika.getByText(title)).hasCount(1);
    }

    @Test
    void aQuestionIsAnsweredInOneReply() {
        var sora = page(Look.PHONE, SORA, "/desk/new?kind=CONSULTATION");
        assertThat(sora.locator(".parties")).isHidden();
        sora.locator("#f-title").fill("夜間の連絡先");
        sora.locator("#f-body").fill("だれに電話すればよいですか");
        sora.locator("button[value=send]").click();
        assertThat(sora.locator("h1")).containsText("夜間の連絡先");
        var path = java.net.URI.create(sora.url()).getPath();
        var dana = page(Look.WITHOUT_SCRIPT, DANA, path);
        dana.locator("#f-answer").fill("当直へどうぞ");
        dana.locator("button[value=close]").click();
        sora.navigate(address(path));
        assertThat(sora.locator(".comment")).containsText("当直へどうぞ");
        look(sora, "consultation");
        assertThat(complaints).isEmpty();
    }

    @Test
    void theDesksOtherPages() {
        var matter = matters.reported("期限を過ぎた件", java.util.Optional.empty(), false, MIKA);
        matters.call(matter);
        matters.inquiry(matter, SPORTS);
        for (var look : List.of(Look.DESKTOP, Look.PHONE, Look.DARK)) {
            look(page(look, DANA, "/desk/parties"), "parties");
            look(page(look, DANA, "/desk/reports"), "reports");
            look(page(look, SORA, "/desk"), "list");
            look(page(look, DANA, "/desk"), "board calls");
            look(page(look, DANA, "/desk/figures?list=true"), "figures");
            look(page(look, DANA, matter.path()), "ticket");
            look(page(look, SORA, "/desk"), "asked");
        }
        assertThat(complaints).isEmpty();
    }

    /** What seldom stands on a matter: contradictory times, evidence, recipients that left; and what the desk sets up. */
    @Test
    void aMatterWithEverything() {
        var matter = laden.bring("いろいろのある案件");
        capabilities.declare(Cause.DOS, Set.of(SupportKind.INVESTIGATION, SupportKind.CONTAINMENT), "夜間も応じます", JUN);
        for (var look : List.of(Look.DESKTOP, Look.PHONE, Look.DARK, Look.ENGLISH_PHONE)) {
            look(page(look, DANA, "/desk"), look + " board departures");
            for (var reader : List.of(DANA, MIKA, MINA, PAUL)) {
                var page = page(look, reader, matter.path());
                if (reader != DANA) {
                    page.locator("#held summary").first().click();
                }
                for (var fold :
                        page.locator("section[aria-labelledby=tracks] summary").all()) {
                    fold.click();
                }
                look(
                        page,
                        look + " laden "
                                + (reader == DANA
                                        ? "desk"
                                        : reader == MIKA ? "reporter" : reader == PAUL ? "police" : "reader"));
            }
            look(page(look, DANA, "/desk/questions?code=noticed"), look + " questions");
            look(page(look, DANA, "/desk/forms"), look + " forms");
            look(page(look, DANA, "/desk/forms/ministry"), look + " form");
            look(page(look, DANA, "/desk/capabilities"), look + " capabilities");
            look(page(look, JUN, "/desk/capabilities"), look + " capabilities agency");
        }
        assertThat(complaints).isEmpty();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private Page page(Look look, Actor actor, String path) {
        var page = browser.window(look, actor, address("/")).newPage();
        page.onConsoleMessage(message -> {
            // One journey cuts its own connection.
            if (message.type().equals("error")
                    && !message.text().contains("responded with a status of")
                    && !message.text().contains("ERR_INTERNET_DISCONNECTED")) {
                complaints.add(message.text());
            }
        });
        page.navigate(address(path));
        return page;
    }

    private void look(Page page, String name) {
        var dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
                .equals(true);
        complaints.addAll((dark ? browser.colourComplaints(page) : browser.complaints(page))
                .stream().map(each -> name + ": " + each).toList());
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/desk/" + name.replace(' ', '-') + "-" + page.viewportSize().width + ".png")));
    }
}
