package noroshi.journey;

import com.microsoft.playwright.BrowserContext;
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
import org.jspecify.annotations.Nullable;

/** People of the cast, each at a screen of their own. What is wrong with a page is noted down. */
final class Visitors implements AutoCloseable {
    private static final Words WORDS = new Words();
    /** One for all journeys: to start it takes longer than many a walk's first pages. It goes with the process. */
    private static @Nullable Browser shared;

    private final Browser browser = browser();
    private final List<BrowserContext> windows = new ArrayList<>();
    private final Map<Actor, Page> screens = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private final String address;
    private final List<Seat> seats;
    private final boolean closely;
    private int taken;

    /** How somebody looks at the platform, and in which language. */
    private record Seat(Look look, Locale language) {}

    /**
     * Who comes with what. The four rounds of a journey put every role before each language at each width once, and let
     * people work together who see it differently. Two of them, in which everybody sees both languages and both widths, look
     * at pages closely; the others at their heading and width. Without scripts it is gone through once more.
     */
    enum Round {
        MIXED(
                true,
                new Seat(Look.DESKTOP, Locale.JAPANESE),
                new Seat(Look.PHONE, Locale.ENGLISH),
                new Seat(Look.PHONE, Locale.JAPANESE),
                new Seat(Look.DESKTOP, Locale.ENGLISH)),
        SWAPPED(
                true,
                new Seat(Look.PHONE, Locale.ENGLISH),
                new Seat(Look.DESKTOP, Locale.JAPANESE),
                new Seat(Look.DESKTOP, Locale.ENGLISH),
                new Seat(Look.PHONE, Locale.JAPANESE)),
        CROSSED(
                false,
                new Seat(Look.PHONE, Locale.JAPANESE),
                new Seat(Look.DESKTOP, Locale.ENGLISH),
                new Seat(Look.DESKTOP, Locale.JAPANESE),
                new Seat(Look.PHONE, Locale.ENGLISH)),
        CROSSED_BACK(
                false,
                new Seat(Look.DESKTOP, Locale.ENGLISH),
                new Seat(Look.PHONE, Locale.JAPANESE),
                new Seat(Look.PHONE, Locale.ENGLISH),
                new Seat(Look.DESKTOP, Locale.JAPANESE)),
        WITHOUT_SCRIPT(false, new Seat(Look.WITHOUT_SCRIPT, Locale.JAPANESE));

        private final boolean closely;
        private final List<Seat> seats;

        Round(boolean closely, Seat... seats) {
            this.closely = closely;
            this.seats = List.of(seats);
        }
    }

    /** Everybody with the same. */
    Visitors(int port, Look look, Locale language) {
        this(port, List.of(new Seat(look, language)), true);
    }

    /** Each in turn with what this round gives them, in the order in which they come. */
    Visitors(int port, Round round) {
        this(port, round.seats, round.closely);
    }

    /**
     * Whoever comes first, and every second after them, sits at a desk; whoever comes second looks at a phone, in the
     * other language. With both languages in turn, everybody has had each.
     */
    static Visitors secondOnAPhone(int port, Locale theirs) {
        var others = theirs.equals(Locale.JAPANESE) ? Locale.ENGLISH : Locale.JAPANESE;
        return new Visitors(
                port,
                List.of(
                        new Seat(Look.DESKTOP, others),
                        new Seat(Look.PHONE, theirs),
                        new Seat(Look.PHONE, others),
                        new Seat(Look.DESKTOP, theirs)),
                true);
    }

    private Visitors(int port, List<Seat> seats, boolean closely) {
        this.address = "http://localhost:" + port;
        this.seats = seats;
        this.closely = closely;
    }

    private static Browser browser() {
        var open = shared;
        if (open == null || !open.isOpen()) {
            open = new Browser();
            shared = open;
        }
        return open;
    }

    /** The person's screen, at an address of the platform. */
    Page at(Actor actor, String path) {
        var screen = screens.computeIfAbsent(actor, this::sitDown);
        screen.navigate(address + path);
        return screen;
    }

    /** The screen of somebody who is not signed in, at an address of the platform. */
    Page someone(String path) {
        var screen = page(browser.window(seats.getFirst().look()));
        screen.navigate(address + path);
        return screen;
    }

    private Page sitDown(Actor actor) {
        var seat = seats.get(taken++ % seats.size());
        var screen = page(browser.window(seat.look(), actor, address));
        screen.navigate(address + "/");
        if (!seat.language().equals(language(screen))) {
            screen.locator(".footer button").click();
        }
        return screen;
    }

    private Page page(BrowserContext window) {
        windows.add(window);
        var screen = window.newPage();
        browser.listen(screen, complaints);
        return screen;
    }

    private static Locale language(Page screen) {
        return Locale.of(screen.locator("html").getAttribute("lang"));
    }

    String address(String path) {
        return address + path;
    }

    /** Notes what is wrong with the page as it stands. */
    void inspect(Page screen) {
        if (seats.getFirst().look() == Look.WITHOUT_SCRIPT) {
            return;
        }
        var found = closely ? browser.complaints(screen) : browser.outlineComplaints(screen);
        found.forEach(each -> complaints.add(screen.url() + ": " + each));
    }

    List<String> complaints() {
        return complaints;
    }

    /** In which language whoever comes first reads. */
    Locale language() {
        return seats.getFirst().language();
    }

    /** A sentence of the platform in the language of everybody. */
    String say(String key, Object... arguments) {
        return WORDS.text(seats.getFirst().language(), key, arguments);
    }

    /** A sentence of the platform in the language of this screen. */
    static String says(Page screen, String key, Object... arguments) {
        return WORDS.text(language(screen), key, arguments);
    }

    /** One of two names, by the language of this screen. */
    static String either(Page screen, String japanese, String english) {
        return language(screen).equals(Locale.JAPANESE) ? japanese : english;
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
        windows.forEach(BrowserContext::close);
    }
}
