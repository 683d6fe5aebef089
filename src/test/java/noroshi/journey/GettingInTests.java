package noroshi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static noroshi.journey.Visitors.button;
import static noroshi.journey.Visitors.panel;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import noroshi.membership.signin.Totp;
import noroshi.testing.Browser.Look;
import noroshi.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * From an invitation to a first passkey, to the next device, and back in after everything was lost. Passkeys belong to an
 * address, so this house has a port that it knows before it opens.
 */
@Tag("journey")
@SpringBootTest(
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = "noroshi.membership.recovery-pause=" + GettingInTests.PAUSE)
@Import(World.class)
class GettingInTests {
    static final String PAUSE = "PT8S";
    private static final Pattern HOME = Pattern.compile("http://localhost:\\d+/$");
    private static final String SECRET = "みなとの朝は霧が深く船は汽笛を鳴らす";

    @LocalServerPort
    int port;

    private final String login = "n" + UUID.randomUUID().toString().substring(28);

    @DynamicPropertySource
    static void knownPort(DynamicPropertyRegistry properties) throws IOException {
        try (var socket = new ServerSocket(0)) {
            var free = socket.getLocalPort();
            properties.add("server.port", () -> free);
        }
    }

    @Test
    void byPasskeyOnOneDeviceAndTheNext() {
        try (var house = new Visitors(port, Look.DESKTOP, Locale.JAPANESE)) {
            var laptop = house.someone("/sign-in");
            var device = new Device(laptop);
            accept(house, laptop);
            registerPasskey(laptop, "職場のノート");
            assertThat(device.passkeys()).hasSize(1);
            leave(house, laptop);

            laptop.locator("[data-passkey-start]").click();
            assertThat(laptop).hasURL(HOME);
            laptop.navigate(house.address("/settings"));
            assertThat(panel(laptop, "passkeys")).containsText("職場のノート");
            house.inspect(laptop);

            var phone = house.someone("/sign-in");
            new Device(phone).receive(device.passkeys());
            phone.locator("[data-passkey-start]").click();
            assertThat(phone).hasURL(HOME);
            laptop.reload();
            assertThat(panel(laptop, "sessions").locator("tbody tr")).hasCount(2);
            panel(laptop, "sessions").locator("tbody button").click();
            assertThat(panel(laptop, "sessions").locator("tbody tr")).hasCount(1);
            phone.reload();
            assertThat(phone).hasURL(Pattern.compile("/sign-in$"));

            button(laptop, "/removal").click();
            assertThat(laptop.locator("main")).containsText(house.say("membership.credential.last"));
            laptop.navigate(house.address("/settings"));
            setPassword(laptop);
            assertThat(panel(laptop, "password")).containsText(house.say("membership.password.there"));
            panel(laptop, "passkeys").locator("form[action$='/removal'] button").click();
            assertThat(panel(laptop, "passkeys")).containsText(house.say("membership.passkeys.none"));
            leave(house, laptop);
            laptop.locator("[data-passkey-start]").click();
            assertThat(laptop.locator("[data-passkey-error]")).hasText(house.say("membership.passkey.unknown"));
            assertThat(house.complaints()).isEmpty();
        }
    }

    @Test
    void underAnotherNameTheWayToThePasskeysIsShown() {
        for (var language : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
            try (var house = new Visitors(port, Look.DESKTOP, language)) {
                var screen = house.someone("/sign-in");
                assertThat(screen.locator("[data-passkey-elsewhere]")).isHidden();
                assertThat(screen.locator("[data-passkey-start]")).isVisible();
                screen.navigate("http://127.0.0.1:" + port + "/sign-in?next=%2Fmembers%3Fq%3Dx");
                assertThat(screen.locator("[data-passkey-start]")).isHidden();
                var way = screen.locator("[data-passkey-elsewhere] a");
                assertThat(way).isVisible();
                assertThat(way).hasText("http://localhost:" + port);
                house.inspect(screen);
                way.click();
                assertThat(screen).hasURL("http://localhost:" + port + "/sign-in?next=%2Fmembers%3Fq%3Dx");
                assertThat(screen.locator("[data-passkey-start]")).isVisible();
                assertThat(house.complaints()).isEmpty();
            }
        }
    }

    @Test
    void whatTheBrowserRefusesIsSaidInOurWords() {
        try (var house = new Visitors(port, Look.DESKTOP, Locale.JAPANESE)) {
            var screen = house.someone("/sign-in");
            var device = new Device(screen);
            device.recognisesItsOwner(false);
            screen.locator("[data-passkey-start]").click();
            assertThat(screen.locator("[data-passkey-error]")).hasText(house.say("membership.passkey.stopped"));

            device.recognisesItsOwner(true);
            accept(house, screen);
            registerPasskey(screen, "この端末");
            screen.navigate(house.address("/settings"));
            screen.locator("[data-passkey-start]").click();
            assertThat(screen.locator("[data-passkey-error]")).hasText(house.say("membership.passkey.known"));

            screen.route("**/question", route -> route.abort());
            screen.locator("[data-passkey-start]").click();
            assertThat(screen.locator("[data-passkey-error]")).hasText(house.say("membership.passkey.offline"));
        }
    }

