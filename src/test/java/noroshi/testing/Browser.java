package noroshi.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import noroshi.shared.Actor;

/** A real browser for journeys: {@code @Tag("journey")}. It listens for what browsers only mutter. */
public final class Browser implements AutoCloseable {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    private static final double PATIENCE_MILLIS = 20_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    private final Playwright playwright = Playwright.create();
    private final com.microsoft.playwright.Browser chromium = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));

    /** How somebody looks at the platform. */
    public enum Look {
        DESKTOP(1440, 900, ColorScheme.LIGHT, true, "ja-JP"),
        PHONE(390, 844, ColorScheme.LIGHT, true, "ja-JP"),
        ENGLISH_PHONE(390, 844, ColorScheme.LIGHT, true, "en-US"),
        DARK(1440, 900, ColorScheme.DARK, true, "ja-JP"),
        WITHOUT_SCRIPT(1440, 900, ColorScheme.LIGHT, false, "ja-JP");

        private final int width;
        private final int height;
        private final ColorScheme scheme;
        private final boolean script;
        private final String language;

        Look(int width, int height, ColorScheme scheme, boolean script, String language) {
            this.width = width;
            this.height = height;
            this.scheme = scheme;
            this.script = script;
            this.language = language;
        }
    }

    /** A window of its own, with its own cookies. */
    public BrowserContext window(Look look) {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(look.width, look.height)
                .setColorScheme(look.scheme)
                .setJavaScriptEnabled(look.script)
                .setLocale(look.language)
                .setTimezoneId("Asia/Tokyo"));
    }

    /** A window in which somebody of the cast is signed in at an address. */
    public BrowserContext window(Look look, Actor actor, String address) {
        var window = window(look);
        window.addCookies(List.of(new Cookie("session", Cast.session(actor.person())).setUrl(address)));
        return window;
    }

    /** What is wrong with the page at an address: refusals by the security policy, overflow, accessibility. */
    public List<String> complaints(BrowserContext window, String address) {
        try (var page = window.newPage()) {
            var complaints = new ArrayList<String>();
            listen(page, complaints);
            page.navigate(address);
            complaints.addAll(complaints(page));
            return complaints.stream().map(each -> address + ": " + each).toList();
        }
    }

    /** Notes what the browser only mutters: what the security policy refused, faults of scripts. */
    public void listen(Page page, Collection<String> complaints) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("responded with a status of")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(fault -> complaints.add(page.url() + ": " + fault));
    }

    /** What is wrong with the page as it stands. */
    public List<String> complaints(Page page) {
        var complaints = outlineComplaints(page);
        bars(page, "static"); // what one lies over while the page is scrolled so is not too small to be hit
        note(new AxeBuilder(page).withTags(RULES), complaints);
        bars(page, "");
        return complaints;
    }

    /** What is wrong with its heading, its title and its width, which is soon seen. */
    public List<String> outlineComplaints(Page page) {
        var complaints = new ArrayList<String>();
        if (page.locator("h1").count() != 1 || page.title().isBlank()) {
            complaints.add("one heading and a title it should have: " + page.title());
        }
        width(page, complaints);
        return complaints;
    }

    /** What is wrong with the colours, and with the width; in the dark nothing else is different. */
    public List<String> colourComplaints(Page page) {
        var complaints = new ArrayList<String>();
        width(page, complaints);
        note(new AxeBuilder(page).withRules(COLOURS), complaints);
        return complaints;
    }

    private static void bars(Page page, String position) {
        page.evaluate(
                "position => document.querySelectorAll('.top, .tabbar').forEach(bar => bar.style.position = position)",
                position);
    }

    private static void width(Page page, Collection<String> complaints) {
        if (page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
                .equals(true)) {
            complaints.add("wider than the window: " + page.url());
        }
    }

    private static void note(AxeBuilder check, List<String> complaints) {
        check.setLegacyMode(true) // in the page itself: ours have no frames, and a second page for each result takes as
                // long again
                .analyze()
                .getViolations()
                .forEach(violation -> violation
                        .getNodes()
                        .forEach(node ->
                                complaints.add(violation.getId() + " " + node.getTarget() + " " + node.getHtml())));
    }

    /** Whether it still runs. */
    public boolean isOpen() {
        return chromium.isConnected();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
