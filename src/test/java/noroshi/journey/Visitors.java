package noroshi.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import noroshi.shared.Actor;
import noroshi.site.Words;
import noroshi.testing.Browser;
import noroshi.testing.Browser.Look;

/** People of the cast, each at a screen of their own, all in one language. What is wrong with a page is noted down. */
final class Visitors implements AutoCloseable {
    private static final Words WORDS = new Words();

    private final Browser browser = new Browser();
    private final Map<Actor, Page> screens = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private final String address;
    private final Look look;
    private final Locale language;

    Visitors(int port, Look look, Locale language) {
        this.address = "http://localhost:" + port;
        this.look = look;
        this.language = language;
    }

    /** The person's screen, at an address of the platform. */
    Page at(Actor actor, String path) {
        var screen = screens.computeIfAbsent(actor, this::sitDown);
        screen.navigate(address + path);
        return screen;
    }

    /** The screen of somebody who is not signed in, at an address of the platform. */
    Page someone(String path) {
        var screen = browser.window(look).newPage();
        browser.listen(screen, complaints);
        screen.navigate(address + path);
        return screen;
    }

    private Page sitDown(Actor actor) {
        var screen = browser.window(look, actor, address).newPage();
        browser.listen(screen, complaints);
        screen.navigate(address + "/");
        if (!language.getLanguage().equals(screen.locator("html").getAttribute("lang"))) {
            screen.locator(".footer button").click();
        }
        return screen;
    }

    String address(String path) {
        return address + path;
    }

    /** Notes what is wrong with the page as it stands. */
    void inspect(Page screen) {
        if (look == Look.WITHOUT_SCRIPT) {
            return;
        }
        browser.complaints(screen).forEach(each -> complaints.add(screen.url() + ": " + each));
    }

    List<String> complaints() {
        return complaints;
    }

    /** A sentence of the platform in the visitors' language. */
    String say(String key, Object... arguments) {
        return WORDS.text(language, key, arguments);
    }

    /** The part of a page under this heading. */
    static Locator panel(Page screen, String id) {
        return screen.locator("section[aria-labelledby=" + id + "]");
    }

    /** The button that sends something to an address ending so. */
    static Locator button(Page screen, String ending) {
        return screen.locator("main form[action$='" + ending + "'] button").first();
    }

    @Override
    public void close() {
        browser.close();
    }
}
