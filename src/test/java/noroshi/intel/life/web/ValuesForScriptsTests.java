package noroshi.intel.life.web;

import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAILWAY;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Indicators;
import noroshi.intel.life.Papers;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.testing.Cast;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Scripts read of values what their account reads on pages, and nothing that is RED. */
@WholeHouse
@Import(Papers.class)
class ValuesForScriptsTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Papers papers;

    @Autowired
    Indicators indicators;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @Test
    void valuesAreThoseOfTheirReaderAndNothingRed() {
        var red = Papers.name();
        var railways = Papers.name();
        papers.publish(Tlp.RED, MIKA.person(), red, "x" + red);
        papers.publish(Tlp.AMBER, Cast.office("window", RAILWAY), railways);
        for (var text : List.of(red, "x" + red + "," + red)) {
            assertThat(values(text, MIKA)).as("RED is for a person, on pages").isEmpty();
        }
        assertThat(values(railways, MIKA)).containsExactly(railways);
        assertThat(values(railways, OTTO)).isEmpty();
        var found =
                indicators.find(Asked.read(railways), new Window(0, 1), MIKA).getFirst();
        assertThat(mvc.get().uri("/api/v1/indicators/" + found.id()).with(as(OTTO)))
                .hasStatus(404);
        var own = indicators.find(Asked.read(red), new Window(0, 1), MIKA).getFirst();
        assertThat(mvc.get().uri("/api/v1/indicators/" + own.id()).with(as(MIKA)))
                .hasStatus(404);
    }

    @Test
    void whatIsAbsentIsSaidOfAllThatWasAskedOnEveryPage() {
        var known = Stream.generate(Papers::name).limit(101).toList();
        papers.publish(Tlp.AMBER, Cast.office("window", RAILWAY), known.toArray(String[]::new));
        var red = Papers.name();
        papers.publish(Tlp.RED, MIKA.person(), red);
        var unknown = Papers.name();
        var all = String.join(",", known) + "," + red + "," + unknown;
        for (var page : List.of(1, 2)) {
            var answer = asked(all + "&page=" + page, MIKA);
            assertThat(answer.path("items").size()).isBetween(1, 100);
            assertThat(answer.path("absent").valueStream().map(JsonNode::asString))
                    .containsExactly(red, unknown);
        }
        assertThat(asked(known.getFirst() + "," + unknown, OTTO)
                        .path("absent")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactly(known.getFirst(), unknown);
    }

    @Test
    void whatWasNotLookedAtIsSaid() {
        var all = Stream.generate(Papers::name).limit(503).toList();
        var answer = asked(String.join(",", all), MIKA);
        assertThat(answer.path("absent").size()).isEqualTo(500);
        assertThat(answer.path("rest").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(all.subList(500, 503));
        for (var wild : List.of("*.qa.net", "*.qa.net,a.example")) {
            var asked = asked(wild, MIKA);
            assertThat(asked.path("unread").valueStream().map(JsonNode::asString))
                    .containsExactly("*.qa.net");
            assertThat(asked.path("rest").size()).isZero();
        }
        assertThat(mvc.get()
                        .uri("/api/v1/indicators?value={value}", "a".repeat(Asked.LONGEST + 1))
                        .with(as(MIKA)))
                .hasStatus(422);
    }

    @Test
    void whatAScriptDoesNotFindWasNotOpened() {
        var red = Papers.name();
        papers.publish(Tlp.RED, MIKA.person(), red);
        var own = indicators.find(Asked.read(red), new Window(0, 1), MIKA).getFirst();
        assertThat(mvc.get().uri("/api/v1/indicators/" + own.id()).with(as(MIKA)))
                .hasStatus(404);
        assertThat(opened(own.id())).isZero();
        assertThat(mvc.get().uri("/intel/indicators/" + own.id()).with(as(MIKA)))
                .hasStatusOk();
        assertThat(opened(own.id())).isEqualTo(1);
    }

    private int opened(UUID value) {
        var found = new AtomicInteger();
        Acting.as(
                Cast.ADA,
                () -> transaction.executeWithoutResult(status -> found.set(
                        jdbc.sql("""
                        select count(*) from audit.entry where act = 'intel.indicator-opened' and subject = :value
                        """).param("value", value).query(Integer.class).single())));
        return found.get();
    }

    private List<String> values(String text, Actor actor) {
        return asked(text, actor)
                .path("items")
                .valueStream()
                .map(item -> item.path("value").asString())
                .toList();
    }

    private JsonNode asked(String text, Actor actor) {
        var answer = mvc.get()
                .uri("/api/v1/indicators?value=" + text)
                .with(as(actor))
                .exchange();
        assertThat(answer).hasStatusOk();
        return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
    }
}
