package noroshi.intel.lists;

import static noroshi.testing.Cast.ALL;
import static noroshi.testing.Cast.CENTRE;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAILWAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Indicators;
import noroshi.intel.life.Life;
import noroshi.intel.life.Papers;
import noroshi.intel.life.Standing;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a source calls harmless is known and blocked by nobody; what a list says of a value, its sources said. */
@WholeHouse
@Import({Papers.class, Loading.class})
class CallingHarmlessTests {
    private static final String GREEN =
            ", \"object_marking_refs\": [\"marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb\"]";
    private static final List<String> LISTS =
            List.of("domain.txt", "all.csv", "hosts.txt", "rpz.zone", "suricata.rules", "stix.json");

    @Autowired
    Loading loading;

    @Autowired
    Papers papers;

    @Autowired
    Indicators indicators;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final String name = Papers.name();
    private final String id = UUID.randomUUID().toString();

    @ParameterizedTest
    @ValueSource(
            strings = {"\"benign\"", "\"unknown\", \"benign\"", "\"anonymization\"", "\"Benign\", \"attribution\""})
    void whatIsCalledHarmlessIsInNoList(String types) throws Exception {
        brought(0, types);
        for (var list : LISTS) {
            assertThat(loading.load(list, CENTRE)).as(list).doesNotContain(name);
        }
        assertThat(life().standing()).isEqualTo(Standing.HARMLESS);
        assertThat(life().score()).isZero();
        assertThat(indicators.find(Asked.read(name), new Window(0, 5), OTTO)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"malicious-activity\"", "\"anonymization\", \"malicious-activity\"", "\"unknown\""})
    void whatIsWarnedOfIsThere(String types) throws Exception {
        brought(0, types);
        for (var list : LISTS) {
            assertThat(loading.load(list, CENTRE)).as(list).contains(name);
        }
        assertThat(life().standing()).isEqualTo(Standing.LIVE);
        var kinds = written().path("indicator_types").valueStream().map(JsonNode::asString);
        assertThat(kinds).containsExactlyInAnyOrder(types.replace("\"", "").split(", "));
    }

    @Test
    void whoDoesNotSayIsNotMadeToSay() throws Exception {
        papers.bring(ED, id, now.toString(), pattern(), GREEN);
        assertThat(written().has("indicator_types")).isFalse();
        assertThat(written().path("pattern").asString()).contains(name);
    }

    @Test
    void anotherSourceMayWarnOfIt() throws Exception {
        brought(0, "\"benign\"");
        papers.publish(Tlp.GREEN, ALL, name);
        assertThat(loading.load("domain.txt", RAILWAY)).contains(name);
        assertThat(loading.load("domain.txt", CENTRE)).contains(name);
        assertThat(life().conflicts(Instant.now())).contains(Life.Conflict.HARMLESS_FOR_SOME);
        assertThat(life().standing()).isEqualTo(Standing.LIVE);
        assertThat(written().path("indicator_types").valueStream().map(JsonNode::asString))
                .containsExactly("malicious-activity");
    }

    @Test
    void whatASourceClearsIsTakenBack() throws Exception {
        brought(60, "\"malicious-activity\"");
        var before = written();
        assertThat(before.has("revoked")).isFalse();
        assertThat(Instant.parse(before.path("valid_until").asString())).isAfter(now);
        brought(30, "\"benign\"");
        assertThat(loading.load("domain.txt", CENTRE)).doesNotContain(name);
        var after = written();
        assertThat(after.path("revoked").asBoolean()).isTrue();
        assertThat(after.path("id")).isEqualTo(before.path("id"));
        assertThat(modified(after)).isAfter(modified(before));
        brought(0, "\"malicious-activity\"");
        assertThat(loading.load("domain.txt", CENTRE)).contains(name);
        assertThat(written().has("revoked")).isFalse();
    }

    @Test
    void forWhatIsTakenBackThereIsAlwaysRoom() throws Exception {
        brought(60, "\"malicious-activity\"");
        assertThat(written().has("revoked")).isFalse();
        brought(30, "\"benign\"");
        assertThat(loading.load("stix.json?limit=1", CENTRE)).contains("'" + name + "'");
    }

    /** One of two sources takes it back, the one that spoke last. */
    @Test
    void noVersionIsEarlierThanOneBefore() throws Exception {
        papers.bring(ED, UUID.randomUUID().toString(), at(7_200), pattern(), GREEN);
        papers.bring(ED, id, at(60), pattern(), GREEN);
        var before = written();
        papers.bring(ED, id, at(30), pattern(), GREEN + ", \"revoked\": true");
        var after = written();
        assertThat(after.has("revoked")).isFalse();
        assertThat(modified(after)).isAfterOrEqualTo(modified(before));
    }

    private static Instant modified(JsonNode indicator) {
        return Instant.parse(indicator.path("modified").asString());
    }

    private String at(int secondsAgo) {
        return now.minusSeconds(secondsAgo).toString();
    }

    private String pattern() {
        return "[domain-name:value = '" + name + "']";
    }

    private void brought(int secondsAgo, String types) {
        papers.bring(ED, id, at(secondsAgo), pattern(), GREEN + ", \"indicator_types\": [" + types + "]");
    }

    private Life life() {
        return indicators.find(Asked.read(name), new Window(0, 5), ED).getFirst();
    }

    private JsonNode written() throws Exception {
        return JsonMapper.shared()
                .readTree(loading.load("stix.json", CENTRE))
                .path("objects")
                .valueStream()
                .filter(object -> object.path("pattern").asString("").contains("'" + name + "'"))
                .findFirst()
                .orElseThrow();
    }
}
