package noroshi;

import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.SignedIn.as;
import static noroshi.testing.SignedIn.nobody;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.shared.Actor;
import noroshi.testing.Cast;
import noroshi.testing.WholeHouse;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint of the running application, asked by everybody of the cast with the ids of somebody else's things.
 *
 * <p>The table says for each endpoint who gets further; all others must be told that there is nothing. An endpoint that
 * is missing in the table fails the build.
 */
@WholeHouse
@TestPropertySource(properties = "noroshi.test=AccessMatrixTests") // its acts end sessions: a house of its own
@Import(MatrixThings.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTests {
    /** In an order that is the same in every run: what one of them does may be what the next one finds. */
    static final Map<String, Actor> CAST = Collections.unmodifiableMap(new TreeMap<>(Map.ofEntries(
            Map.entry("dana", Cast.DANA),
            Map.entry("ed", Cast.ED),
            Map.entry("ada", Cast.ADA),
            Map.entry("toru", Cast.TORU),
            Map.entry("mika", Cast.MIKA),
            Map.entry("rin", Cast.RIN),
            Map.entry("noor", Cast.NOOR),
            Map.entry("sora", Cast.SORA),
            Map.entry("otto", Cast.OTTO),
            Map.entry("kei", Cast.KEI),
            Map.entry("jun", Cast.JUN),
            Map.entry("mina", Cast.MINA),
            Map.entry("paul", Cast.PAUL),
            Map.entry("vera", Cast.VERA),
            Map.entry("gen", Cast.GEN))));

    /** Whose things the foreign ones are; to them, Mika's are foreign. */
    private static final Set<String> OTHER_CIRCLE = Set.of("gen", "mina", "paul");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    MatrixThings things;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    /** What nobody may change serves every question that must change nothing. */
    private Map<String, String> standing = Map.of();

    private Map<String, String> foreign = Map.of();

    @BeforeAll
    void make() {
        standing = things.fresh();
        foreign = things.foreign();
    }

    @Test
    void everyEndpointStandsInTheMatrix() {
        var listed = rows().map(MatrixRow::endpoint).collect(Collectors.toSet());
        assertThat(endpoints()).as("endpoints without a row").isSubsetOf(listed);
        assertThat(listed).as("rows without an endpoint").isSubsetOf(endpoints());
    }

    /** A field that takes an id is a way to somebody else's thing: each stands in a row of its endpoint. */
    @Test
    void everyIdFieldStandsInTheMatrix() {
        var missing = new TreeSet<String>();
        var found = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            if (!handler.getBeanType().getPackageName().startsWith("noroshi")) {
                return;
            }
            for (var endpoint : endpoints(mapping)) {
                IdFields.of(handler).forEach(field -> {
                    found.add(endpoint + " " + field);
                    if (rows().noneMatch(row -> row.endpoint().equals(endpoint)
                            && row.fields(standing).containsKey(field))) {
                        missing.add(endpoint + " " + field);
                    }
                });
            }
        });
        assertThat(missing).as("id fields without a row").isEmpty();
        assertThat(found)
                .contains("POST /assets/approvals asset", "POST /bulletins drop", "GET /desk/{reference} macro");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void onlyTheRightPeopleGetFurther(MatrixRow row) {
        if (row.forVisitors()) {
            return;
        }
        var softly = new SoftAssertions();
        for (var person : CAST.keySet()) {
            var ids = row.lets(person) && row.changes() ? things.fresh(row.variables(), standing) : standing;
            var answer = ask(row, ids, as(CAST.get(person)));
            var status = answer.getStatus();
            var story = row.endpoint() + " as " + person;
            if (row.open() && row.always() > 0) {
                softly.assertThat(status).as(story).isEqualTo(row.always());
            } else if (row.lets(person)) {
                softly.assertThat(status).as(story).isNotIn(401, 403, 404, 405).isLessThan(500);
            } else {
                softly.assertThat(status).as(story).isEqualTo(row.others().told(person));
            }
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void nobodyGetsIntoWhatIsNotPublic(MatrixRow row) {
        var answer = ask(row, standing, nobody());
        if ("/sign-in/lost".equals(answer.getForwardedUrl()) && !row.open()) {
            return; // answered there with 401 and what was typed; this test follows no forwards
        }
        var status = answer.getStatus();
        if (row.open() && row.always() > 0) {
            assertThat(status).as(row.endpoint()).isEqualTo(row.always());
        } else if (row.open()) {
            assertThat(status).as(row.endpoint()).isNotIn(401, 403).isLessThan(500);
        } else {
            assertThat(status).as(row.endpoint()).isIn(303, 401, 403);
        }
    }

    /** What is not yours and what is not there look the same to the byte. */
    @ParameterizedTest
    @MethodSource("rows")
    void notYoursAndNotThereAreTheSame(MatrixRow row) {
        if (row.hasIds() && !row.lets("otto")) {
            assertSame(row, standing, invented(standing), OTTO);
        }
    }

    /** Whoever gets further gets no further with the id of a thing that they may not know. */
    @ParameterizedTest
    @MethodSource("rows")
    void noOtherIdTakesThePlaceOfTheRightOne(MatrixRow row) {
        for (var kind : row.others(foreign)) {
            for (var person : CAST.keySet()) {
                if (row.lets(person) && !row.open()) {
                    takesNoOther(row, kind, person);
                }
            }
        }
    }

    private void takesNoOther(MatrixRow row, String kind, String person) {
        var actor = java.util.Objects.requireNonNull(CAST.get(person));
        if (row.silent() && OTHER_CIRCLE.contains(person)) {
            assertSame(row, standing, swapped(kind, invented()), actor);
        } else if (knows(person, kind)) {
            return;
        } else if (row.silent()) {
            assertSame(row, swapped(kind, foreign.getOrDefault(kind, "")), swapped(kind, invented()), actor);
        } else {
            assertThat(ask(row, swapped(kind, foreign.getOrDefault(kind, "")), as(actor))
                            .getStatus())
                    .as(row.endpoint() + " as " + person + " with another " + kind)
                    .isIn(403, 404, 422);
        }
    }

    /**
     * The Centre knows every community, its duty desk every asset, its administrator every person and organisation, and
     * what she brought. The other circle knows what is its own.
     */
    private static boolean knows(String person, String kind) {
        return switch (person) {
            case "ada" -> true;
            case "dana" -> kind.equals("community") || kind.equals("person") || kind.equals("asset");
            case "ed", "toru" -> kind.equals("community") || kind.equals("person");
            case "paul" -> !Set.of("dropped", "bundle", "object").contains(kind);
            case "gen", "mina" ->
                Set.of("community", "topic", "comment", "file").contains(kind);
            default -> false;
        };
    }

    private Map<String, String> swapped(String kind, String id) {
        var ids = new HashMap<>(standing);
        ids.put(kind, id);
        return ids;
    }

    /** A count that a job changes, as of mail that waits, differs until the job is done; what tells something apart, always. */
    private void assertSame(MatrixRow row, Map<String, String> there, Map<String, String> notThere, Actor actor) {
        var tries = 0;
        MockHttpServletResponse one;
        MockHttpServletResponse other;
        do {
            one = ask(row, there, as(actor));
            other = ask(row, notThere, as(actor));
        } while (!words(one, there).equals(words(other, notThere)) && ++tries < 100);
        assertThat(one.getStatus()).as(row.endpoint()).isEqualTo(other.getStatus());
        assertThat(words(one, there)).as(row.endpoint()).isEqualTo(words(other, notThere));
    }

    private MockHttpServletResponse ask(MatrixRow row, Map<String, String> ids, RequestPostProcessor who) {
        return Asking.ask(mvc, row, ids, who);
    }

    static String words(MockHttpServletResponse response, Map<String, String> ids) {
        var text = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8)
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                .replaceAll("(?s)<p class=\"paper\">.*?</p>", "")
                .replace("/desk/questions/" + ids.get("edition"), "/desk/questions/")
                .replace("/desk/forms/ministry/" + ids.get("edition"), "/desk/forms/ministry/")
                .replaceAll("[0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|D(-[2-9A-Z]{4}){2}", "");
        return ids.containsKey("login") ? text.replace(ids.get("login"), "") : text;
    }

    private static Stream<MatrixRow> rows() {
        return MatrixRow.all().stream();
    }

    private TreeSet<String> endpoints() {
        var endpoints = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getPackageName().startsWith("noroshi")) {
                endpoints.addAll(endpoints(mapping));
            }
        });
        return endpoints;
    }

    static List<String> endpoints(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods();
        var verbs = methods.isEmpty()
                ? List.of("GET")
                : methods.stream().map(Enum::name).toList();
        return mapping.getPatternValues().stream()
                .flatMap(path -> verbs.stream().map(verb -> verb + " " + path))
                .toList();
    }

    /** Ids of the right shape that nothing has. */
    private static Map<String, String> invented(Map<String, String> ids) {
        var invented = new HashMap<>(ids);
        invented.replaceAll((kind, id) -> switch (kind) {
            case "window", "form", "day", "post", "series", "weekday", "hour" -> id;
            case "reference" -> "D-2222-2222";
            case "quarantined" -> "f".repeat(64);
            case String other -> invented();
        });
        return invented;
    }

    static String invented() {
        return UUID.randomUUID().toString();
    }
}
