package noroshi;

import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.testing.Cast;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint that takes the id of something that stands on a topic, for each label and each relation: the author, a
 * colleague at the author's window, somebody of the same community, somebody named, the addressed organisation, other
 * organisations, the stranger, and the Centre's people who were not admitted.
 *
 * <p>Whoever may read is never told that there is nothing; whoever may not is told the same as of an id that nothing has,
 * also when they write. The rule is {@link LabelledThing}'s, the endpoints are the running application's.
 */
@WholeHouse
@Import(LabelledThings.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LabelMatrixTests {
    private static final Map<String, Actor> PEOPLE = Map.ofEntries(
            Map.entry("mika", Cast.MIKA),
            Map.entry("rin", Cast.RIN),
            Map.entry("noor", Cast.NOOR),
            Map.entry("jun", Cast.JUN),
            Map.entry("paul", Cast.PAUL),
            Map.entry("mina", Cast.MINA),
            Map.entry("vera", Cast.VERA),
            Map.entry("gen", Cast.GEN),
            Map.entry("otto", Cast.OTTO),
            Map.entry("sora", Cast.SORA),
            Map.entry("kei", Cast.KEI),
            Map.entry("toru", Cast.TORU),
            Map.entry("dana", Cast.DANA),
            Map.entry("ed", Cast.ED),
            Map.entry("ada", Cast.ADA));

    /** By how they stand to what is Mika's: at her window, in her community, of the Centre, elsewhere, nowhere. */
    private static final List<List<String>> ALIKE = List.of(
            List.of("mika", "rin"),
            List.of("noor", "kei"),
            List.of("dana", "ed", "ada", "toru"),
            List.of("jun", "paul", "mina", "vera", "gen", "sora"),
            List.of("otto"));

    /** Where reading the topic is not enough: who of the readers gets further. */
    private static final Map<String, Set<String>> ONLY = only();

    /** The national picture, its lists and the waits are the Centre's; no copy was begun here, and no organisation is named. */
    private static Map<String, Set<String>> only() {
        var centre = Set.of("dana", "ed", "ada", "toru");
        var only = new HashMap<String, Set<String>>();
        only.put("GET /insight/topics/{id}", centre);
        for (var list : List.of("/insight/waits", "/insight/topics/{id}/views", "/insight/topics/{id}/people")) {
            List.of("", ".csv", ".xlsx").forEach(kind -> only.put("GET " + list + kind, centre));
        }
        only.put("GET /desk/{reference}/copy", Set.of());
        only.put("GET /organisations/{id}/topics", Set.of());
        return Map.copyOf(only);
    }

    /** What is handed to machines holds nothing that is RED, whoever asks. */
    private static final Set<String> NEVER_RED = Set.of("GET /api/v1/indicators/{id}");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    LabelledThings labelled;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private final Map<String, Told> ofNothing = new ConcurrentHashMap<>();
    private List<LabelledThing> things = List.of();
    private List<MatrixRow> rows = List.of();

    private record Told(int status, String words) {}

    @BeforeAll
    void make() {
        things = labelled.all();
        rows = MatrixRow.all().stream()
                .filter(row -> !row.open() && !Collections.disjoint(row.variables(), LabelledKinds.ON_TOPICS))
                .toList();
    }

    @Test
    void everyKindOfIdIsKnown() {
        var kinds = new TreeSet<String>();
        MatrixRow.all().forEach(row -> kinds.addAll(row.variables()));
        kinds.removeAll(LabelledKinds.ON_TOPICS);
        kinds.removeAll(LabelledKinds.ELSEWHERE);
        assertThat(kinds).as("kinds of ids that no list names").isEmpty();
    }

    @Test
    void everyRelationIsThere() {
        assertThat(PEOPLE.keySet()).isEqualTo(LabelledThing.PRINCIPALS.keySet());
        for (var tlp : Tlp.values()) {
            var readers = things.stream().filter(it -> it.tlp() == tlp).map(LabelledThing::readers);
            assertThat(readers)
                    .as(tlp.label())
                    .allSatisfy(them -> assertThat(them.size()).isBetween(1, PEOPLE.size()));
        }
    }

    @ParameterizedTest
    @EnumSource(Tlp.class)
    void whoMayNotReadIsToldTheSameAsOfNothing(Tlp tlp) {
        var wrong = questions(tlp).parallel().flatMap(this::judge).sorted().toList();
        assertThat(wrong).as("wrong answers, of which the first").isEmpty();
    }

    /** What this class finds out: a rule that lets one more or one fewer read is seen at the first look at the thing itself. */
    @ParameterizedTest
    @EnumSource(Tlp.class)
    void aRuleThatIsWrongByOneReaderIsFound(Tlp tlp) {
        var missed = things.stream()
                .filter(thing -> thing.tlp() == tlp)
                .flatMap(thing -> PEOPLE.keySet().stream().map(person -> wrongBy(person, thing)))
                .parallel()
                .filter(looks -> looks.stream().flatMap(this::judge).findAny().isEmpty())
                .map(looks ->
                        looks.getFirst().thing() + " and " + looks.getFirst().person())
                .sorted()
                .toList();
        assertThat(missed).as("mistakes that nothing here would find").isEmpty();
    }

    /** Somebody who looks at a thing, taken for a reader where they are none, and for none where they are one. */
    private List<Question> wrongBy(String person, LabelledThing thing) {
        var readers = new TreeSet<>(thing.readers());
        if (!readers.remove(person)) {
            readers.add(person);
        }
        return rows.stream()
                .filter(row -> row.method().equals("GET") && row.pattern().endsWith("}") && !row.silent())
                .filter(row -> thing.ids().keySet().containsAll(onTopics(row)))
                .map(row -> new Question(thing, row, person, readers))
                .toList();
    }

    /** The running application's endpoints, not only those that somebody wrote down. */
    @Test
    void everyEndpointOfATopicIsAsked() {
        var endpoints = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getPackageName().startsWith("noroshi")) {
                endpoints.addAll(AccessMatrixTests.endpoints(mapping));
            }
        });
        var listed = new HashSet<String>();
        MatrixRow.all().forEach(row -> listed.add(row.endpoint()));
        assertThat(endpoints).as("endpoints without a row").isSubsetOf(listed);
        for (var row : rows) {
            assertThat(things)
                    .as(row.endpoint() + " takes something that nothing here has")
                    .anyMatch(thing -> thing.ids().keySet().containsAll(onTopics(row)));
        }
    }

    private Stream<Question> questions(Tlp tlp) {
        return things.stream()
                .filter(thing -> thing.tlp() == tlp)
                .flatMap(thing -> rows.stream()
                        .filter(row -> thing.ids().keySet().containsAll(onTopics(row)))
                        .flatMap(row ->
                                asking(thing, row).map(person -> new Question(thing, row, person, thing.readers()))));
    }

    /** All readers ask, and for the thing itself everybody; of those who may not and stand alike, one tries the rest, in turns. */
    private static Stream<String> asking(LabelledThing thing, MatrixRow row) {
        var readers = thing.readers();
        var itself = row.method().equals("GET") && row.pattern().endsWith("}");
        var turn = Math.abs((row.endpoint() + thing).hashCode() % 60);
        var others = ALIKE.stream().flatMap(alike -> {
            var shut =
                    alike.stream().filter(person -> !readers.contains(person)).toList();
            return itself || shut.isEmpty() ? shut.stream() : Stream.of(shut.get(turn % shut.size()));
        });
        return row.method().equals("GET") ? Stream.concat(readers.stream(), others) : others;
    }

    /**
     * Somebody asks for something, or writes to it who may not.
     *
     * @param readers who may read it, as the rule says
     */
    private record Question(LabelledThing thing, MatrixRow row, String person, Set<String> readers) {
        boolean mayRead() {
            var leaves = thing.tlp() == Tlp.RED && NEVER_RED.contains(row.endpoint());
            return !leaves
                    && readers.contains(person)
                    && ONLY.getOrDefault(row.endpoint(), PEOPLE.keySet()).contains(person);
        }
    }

    /** What is wrong with the answer, in few words. */
    private Stream<String> judge(Question question) {
        var row = question.row();
        var told = ask(row, question.thing().ids(), question.person());
        var story = row.endpoint() + ", " + question.thing() + ", as " + question.person() + ": " + told.status();
        if (question.mayRead()) {
            return told.status() == 404 || told.status() >= 500
                    ? Stream.of(story + " though a reader")
                    : Stream.empty();
        }
        var nothing = ofNothing.computeIfAbsent(
                row.endpoint() + row.fieldText() + question.person(), it -> ask(row, Map.of(), question.person()));
        if (!told.equals(nothing)) {
            return Stream.of(story + ", of nothing " + nothing.status() + difference(told.words(), nothing.words()));
        }
        var named = !row.silent() && !Collections.disjoint(row.addressed(), LabelledKinds.ON_TOPICS);
        return named && told.status() != 404 && told.status() != row.others().told("all")
                ? Stream.of(story + " though not a reader")
                : Stream.empty();
    }

    private static String difference(String one, String other) {
        var at = 0;
        while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return " …" + one.substring(at, Math.min(one.length(), at + 80)) + "…";
    }

    private static Set<String> onTopics(MatrixRow row) {
        var kinds = new HashSet<>(row.variables());
        kinds.retainAll(LabelledKinds.ON_TOPICS);
        return kinds;
    }

    private Told ask(MatrixRow row, Map<String, String> of, String person) {
        var ids = new HashMap<>(Map.of(
                "community",
                Cast.RAIL.toString(),
                "window",
                Cast.RAILWAY.toString(),
                "person",
                Cast.NOOR.person().toString(),
                "form",
                "ministry",
                "reference",
                "D-2222-2222",
                "linked",
                "D-2222-2222"));
        ids.putAll(of);
        var answer = Asking.ask(mvc, row, ids, as(Objects.requireNonNull(PEOPLE.get(person))));
        return new Told(answer.getStatus(), words(answer, ids));
    }

    /** Without how much the reader has not read, which other questions change. */
    private static String words(MockHttpServletResponse answer, Map<String, String> ids) {
        return AccessMatrixTests.words(answer, ids)
                .replaceAll("<span class=\"count[^>]*>[^<]*<span [^>]*>[^<]*</span></span>", "")
                .replaceAll("\\s+", "")
                .intern();
    }
}
