package noroshi;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import noroshi.membership.Invitations;
import noroshi.membership.NewInvitation;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.testing.Browser;
import noroshi.testing.Browser.Look;
import noroshi.testing.Cast;
import noroshi.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page of the running application, as the first of those who may open it sees it: on a desktop, in English on a
 * phone, by day and in the dark, and without scripts. The access matrix says who may; a new page is looked at from its first day.
 */
@Tag("journey")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "noroshi.provider.begins=P1D")
@Import({World.class, MatrixThings.class, BothTongues.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTests {
    /** Pages that look otherwise with a word in the address, and for whom. */
    private static final List<String> VARIANTS = List.of(
            "mika /topics/{bulletin}?level=pro",
            "mika /topics/{bulletin}?level=general",
            "kei /topics/{topic}?quotes={comment}",
            "mika /topics/new?parent={topic}",
            "mika /topics?addressed=true&unread=true&unanswered=true",
            "otto /topics?own=true",
            "mika /bulletins?unconfirmed=true",
            "mika /search?q=zzzz",
            "ed /bulletins/manuscripts/{manuscript}?reach=1",
            "ed /intel/bundles/{bundle}?show=objects",
            "ed /intel/bundles/{bundle}?show=refused",
            "ed /intel/bundles/{bundle}?show=remarks",
            "ed /intel/blocklists",
            "ed /intel/blocklists/{blocklist}",
            "ed /intel/blocklists/{blocklist}/recipients?q=e",
            "ada /",
            "ada /settings",
            "ada /audit?whose=all&person=nobody",
            "ada /audit?whose=sealed&subject=typed",
            "otto /audit?whose=organisation",
            "ada /members",
            "rin /members",
            "rin /members/{person}",
            "rin /insight/mail?outcome=refused",
            "dana /insight/counted?what=logins&whole=true",
            "dana /insight/registered?show=people",
            "dana /insight/waits?wait=never",
            "kei /communities/{community}/figures/topics?show=questions",
            "rin /insight/outside/counted?show=organisations",
            "dana /insight/topics/{bulletin}/views?whole=true&show=reached",
            "rin /organisations/{organisation}",
            "ada /organisations/{organisation}",
            "rin /organisations/{organisation}/topics",
            "ada /organisations/{organisation}/topics",
            "ada /insight",
            "ada /insight/reach?show=silent",
            "ada /insight/topics?by=item",
            "kei /communities/{community}",
            "otto /communities",
            "toru /desk/watch",
            "otto /desk/articles",
            "mika /desk/{reference}/vendors",
            "dana /desk/figures?told=ALL&list=true",
            "dana /desk",
            "dana /desk/{laden}",
            "mika /desk/{laden}",
            "mina /desk/{laden}",
            "mika /nowhere");

    /** Parts of a page, for the scripts that ask. */
    private static final Set<String> PARTS = Set.of("/topics/similar", "/desk/board", "/desk/board/due");

    private static final String WHAT_STANDS_THERE = """
            [...document.querySelectorAll('main h1, main h2, main h3, main th, main dt, main label, main [type=submit]')]
                .filter(each => each.checkVisibility()).map(each => each.textContent.trim())""";

    @LocalServerPort
    int port;

    @Autowired
    MatrixThings things;

    @Autowired
    Invitations invitations;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private final List<Eye> eyes =
            List.of(new Eye(List.of(Look.DESKTOP, Look.WITHOUT_SCRIPT)), new Eye(List.of(Look.ENGLISH_PHONE)));

    private Map<String, String> ids = Map.of();

    /** An address, and who opens it; nobody signed in when empty. */
    record Visit(String person, String address) {}

    @BeforeAll
    void open() {
        ids = new HashMap<>(things.fresh());
        ids.put("laden", things.matters.laden.bring("いろいろのある案件").reference());
        var invitation = new NewInvitation(Cast.RAILWAY, "新人", "new@member.example", Set.of(Role.MEMBER_USER));
        ids.put("invited", invitations.invite(invitation, Cast.RIN).text());
    }

    @AfterAll
    void close() throws Exception {
        for (var eye : eyes) {
            eye.close();
        }
    }

    Stream<Visit> pages() {
        var rows = MatrixRow.all();
        var listed = mappings.getHandlerMethods().entrySet().stream()
                .filter(each -> each.getValue().getBeanType().getPackageName().startsWith("noroshi"))
                .filter(each -> each.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(each -> each.getKey().getPatternValues().stream())
                .filter(pattern -> !pattern.startsWith("/taxii2")) // machines alone; a session opens nothing there
                .filter(pattern -> !pattern.startsWith("/lists/"))
                .filter(pattern -> !PARTS.contains(pattern))
                .filter(pattern -> !pattern.equals("/desk/articles/near"))
                .filter(pattern -> !pattern.equals("/notifications/stream")) // no page, and without an end
                .distinct()
                .sorted()
                .map(pattern -> rows.stream()
                        .filter(row -> row.endpoint().equals("GET " + pattern))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(pattern + " stands not in the access matrix")))
                .filter(row -> row.someone().isPresent())
                .map(row -> new Visit(row.someone().orElseThrow(), row.address(ids)));
        var variants = VARIANTS.stream()
                .map(each -> each.split(" ", 2))
                .map(each -> new Visit(each[0], MatrixRow.fill(each[1], ids)));
        var links = Stream.of(new Visit("", "/invitations/" + ids.get("invited")));
        return Stream.of(listed, variants, links).flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothingIsToComplainAbout(Visit visit) throws Exception {
        var coming = eyes.stream().map(eye -> eye.look(visit)).toList();
        var texts = new EnumMap<Look, Object>(Look.class);
        var complaints = new ArrayList<String>();
        for (var seen : coming) {
            complaints.addAll(seen.get().complaints());
            texts.putAll(seen.get().texts());
        }
        assertThat(complaints).isEmpty();
        assertThat(texts.get(Look.WITHOUT_SCRIPT)).as("without scripts").isEqualTo(texts.get(Look.DESKTOP));
    }

    private record Seen(List<String> complaints, Map<Look, Object> texts) {}

    /** A browser that looks in some ways, on a thread of its own, as its driver demands; two take half the time of one. */
    private final class Eye {
        private final List<Look> looks;
        private final ExecutorService thread = Executors.newSingleThreadExecutor();
        private final Future<Browser> browser = thread.submit(Browser::new);
        private final Map<String, Page> windows = new HashMap<>();
        private final List<String> muttered = new ArrayList<>();

        Eye(List<Look> looks) {
            this.looks = looks;
        }

        Future<Seen> look(Visit visit) {
            return thread.submit(() -> seen(visit));
        }

        private Seen seen(Visit visit) throws Exception {
            var complaints = new ArrayList<String>();
            var texts = new EnumMap<Look, Object>(Look.class);
            if (isPage(visit)) {
                for (var look : looks) {
                    var page = window(look, visit.person());
                    page.navigate(address() + visit.address());
                    if (look != Look.WITHOUT_SCRIPT) {
                        complaints.addAll(browser.get().complaints(page));
                    }
                    texts.put(look, page.evaluate(WHAT_STANDS_THERE));
                    assertThat(page.locator("html").getAttribute("lang"))
                            .isEqualTo(look == Look.ENGLISH_PHONE ? "en" : "ja");
                    if (look == Look.ENGLISH_PHONE) {
                        show(page, ColorScheme.DARK);
                        complaints.addAll(browser.get().colourComplaints(page));
                        show(page, ColorScheme.LIGHT);
                    }
                    page.navigate(address() + "/livez"); // what renews itself stops
                }
            }
            complaints.addAll(muttered);
            muttered.clear();
            return new Seen(complaints, texts);
        }

        /** At once: half way from one colour to another nothing can be read. */
        private static void show(Page page, ColorScheme scheme) {
            page.emulateMedia(new Page.EmulateMediaOptions()
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setColorScheme(scheme));
            page.evaluate("Promise.all(document.getAnimations().map(each => each.finished)).then(() => true)");
        }

        private boolean isPage(Visit visit) throws Exception {
            var answer =
                    window(looks.getFirst(), visit.person()).context().request().get(address() + visit.address());
            assertThat(answer.status()).isIn(200, 404);
            return Objects.requireNonNullElse(answer.headers().get("content-type"), "")
                    .startsWith("text/html");
        }

        /** One for each person and look: a new one for each page costs more than the page. */
        private Page window(Look look, String person) throws Exception {
            var known = windows.get(person + look);
            if (known != null) {
                return known;
            }
            var fresh = person.isEmpty()
                    ? browser.get().window(look)
                    : browser.get().window(look, of(person), address());
            var page = fresh.newPage();
            browser.get().listen(page, muttered);
            windows.put(person + look, page);
            return page;
        }

        void close() throws Exception {
            thread.submit(() -> {
                        browser.get().close();
                        return true;
                    })
                    .get();
            thread.shutdown();
        }
    }

    /** One of the matrix, or the ministry that a matter was told to. */
    private static Actor of(String person) {
        return Objects.requireNonNull(AccessMatrixTests.CAST.get(person));
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
