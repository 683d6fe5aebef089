package noroshi.membership.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static noroshi.testing.Cast.RAILWAY;
import static noroshi.testing.Cast.RIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Set;
import noroshi.membership.Invitations;
import noroshi.membership.NewInvitation;
import noroshi.membership.signin.Totp;
import noroshi.shared.Role;
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
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** From the invitation's link to being signed in, with a passkey, and without any script. */
@Tag("journey")
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArrivingTests {
    private static final int PORT = freePort();
    private static final String PASSWORD = "烽火台の見張りは夜明け前に交代する";

    @Autowired
    Invitations invitations;

    @SuppressWarnings("NullAway.Init")
    private Browser browser;

    @DynamicPropertySource
    static void port(DynamicPropertyRegistry properties) {
        properties.add("server.port", () -> PORT);
        properties.add("noroshi.url", () -> "http://localhost:" + PORT);
    }

    @BeforeAll
    void open() {
        browser = new Browser();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void aNewcomerRegistersAPasskeyAndComesBackWithIt() {
        try (var window = browser.window(Look.DESKTOP)) {
            var page = window.newPage();
            giveAuthenticator(page);
            come(page, "hikari");
            assertThat(browser.complaints(page)).isEmpty();
            page.locator("[data-passkey=register] [name=label]").fill("職場のノートPC");
            page.locator("[data-passkey=register] [data-passkey-start]").click();
            page.waitForURL(address("/"));
            page.navigate(address("/settings"));
            assertThat(page.locator("body")).containsText("職場のノートPC");
            assertThat(browser.complaints(page)).isEmpty();
            page.context().clearCookies();
            page.navigate(address("/sign-in?next=/settings"));
            assertThat(browser.complaints(page)).isEmpty();
            page.locator("[data-passkey=sign-in] [data-passkey-start]").click();
            page.waitForURL(address("/settings"));
            assertThat(page.locator("h1")).hasText("設定");
        }
    }

    @Test
    void aNewcomerWithoutScriptsUsesPasswordAndCode() {
        try (var window = browser.window(Look.WITHOUT_SCRIPT)) {
            var page = window.newPage();
            come(page, "nozomi");
            var app = Totp.parse(page.locator("input[name=key]").getAttribute("value"));
            page.locator("input[name=password]").fill(PASSWORD);
            page.locator("input[name=code]").fill(app.code(step() - 1));
            page.locator("form[action='/welcome/password'] button[type=submit]").click();
            page.navigate(address("/sign-in?next=/settings"));
            page.locator("input[name=login]").fill("nozomi");
            page.locator("input[name=password]").fill(PASSWORD);
            page.locator("input[name=code]").fill(app.code(step()));
            page.locator("form[action='/sign-in'] button[type=submit]").click();
            assertThat(page.locator("h1")).hasText("設定");
        }
    }

    private void come(Page page, String login) {
        var token = invitations.invite(
                new NewInvitation(RAILWAY, "新井 " + login, login + "@new.example", Set.of(Role.MEMBER_USER)), RIN);
        page.navigate(address("/invitations/" + token.text()));
        assertThat(browser.complaints(page)).isEmpty();
        page.locator("input[name=login]").fill(login);
        page.locator(".form__actions button").click();
        assertThat(page.locator("h1")).containsText("ようこそ");
    }

    private static long step() {
        return System.currentTimeMillis() / 30_000;
    }

    private static void giveAuthenticator(Page page) {
        var devtools = page.context().newCDPSession(page);
        devtools.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        var parameters = new JsonObject();
        parameters.add("options", options);
        devtools.send("WebAuthn.addVirtualAuthenticator", parameters);
    }

    private static String address(String path) {
        return "http://localhost:" + PORT + path;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
