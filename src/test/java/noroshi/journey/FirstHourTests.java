package noroshi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static noroshi.journey.Visitors.button;
import static noroshi.journey.Visitors.panel;
import static noroshi.journey.Visitors.says;
import static noroshi.testing.Cast.RIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import noroshi.asset.AssetFilter;
import noroshi.asset.AssetRegister;
import noroshi.journey.Visitors.Round;
import noroshi.shared.Actor;
import noroshi.shared.Window;
import noroshi.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A newcomer goes from the invitation through the first steps, until the list is gone. Passkeys need a known port. */
@Tag("journey")
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@Import(World.class)
class FirstHourTests {
    private static final Pattern HOME = Pattern.compile("http://localhost:\\d+/$");

    @LocalServerPort
    int port;

    @Autowired
    AssetRegister register;

    private final String login = "n" + UUID.randomUUID().toString().substring(28);

    @DynamicPropertySource
    static void knownPort(DynamicPropertyRegistry properties) throws IOException {
        try (var socket = new ServerSocket(0)) {
            var free = socket.getLocalPort();
            properties.add("server.port", () -> free);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WITHOUT_SCRIPT")
    void fromTheInvitationUntilTheListIsGone(Round round) {
        try (var house = new Visitors(port, round)) {
            takeOut(RIN);
            var asa = arrive(house, RIN);
            var list = panel(asa, "first-steps");
            assertThat(list).containsText(says(asa, "home.first.of", 1, 4));
            house.inspect(asa);
            shoot(asa, "home", round);

            list.locator("a[href='/settings#notifications']").click();
            asa.locator("#f-hour").selectOption("7");
            button(asa, "/settings/notifications").click();
            assertThat(panel(asa, "first-steps")).containsText(says(asa, "home.first.of", 2, 4));
            house.inspect(asa);

            panel(asa, "first-steps").locator("a[href='/assets']").click();
            asa.locator("a[href='/assets/new']").first().click();
            asa.locator("#f-value").fill(login + ".example");
            button(asa, "/assets").click();

            asa.navigate(house.address("/"));
            panel(asa, "first-steps")
                    .locator("form[action='/first-steps'] button")
                    .click();
            assertThat(asa.locator("[role=status].notice")).hasText(says(asa, "home.first.put-away"));
            assertThat(panel(asa, "first-steps")).hasCount(0);
            asa.navigate(house.address("/settings"));
            panel(asa, "first-steps")
                    .locator("form[action='/first-steps'] button")
                    .click();
            assertThat(asa).hasURL(HOME);
            assertThat(panel(asa, "first-steps")).containsText(says(asa, "home.first.of", 3, 4));

            panel(asa, "first-steps").locator("a[href='/first-steps/practice']").click();
            house.inspect(asa);
            shoot(asa, "practice", round);
            button(asa, "/first-steps/practice").click();
            assertThat(asa.locator("[role=status].notice")).hasText(says(asa, "home.practice.confirmed"));
            house.inspect(asa);
            asa.locator("main .article > .actions a").click();
            assertThat(asa).hasURL(HOME);
            assertThat(panel(asa, "first-steps")).hasCount(0);
            keys(house, asa);
            assertThat(panel(house.at(RIN, "/"), "first-steps")).hasCount(0);
            assertThat(house.complaints()).isEmpty();
        }
    }

    /** Their organisation has registered nothing yet, also where somebody came before. */
    private void takeOut(Actor host) {
        var all = new AssetFilter(Optional.empty(), AssetFilter.Show.CURRENT, Optional.empty(), "");
        register.list(all, new Window(0, 50), host).forEach(asset -> register.remove(asset.id(), host));
    }

    /** The sheet of shortcuts comes only to whoever switched them on. */
    private static void keys(Visitors house, Page asa) {
        if (asa.viewportSize().width < 1000) {
            return;
        }
        asa.keyboard().press("?");
        assertThat(asa.locator("dialog[data-keys]")).not().isVisible();
        asa.navigate(house.address("/settings"));
        panel(asa, "keys").locator("input").check();
        asa.navigate(house.address("/"));
        asa.keyboard().press("?");
        assertThat(asa.locator("dialog[data-keys]")).isVisible();
    }

    private Page arrive(Visitors house, Actor host) {
        var administrator = house.at(host, "/organisations/" + host.organisation());
        administrator.locator("#f-name").first().fill("新田 朝");
        administrator.locator("#f-email").fill(login + "@member.example");
        administrator
                .locator("form[action$='/invitations'] input[value=MEMBER_POC]")
                .check();
        button(administrator, "/invitations").click();
        var link = administrator.locator("#secret").innerText();
        var asa = house.someone("/sign-in");
        new Device(asa);
        asa.navigate(link);
        asa.locator("#f-login").fill(login);
        button(asa, link.substring(link.lastIndexOf('/'))).click();
        asa.locator("#f-label").fill("職場のノート");
        asa.locator("[data-passkey-start]").click();
        assertThat(asa).hasURL(HOME);
        if (!house.language().getLanguage().equals(asa.locator("html").getAttribute("lang"))) {
            asa.locator(".footer button").click();
        }
        return asa;
    }

    private static void shoot(Page page, String name, Round round) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/looked-at/first-" + name + "-" + round + ".png"))
                .setFullPage(true));
    }
}
