package noroshi.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static noroshi.testing.SignedIn.nobody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import noroshi.demo.Papers.Line;
import noroshi.membership.signin.DemoSignIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The whole platform with the demo world: through the door as anybody of the cast, to the addresses one would guess. */
@SpringBootTest(properties = {"noroshi.demo=true", "noroshi.provider.begins=P1D"})
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import(Records.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnteringTheDemoTests {
    private static final Pattern HEADING = Pattern.compile("<h1[ >]");
    private static final Pattern TITLE = Pattern.compile("<title>\\s*\\S[^<]*</title>");
    private static final Pattern CHAIR = Pattern.compile("name=\"person\" value=\"(\\w+)\"");
    private static final List<String> GUESSED = List.of(
            "/",
            "/bulletins",
            "/bulletins/new",
            "/communities",
            "/search?q=ログ",
            "/insight",
            "/members",
            "/settings",
            "/topics",
            "/desk",
            "/sign-in");
    private static final List<String> NEWSROOM = List.of("ed", "dana", "toru");
    private static final int TOP_ITEMS = 5;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Records records;

    private final Map<String, Cookie> sessions = new HashMap<>();

    static List<String> cast() {
        return DemoSignIn.CAST;
    }

    private Cookie enter(String login) {
        return sessions.computeIfAbsent(login, it -> {
            var entered = mvc.post()
                    .uri("/sign-in/demo")
                    .param("person", it)
                    .with(nobody())
                    .exchange();
            assertThat(entered).as(it).hasStatus(HttpStatus.SEE_OTHER).hasHeader("Location", "/");
            return Objects.requireNonNull(entered.getResponse().getCookie("session"), it);
        });
    }

    private MockHttpServletResponse get(String login, String address) {
        var path = address.replaceFirst("\\?.*", "");
        var request = mvc.get().uri(path).cookie(enter(login));
        if (address.contains("?")) {
            for (var each : address.substring(address.indexOf('?') + 1).split("&")) {
                var field = each.split("=", 2);
                request.param(field[0], field[1]);
            }
        }
        var answer = request.exchange().getResponse();
        var onward = answer.getHeader("Location");
        return answer.getStatus() == HttpStatus.SEE_OTHER.value() && onward != null ? get(login, onward) : answer;
    }

    private String page(String login, String address) {
        var answer = get(login, address);
        assertThat(answer.getStatus()).as(address + " as " + login).isEqualTo(200);
        return new String(answer.getContentAsByteArray(), UTF_8);
    }

    @Test
    void theDoorOffersEveryChairAndNoOther() {
        var door = mvc.get().uri("/sign-in").exchange().getResponse();
        assertThat(CHAIR.matcher(new String(door.getContentAsByteArray(), UTF_8))
                        .results()
                        .map(chair -> chair.group(1)))
                .containsExactlyInAnyOrderElementsOf(Papers.read("cast").stream()
                        .map(line -> line.text("login"))
                        .toList())
                .hasSize(14);
        var someone = records.list("select login from membership.person where login ~ '[.]' limit 1")
                .getFirst();
        for (var login : List.of(someone, "nobody", "")) {
            assertThat(mvc.post().uri("/sign-in/demo").param("person", login).with(nobody()))
                    .as(login)
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
        for (var through : List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host")) {
            assertThat(mvc.post()
                            .uri("/sign-in/demo")
                            .param("person", "ada")
                            .header(through, "for=192.0.2.1")
                            .with(nobody()))
                    .as(through)
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    /** As {@code curl -d person=mika} does; a page elsewhere cannot, its browser says so. */
    @Test
    void aScriptEntersWithoutAFormAndAnotherSiteDoesNot() {
        assertThat(mvc.post().uri("/sign-in/demo").param("person", "mika"))
                .hasStatus(HttpStatus.SEE_OTHER)
                .cookies()
                .containsCookie("session");
        for (var site : List.of("cross-site", "same-site")) {
            assertThat(mvc.post().uri("/sign-in/demo").param("person", "mika").header("Sec-Fetch-Site", site))
                    .as(site)
                    .hasStatus(HttpStatus.FORBIDDEN);
        }
        for (var origin : List.of("http://elsewhere.example", "http://localhost:9090", "http://localhost", "null")) {
            assertThat(mvc.post()
                            .uri("/sign-in/demo")
                            .param("person", "mika")
                            .header("Host", "localhost:8080")
                            .header("Origin", origin))
                    .as(origin)
                    .hasStatus(HttpStatus.FORBIDDEN);
        }
        assertThat(mvc.post()
                        .uri("/sign-in/demo")
                        .param("person", "mika")
                        .header("Host", "localhost:8080")
                        .header("Origin", "http://localhost:8080"))
                .as("a browser too old to say from which site, on the form itself")
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(mvc.post().uri("/sign-in").param("login", "mika")).hasStatus(HttpStatus.FORBIDDEN);
    }

    @ParameterizedTest
    @MethodSource("cast")
    void everybodyEntersAndEveryGuessedAddressIsAPage(String login) {
        var name = Papers.read("cast").stream()
                .filter(line -> line.text("login").equals(login))
                .findFirst()
                .orElseThrow()
                .text("name");
        assertThat(page(login, "/settings")).contains("value=\"" + name + "\"");
        var topics = ranked().limit(TOP_ITEMS).map(id -> "/topics/" + id);
        Stream.concat(GUESSED.stream(), topics).forEach(address -> {
            var answer = get(login, address);
            var story = address + " as " + login;
            assertThat(answer.getStatus()).as(story).isEqualTo(expected(login, address));
            var html = new String(answer.getContentAsByteArray(), UTF_8);
            assertThat(HEADING.matcher(html).results().count()).as(story).isEqualTo(1);
            assertThat(TITLE.matcher(html).find()).as(story).isTrue();
            assertThat(answer.getHeader("Content-Security-Policy")).as(story).isNotNull();
        });
    }

    /** Otto's organisation sits in no community: for him a bulletin to those who take part is not there. */
    private int expected(String login, String address) {
        if (address.equals("/bulletins/new") && !NEWSROOM.contains(login)) {
            return 403;
        }
        var hidden = login.equals("otto")
                && address.startsWith("/topics/")
                && records.number(
                                "select count(*) from topic.audience where principal = membership.everyone() and topic = '"
                                        + address.substring("/topics/".length()) + "'")
                        == 0;
        return hidden ? 404 : 200;
    }

    /** The most read first. */
    private static Stream<String> ranked() {
        return Papers.read("rankings").stream()
                .sorted(Comparator.comparingInt((Line line) -> line.number("total_views"))
                        .reversed())
                .map(line -> Ids.of("topic", line.text("bulletin")).toString());
    }

    /** Each for themselves, whatever their profile said before. */
    @Test
    void theLevelThatWasChosenIsRemembered() {
        var topic = ranked().findFirst().orElseThrow();
        for (var login : List.of("sora", "mika")) {
            for (var level : List.of("general", "pro", "general")) {
                var chosen = title(topic, level);
                assertThat(page(login, "/topics/" + topic + "?level=" + level)).contains(chosen);
                assertThat(page(login, "/topics/" + topic)).as(login + level).contains("<h1", chosen);
                var other = login.equals("mika") ? "noor" : "kei";
                assertThat(page(other, "/topics/" + topic)).contains(title(topic, "pro"));
            }
        }
    }

    private String title(String topic, String level) {
        return records.list("""
                select x.title from topic.text x join topic.topic t on t.id = x.topic and t.version = x.version
                 where x.topic = '%s' and lower(x.level) = '%s'
                """.formatted(topic, level)).getFirst();
    }

    /** The Centre's page counts what the source published, on the moved days. */
    @Test
    void theStatisticsShowTheFiguresOfTheSource() {
        var weeks = records.number("select moved_weeks from demo.world");
        var daily = Papers.read("daily");
        var from = daily.getFirst().day("date").plusWeeks(weeks);
        var to = daily.getLast().day("date").plusWeeks(weeks);
        var shown = page("dana", "/insight/days.csv?from=" + from + "&to=" + to)
                .lines()
                .map(line -> List.of(line.replace("\"", "").split(",", -1)))
                .toList();
        var today = LocalDate.now(Calendar.ZONE).toString();
        for (var line : daily) {
            var day = line.day("date").plusWeeks(weeks).toString();
            if (day.equals(today)) {
                continue; // these tests sign in, too
            }
            assertThat(shown)
                    .as(day)
                    .filteredOn(row -> row.contains(day))
                    .singleElement(LIST)
                    .contains(line.text("logins"), line.text("views"));
        }
        var page = page("dana", "/insight");
        assertThat(page)
                .containsPattern("ログインは[^。]*" + date("2021-07-21", weeks) + "[^。]* 564 人が最多")
                .containsPattern("トピック参照は[^。]*" + date("2021-07-23", weeks) + "[^。]* 7,449 回が最多")
                .containsPattern("1人あたりの参照は[^。]*" + date("2021-07-22", weeks) + "[^。]*最多");
        for (var total : List.of("198,0\\d\\d", "559,\\d{3}", "8,000")) {
            assertThat(page).as("cumulative totals").containsPattern(">" + total + "<");
        }
        var ranking = page("dana", "/insight/topics.csv?by=item");
        var most = records.number("select count(*) from topic.view where topic = '"
                + ranked().findFirst().orElseThrow() + "'");
        assertThat(ranking.lines().skip(1).findFirst().orElseThrow()).contains("," + most + ",");
    }

    private static String date(String original, long weeks) {
        var day = LocalDate.parse(original).plusWeeks(weeks);
        return day.getMonthValue() + "/" + day.getDayOfMonth() + "（";
    }
}
