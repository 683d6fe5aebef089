package noroshi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static noroshi.journey.Visitors.button;
import static noroshi.journey.Visitors.panel;
import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.OTTO;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import noroshi.testing.Browser.Look;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The next event starts from the last: everybody's first page shows it, and the figures carry its markers. */
@OpenHouse
class PreparingAnEventTests {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({"DESKTOP, ja", "PHONE, en"})
    void fromTheLastEventToTheFiguresOfTheNext(Look look, Locale language) {
        var name = "大会 " + UUID.randomUUID().toString().substring(30);
        try (var house = new Visitors(port, look, language)) {
            var ada = house.at(ADA, "/events");
            start(ada, "前の" + name, TODAY.minusDays(200), "");
            var last = ada.url();
            ada.locator("#f-date").fill(TODAY.minusDays(200).toString());
            ada.locator("#f-labelJa").fill("開会式 " + name);
            ada.locator("#f-labelEn").fill("開会式 " + name);
            button(ada, "/parts").last().click();

            ada.navigate(house.address("/events"));
            start(ada, name, TODAY.minusDays(1), "前の" + name);
            assertThat(ada).not().hasURL(last);
            assertThat(panel(ada, "parts")).containsText("開会式 " + name);
            house.inspect(ada);
            shoot(ada, "event", look, language);
            assertThat(house.at(MIKA, "/").locator("main")).not().containsText(name);
            button(ada, "/mode").click();

            for (var reader : new noroshi.shared.Actor[] {MIKA, OTTO}) {
                var home = house.at(reader, "/");
                assertThat(home.locator("main")).containsText(house.say("home.event.day", 2));
                home.locator("main a:has-text('" + name + "')").first().click();
                house.inspect(home);
                button(home, "/participation").first().click();
                assertThat(home.locator("[role=status].notice")).hasText(house.say("insight.programme.joined"));
            }
            assertThat(panel(house.at(ADA, ada.url().replaceAll(".*(/events/[0-9a-f-]+).*", "$1")), "taking-part"))
                    .containsText(house.say("insight.programme.organisations", 2));

            var figures = house.at(ADA, "/insight?period=custom&from=" + TODAY.minusDays(10) + "&to=" + TODAY);
            assertThat(panel(figures, "daily").locator("svg").first()).containsText("開会式");
            house.inspect(figures);
            shoot(figures, "figures", look, language);
            assertThat(house.complaints()).isEmpty();
        }
    }

    private static void start(Page ada, String name, LocalDate first, String preset) {
        ada.locator("#f-labelJa").fill(name);
        ada.locator("#f-labelEn").fill(name);
        ada.locator("#f-date").fill(first.toString());
        ada.locator("#f-end").fill(first.plusDays(3).toString());
        if (!preset.isEmpty()) {
            ada.locator("#f-preset").selectOption(new SelectOption().setLabel(preset));
        }
        button(ada, "/events").click();
        assertThat(ada).hasURL(java.util.regex.Pattern.compile(".*/events/[0-9a-f-]{36}$"));
    }

    private static void shoot(Page page, String name, Look look, Locale language) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/looked-at/events-" + name + "-" + look + "-" + language + ".png"))
                .setFullPage(true));
    }
}
