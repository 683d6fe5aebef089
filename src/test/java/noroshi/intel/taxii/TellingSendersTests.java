package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/** Whoever brings something hears why others do not get it, or do not find it, though it was taken (4.3.1). */
@RunningHouse
class TellingSendersTests {
    private static final String MIGRATION = "db/migration/intel/V202611301100__say_more_to_senders.sql";

    @Autowired
    Machines machines;

    private String collection = "";

    @BeforeEach
    void collect() {
        collection = machines.collection(List.of(RAILWAY, POWER), List.of(RAILWAY));
    }

    @Test
    void whoMarksNothingHearsThatItStays() {
        var status = brought(indicator(), marked(GREEN), marked(STRICT), old());
        assertThat(message(status, 0)).contains("no TLP label", "modified").doesNotContain("intel.");
        assertThat(message(status, 1)).isEmpty();
        assertThat(message(status, 2)).isEmpty();
        assertThat(message(status, 3)).isEqualTo(message(status, 0));
        assertThat(machines.of(POWER).get(collection + "objects/").ids()).hasSize(1);
    }

    @Test
    void aMarkThatIsNotKnownIsNamed() {
        var mark = id("marking-definition");
        var also = "\",\"" + mark;
        var status = brought(marked(mark), marked(GREEN + also), marked(GREEN));
        assertThat(message(status, 0)).contains(mark);
        assertThat(message(status, 1)).isEqualTo(message(status, 0));
        assertThat(message(status, 2)).isEmpty();
        assertThat(machines.of(POWER).get(collection + "objects/").ids()).hasSize(1);
    }

    @Test
    void aStatementThatComesAlongIsKnown() {
        var mark = id("marking-definition");
        var statement = """
                {"type":"marking-definition","spec_version":"2.1","id":"%s","created":"2020-01-01T00:00:00.000Z",\
                "definition_type":"statement","definition":{"statement":"Copyright"},\
                "object_marking_refs":["%s"]}""".formatted(mark, GREEN);
        var status = brought(statement, marked(GREEN + "\",\"" + mark), marked(mark));
        assertThat(message(status, 0)).isEmpty();
        assertThat(message(status, 1)).isEmpty();
        assertThat(message(status, 2)).contains("no TLP label");
        assertThat(machines.of(POWER).get(collection + "objects/").ids()).hasSize(2);
    }

    /** It stays because its source says so, which its source knows. */
    @Test
    void besideAStrictLabelNothingIsSaid() {
        var status = brought(marked(STRICT + "\",\"" + id("marking-definition")));
        assertThat(status.path("success_count").asInt()).isEqualTo(1);
        assertThat(message(status, 0)).isEmpty();
    }

    /** Nobody waits for it: everybody has it from the specification. */
    @Test
    void ofTheFixedMarkingsNothingIsSaid() {
        var status = brought("""
                {"type":"marking-definition","spec_version":"2.1","id":"marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da",\
                "created":"2017-01-20T00:00:00.000Z","definition_type":"tlp","name":"TLP:GREEN",\
                "definition":{"tlp":"green"}}""");
        assertThat(status.path("success_count").asInt()).isEqualTo(1);
        assertThat(message(status, 0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[domain-name:value = 'bad.example", "[domain-name:value 'bad.example']", "nonsense"})
    void aPatternThatCannotBeReadIsTakenAndNamed(String pattern) {
        var status = brought(marked(GREEN).replace("[domain-name:value = 'bad.example']", pattern));
        assertThat(status.path("success_count").asInt()).isEqualTo(1);
        assertThat(message(status, 0)).startsWith("Taken").contains("pattern").doesNotContain("intel.");
        assertThat(machines.of(POWER).get(collection + "objects/").ids()).hasSize(1);
    }

    /** STIX 2.0 is measured by what both versions have in common: a fault in one object is none of the envelope's. */
    @Test
    void anObjectOfTheOlderVersionNeedsNeitherPatternNorDate() {
        var undated = old().replaceFirst(",\"valid_from\":\"[^\"]*\"", "");
        var bare = old().replaceFirst(",\"pattern\":\"[^\"]*\"", "");
        var status = brought(undated, bare, marked(GREEN));
        assertThat(status.path("success_count").asInt()).isEqualTo(3);
        assertThat(message(status, 0)).doesNotContain("pattern");
        assertThat(message(status, 1)).contains("pattern");
    }

    @Test
    void ofSomethingUnmarkedBothAreTold() {
        var status = brought(indicator().replace("']\"", "\""));
        assertThat(message(status, 0)).contains("no TLP label", "pattern");
    }

    /** Whoever lost the answer asks once more, or brings it again. */
    @Test
    void itIsToldAgain() {
        var object = indicator();
        var status = brought(object, marked(id("marking-definition")), marked(GREEN));
        assertThat(kept(status)).isEqualTo(status.path("successes"));
        var again = brought(object, object);
        assertThat(message(again, 0)).isEqualTo(message(status, 0));
        assertThat(kept(again)).isEqualTo(again.path("successes"));
    }

    @Test
    void whatWasToldBeforeTheUpgradeIsToldAfterIt() throws Exception {
        var status = brought(marked(GREEN), marked(GREEN));
        var id = status.path("successes").get(1).path("id").asString();
        var rows = "update intel.status set detail = detail - 'remarks' || '%s' where id = '%s'";
        var near = "{\"near\":[{\"id\":\"%s\",\"version\":\"%s\"}]}".formatted(id, DAY);
        machines.asOwner(rows.formatted(near, status.path("id").asString()));
        machines.asOwner(new ClassPathResource(MIGRATION).getContentAsString(StandardCharsets.UTF_8));
        assertThat(kept(status).values())
                .satisfiesExactly(
                        first -> assertThat(said(first)).isEmpty(),
                        second -> assertThat(said(second)).contains("stays with your organisation"));
    }

    private JsonNode brought(String... objects) {
        return machines.of(RAILWAY).bring(collection, objects).json();
    }

    private JsonNode kept(JsonNode status) {
        return machines.of(RAILWAY)
                .get("/taxii2/general/status/" + status.path("id").asString() + "/")
                .json()
                .path("successes");
    }

    private static String message(JsonNode status, int place) {
        return said(status.path("successes").path(place));
    }

    private static String said(JsonNode success) {
        return success.path("message").asString("");
    }
}
