package noroshi.intel.life.web;

import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAILWAY;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Indicators;
import noroshi.intel.life.Papers;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.testing.Cast;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
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

    private List<String> values(String text, Actor actor) {
        var answer = mvc.get()
                .uri("/api/v1/indicators?value=" + text)
                .with(as(actor))
                .exchange();
        assertThat(answer).hasStatusOk();
        return JsonMapper.shared()
                .readTree(answer.getResponse().getContentAsByteArray())
                .path("items")
                .valueStream()
                .map(item -> item.path("value").asString())
                .toList();
    }
}
