package noroshi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static noroshi.testing.Cast.NOOR;

import java.util.Locale;
import java.util.regex.Pattern;
import noroshi.testing.Browser.Look;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One address from the first page: pasted, Enter, answered. */
@OpenHouse
class AskingInOneLineTests {
    private static final Pattern ANSWERED = Pattern.compile(".*/intel/enquiries/new.*");

    @LocalServerPort
    int port;

    @Test
    void enterAsksAndShiftBeginsAnotherLine() {
        try (var house = new Visitors(port, Look.DESKTOP, Locale.JAPANESE)) {
            var noor = house.at(NOOR, "/");
            var field = noor.locator("#suspicious-q");
            field.fill("192.0.2.7");
            field.press("Shift+Enter");
            field.pressSequentially("192.0.2.8");
            assertThat(field).hasValue("192.0.2.7\n192.0.2.8");
            field.press("Enter");
            assertThat(field).hasValue("192.0.2.7\n192.0.2.8\n");

            field.fill("192.0.2.9");
            field.evaluate("""
                    field => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true }))""");
            assertThat(noor).not().hasURL(ANSWERED);
            field.press("Enter");
            assertThat(noor).hasURL(ANSWERED);
            assertThat(noor.locator("#f-q")).hasValue("192.0.2.9");
        }
    }
}
