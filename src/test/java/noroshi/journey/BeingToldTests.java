package noroshi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static noroshi.journey.Visitors.says;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import noroshi.journey.Visitors.Round;
import noroshi.notification.MailPeer;
import noroshi.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The Centre tells one organisation; the mail says nothing of it; its window signs in, answers, and the Centre sees it. */
@Tag("journey")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(World.class)
class BeingToldTests {
    private static final MailPeer SERVER = new MailPeer(0);

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        properties.add("noroshi.notification.mail.host", () -> "127.0.0.1");
        properties.add("noroshi.notification.mail.port", SERVER::port);
        properties.add("noroshi.notification.mail.security", () -> "none");
        properties.add("noroshi.notification.mail.from", () -> "notices@noroshi.example");
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @ParameterizedTest
    @EnumSource
    void aNoticeIsToldAndAnswered(Round round) throws Exception {
        var title = "管理画面 " + UUID.randomUUID().toString().substring(28);
        try (var house = new Visitors(port, round)) {
            danaTells(house, title);
            var mail = mail(title);
            assertThat(mail).contains("TLP:AMBER+STRICT", safe(title)).doesNotContain(title, "3389/tcp", "203.0.113");
            var link = mail.replaceAll("(?s).*(/notifications/[0-9a-f-]{36}).*", "$1");

            var stranger = house.someone(link);
            assertThat(stranger).hasURL(house.address("/sign-in?next=" + link.replace("/", "%2F")));
            assertThat(house.at(OTTO, link).locator("main")).not().containsText(title);

            var mika = house.at(MIKA, link);
            assertThat(mika.locator("h1")).containsText(title);
            mika.locator("input[name=answer][value=done]").check();
            mika.locator("#f-words").fill("外から閉じました。");
            mika.locator("main form[action$='/answers'] button[type=submit]").click();
            assertThat(mika.locator("[role=status].notice")).hasText(says(mika, "notice.answered"));

            danaSees(house, title);
            house.at(RIN, "/notifications");
            settings(house, round);
            assertThat(house.complaints().stream().filter(it -> !it.contains("404")))
                    .isEmpty();
        }
    }

    private static void danaTells(Visitors house, String title) {
        var dana = house.at(DANA, "/notices/new");
        dana.locator("#f-places").fill("203.0.113." + Math.floorMod(title.hashCode(), 250));
        dana.locator("#f-organisation").fill("railway");
        dana.locator("button[value=match]").first().click();
        dana.locator("#f-title").fill(title);
        dana.locator("#f-safeSubject").fill(safe(title));
        dana.locator("#f-finding").selectOption("EXPOSED_RDP");
        dana.locator("#f-severity").selectOption("2");
        dana.locator("#f-what").fill("外から 3389/tcp に届きます。");
        dana.locator("#f-advice").fill("閉じてください。");
        dana.locator("#f-observer").fill("観測班");
        house.inspect(dana);
        dana.locator("button[value=send]").click();
        assertThat(dana.locator("[role=status].notice")).hasText(says(dana, "notice.sent", 1));
    }

    /** What came to Mika last, as her mail program shows it. */
    private static String mail(String title) throws Exception {
        for (int i = 0; i < 200; i++) {
            for (var taken : SERVER.taken()) {
                if (taken.recipients().contains("mika@member.example")) {
                    var message = new MimeMessage(
                            (Session) null,
                            new ByteArrayInputStream(taken.bytes().getBytes(StandardCharsets.ISO_8859_1)));
                    if (message.getSubject().contains(safe(title))) {
                        return message.getSubject() + "\n" + message.getContent() + "\n" + taken.bytes();
                    }
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no mail about " + title);
    }

    private static String safe(String title) {
        return "保守のお願い " + Integer.toHexString(title.hashCode());
    }

    private static void danaSees(Visitors house, String title) throws InterruptedException {
        Page dana = house.at(DANA, "/notifications");
        for (int i = 0; i < 200 && dana.getByText(title).count() == 0; i++) {
            Thread.sleep(100);
            dana.reload();
        }
        assertThat(dana.locator("main")).containsText(says(dana, "notification.what.notice_answered"));
        house.inspect(dana);
        dana.getByText(title).first().click();
        assertThat(dana.locator("main")).containsText("外から閉じました。");
    }

    private static void settings(Visitors house, Round round) {
        var mika = house.at(MIKA, "/settings");
        mika.locator("#f-hour").selectOption("7");
        mika.locator("main form[action$='/settings/notifications'] button[type=submit]")
                .click();
        assertThat(mika.locator("[role=status].notice")).hasText(says(mika, "notification.saved"));
        assertThat(mika.locator("#f-hour")).hasValue("7");
        house.inspect(mika);
        shoot(mika, "settings", round);
        shoot(house.at(MIKA, "/notifications?show=all"), "list", round);
        var outbox = house.at(ADA, "/notifications/outbox");
        assertThat(outbox.locator("main")).containsText("250 ok");
        house.inspect(outbox);
        shoot(outbox, "outbox", round);
    }

    private static void shoot(Page page, String name, Round round) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/looked-at/notification-" + name + "-" + round + ".png"))
                .setFullPage(true));
    }
}