    @Test
    void byPasswordAndCodeWithoutScripts() {
        try (var house = new Visitors(port, Look.WITHOUT_SCRIPT, Locale.JAPANESE)) {
            var screen = house.someone("/sign-in");
            accept(house, screen);
            var app = setPassword(screen);
            assertThat(screen).hasURL(HOME);
            assertThat(screen.locator("[role=status].notice")).hasText(house.say("membership.password.set"));
            leave(house, screen);
            enter(screen, "違うことばの長いパスワード", app);
            assertThat(screen.locator(".error-summary")).isVisible();
            assertThat(screen.locator("#f-login")).hasValue(login);
            enter(screen, SECRET, app);
            assertThat(screen).hasURL(HOME);
        }
    }

    @Test
    void backInWithTheHelpOfTwoPeople() {
        try (var house = new Visitors(port, Look.DESKTOP, Locale.JAPANESE)) {
            var lost = house.someone("/sign-in");
            new Device(lost);
            accept(house, lost);
            registerPasskey(lost, "なくす端末");

            var rin = house.at(RIN, "/organisations/" + RAILWAY + "?q=" + login);
            rin.locator("tbody th a").click();
            rin.locator("#f-reason").fill("端末を紛失。本人に電話で確かめた");
            button(rin, "/recovery").click();
            assertThat(rin.locator("main form[action$='/recovery']")).hasCount(0);
            assertThat(rin.locator("main form[action$='/confirmation']")).hasCount(0);
            var ada = house.at(ADA, "/members/recoveries");
            house.inspect(ada);
            ada.locator("section.panel form[action$='/confirmation'] button")
                    .last()
                    .click();
            var link = ada.locator("#secret").innerText();
            house.inspect(ada);

            var found = house.someone(link.replaceAll("https?://[^/]+", ""));
            var device = new Device(found);
            assertThat(found.locator("main form[action^='/recovery/']")).hasCount(0);
            house.inspect(found);
            found.waitForTimeout(Duration.parse(PAUSE).toMillis());
            found.reload();
            house.inspect(found);
            button(found, link.substring(link.lastIndexOf('/'))).click();
            assertThat(found).hasURL(Pattern.compile(".*/welcome"));
            lost.reload();
            assertThat(lost).hasURL(Pattern.compile(".*/sign-in.*"));
            lost.locator("[data-passkey-start]").click();
            assertThat(lost.locator("[data-passkey-error]")).hasText(house.say("membership.passkey.unknown"));
            registerPasskey(found, "新しい端末");
            assertThat(device.passkeys()).hasSize(1);
            found.navigate(house.address("/recovery" + link.substring(link.lastIndexOf('/'))));
            assertThat(found.locator("h1")).hasText(house.say("membership.link.late"));
            assertThat(house.complaints()).isEmpty();
        }
    }

    /** Rin invites; the link is opened where nobody is signed in. */
    private void accept(Visitors house, Page screen) {
        var rin = house.at(RIN, "/organisations/" + RAILWAY);
        rin.locator("#f-name").first().fill("新田 朝");
        rin.locator("#f-email").fill(login + "@member.example");
        button(rin, "/invitations").click();
        var link = rin.locator("#secret").innerText();
        screen.navigate(link);
        house.inspect(screen);
        screen.locator("#f-login").fill(login);
        button(screen, link.substring(link.lastIndexOf('/'))).click();
        assertThat(screen).hasURL(Pattern.compile(".*/welcome"));
        house.inspect(screen);
    }

    private static void registerPasskey(Page screen, String name) {
        screen.locator("#f-label").fill(name);
        screen.locator("[data-passkey-start]").click();
        assertThat(screen).hasURL(HOME);
    }

    /** What an authenticator app would do with the key on the page. */
    private Totp setPassword(Page screen) {
        if (screen.locator("[aria-labelledby=password] details").count() > 0) {
            screen.locator("[aria-labelledby=password] summary").click();
        }
        var app = Totp.parse(screen.locator("input[name=key]").inputValue());
        screen.locator("#f-password").fill(SECRET);
        screen.locator("#f-code").fill(app.code(step()));
        screen.locator("#f-code").press("Enter");
        return app;
    }

    private void enter(Page screen, String password, Totp app) {
        screen.locator("#f-login").fill(login);
        screen.locator("#f-password").fill(password);
        screen.locator("#f-code").fill(app.code(step() + 1));
        screen.locator("#f-code").press("Enter");
    }

    private long step() {
        return Instant.now().getEpochSecond() / 30;
    }

    private static void leave(Visitors house, Page screen) {
        screen.locator(".who__summary").click();
        screen.locator("form[action='/sign-out'] button").click();
        assertThat(screen.locator("[role=status].notice")).hasText(house.say("membership.signed-out"));
    }
}
