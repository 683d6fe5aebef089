package noroshi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static noroshi.journey.Visitors.says;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.Locale;
import java.util.UUID;
import noroshi.journey.Visitors.Round;
import noroshi.testing.Browser.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A question is answered in one reply, and an open board shows what comes in. */
@OpenHouse
class TheConsultationDeskTests {
    @LocalServerPort
    int port;

    @ParameterizedTest
    @EnumSource(names = {"SWAPPED", "MIXED"})
    void aQuestionIsAnsweredInOneReply(Round round) {
        try (var house = new Visitors(port, round)) {
            var title = "How do we take stock " + UUID.randomUUID().toString().substring(30);
            var sora = house.at(SORA, "/desk/new?kind=CONSULTATION");
            sora.locator("#f-title").fill(title);
            sora.locator("#f-body").fill("Which list do we start from?");
            house.inspect(sora);
            sora.locator("button[name=step][value=send]").click();
            assertThat(sora.locator("h1")).hasText(title);
            house.inspect(sora);
            var path = AtTheDesk.path(sora);

            var dana = house.at(DANA, path);
            dana.locator("#f-answer").fill("Start from the list that was sent in March.");
            dana.locator("button[name=step][value=close]").first().click();
            var answered = house.at(SORA, path);
            assertThat(answered.locator(".comments")).containsText("Start from the list");
            assertThat(answered.locator(".labels")).containsText(says(answered, "desk.status.closed"));
            house.inspect(answered);
            assertThat(house.complaints()).isEmpty();
        }
    }

    /** Nobody presses anything at the desk; the keys work once they are switched on. */
    @Test
    void anOpenBoardShowsWhatComesIn() {
        try (var house = new Visitors(port, Look.DESKTOP, Locale.ENGLISH)) {
            var dana = house.at(DANA, "/desk");
            dana.evaluate("localStorage.setItem('noroshi:keys', 'on')");
            var title = "While you watch " + UUID.randomUUID().toString().substring(30);
            var sora = house.at(SORA, "/desk/new?kind=CONSULTATION");
            sora.locator("#f-title").fill(title);
            sora.locator("#f-body").fill("Do you see this?");
            sora.locator("button[name=step][value=send]").click();
            assertThat(sora.locator("h1")).hasText(title);
            assertThat(dana.locator(".board"))
                    .containsText(title, new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
            assertThat(dana.locator("[data-pulse-news]")).hasText(says(dana, "desk.board.moved"));
            dana.keyboard().press("j");
            assertThat(dana.locator(".board li a").first()).isFocused();
            house.inspect(dana);
            assertThat(house.complaints()).isEmpty();
        }
    }

    /** Nothing comes in, but what there is to do grows late by itself. */
    @Test
    void anOpenBoardAsksNowAndThenWhatThereIsToDo() {
        try (var house = new Visitors(port, Look.DESKTOP, Locale.ENGLISH)) {
            var dana = house.at(DANA, "/desk");
            dana.clock().install();
            dana.reload();
            var answer =
                    dana.waitForResponse("**/desk/board/due", () -> dana.clock().runFor(90_000));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(house.complaints()).isEmpty();
        }
    }
}
