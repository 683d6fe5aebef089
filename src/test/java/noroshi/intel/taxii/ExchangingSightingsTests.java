package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import noroshi.intel.IntelLibrary;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Indicators;
import noroshi.intel.life.Sighting;
import noroshi.intel.life.Tally;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Sighting objects count for whoever brings them, and go out as a number without names. */
@RunningHouse
class ExchangingSightingsTests {
    private static final List<UUID> ALL_OF_THEM = List.of(CENTRE, RAILWAY, POWER, SPORTS, AGENCY, MINISTRY);

    @Autowired
    Machines machines;

    @Autowired
    EnterLibrary library;

    @Autowired
    SightingExchange sightings;

    @Autowired
    Indicators indicators;

    @Autowired
    IntelLibrary imports;

    private final String name = "s" + UUID.randomUUID().toString().substring(0, 12) + ".example";
    private final String id = id("indicator");

    private String collection() {
        var found = machines.collection(ALL_OF_THEM, ALL_OF_THEM, Tlp.AMBER_STRICT);
        machines.of(POWER).bring(found, indicator("[domain-name:value = '" + name + "']"));
        return found;
    }

    private String indicator(String pattern) {
        return """
                {"type":"indicator","spec_version":"2.1","id":"%s","created":"2026-07-01T00:00:00.000Z",\
                "modified":"2026-07-02T00:00:00.000Z","pattern":"%s","pattern_type":"stix",\
                "valid_from":"2026-07-01T00:00:00Z","object_marking_refs":["%s"]}""".formatted(id, pattern, GREEN);
    }

    private String sighting(String more) {
        return sighting(id("sighting"), "2026-07-03T09:41:00.000Z", more);
    }

    private String sighting(String sightingId, String modified, String more) {
        return """
                {"type":"sighting","spec_version":"2.1","id":"%s","created":"2026-07-03T09:41:00.000Z",\
                "modified":"%s","sighting_of_ref":"%s"%s}""".formatted(sightingId, modified, id, more);
    }

    private void follow() {
        library.run();
        sightings.run();
    }

    private UUID value() {
        return value(name);
    }

    private UUID value(String text) {
        return indicators.find(Asked.read(text), new Window(0, 5), ED).stream()
                .filter(life -> life.value().equals(text))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Optional<Sighting> of(UUID organisation) {
        return indicators.own(value(), organisation.equals(RAILWAY) ? MIKA : NOOR);
    }

    private List<JsonNode> told(String collection, UUID reader) {
        return machines
                .of(reader)
                .get(collection + "objects/?match[type]=sighting")
                .json()
                .path("objects")
                .values()
                .stream()
                .filter(object -> object.path("summary").asBoolean(false))
                .toList();
    }

    @Test
    void whatAMachineBringsCountsForItsOrganisation() {
        var collection = collection();
        var first = id("sighting");
        machines.of(RAILWAY)
                .bring(
                        collection,
                        sighting(first, "2026-07-03T09:41:00.000Z", ",\"count\":3"),
                        sighting(",\"count\":4"));
        follow();
        assertThat(of(RAILWAY).orElseThrow().number()).as("two objects add up").isEqualTo(7);
        machines.of(RAILWAY).bring(collection, sighting(first, "2026-07-04T00:00:00.000Z", ",\"count\":5"));
        follow();
        assertThat(of(RAILWAY).orElseThrow().number())
                .as("a newer version replaces")
                .isEqualTo(9);
        assertThat(of(POWER)).isEmpty();
        assertThat(indicators.tally(value(), ED).seen()).isEqualTo(1);
        assertThat(indicators.tally(value(), NOOR)).isEqualTo(Tally.NONE);
        machines.of(RAILWAY)
                .bring(collection, sighting(first, "2026-07-05T00:00:00.000Z", ",\"count\":5,\"revoked\":true"));
        follow();
        assertThat(of(RAILWAY).orElseThrow().number()).isEqualTo(4);
    }

    @Test
    void zeroMeansLookedAndNotFound() {
        var collection = collection();
        machines.of(RAILWAY).bring(collection, sighting(",\"count\":0"));
        follow();
        assertThat(of(RAILWAY).orElseThrow().seen()).isFalse();
    }

    @Test
    void whatItsSenderKeepsStrictlyInsideIsNotCounted() {
        var collection = collection();
        machines.of(RAILWAY).bring(collection, sighting(",\"object_marking_refs\":[\"" + STRICT + "\"]"));
        follow();
        assertThat(of(RAILWAY)).isEmpty();
        assertThat(indicators.tally(value(), ED)).isEqualTo(Tally.NONE);
    }

    @Test
    void whoMayNotReadTheIndicatorCountsForNothing() {
        collection();
        var other = machines.collection(List.of(STRANGERS, CENTRE), List.of(STRANGERS), Tlp.AMBER_STRICT);
        machines.of(STRANGERS).bring(other, sighting(""), marked(GREEN));
        follow();
        assertThat(indicators.tally(value(), ED)).isEqualTo(Tally.NONE);
    }

    @Test
    void ofSeveralValuesOnlyWhatWasObservedCounts() {
        var collection = machines.collection(ALL_OF_THEM, ALL_OF_THEM, Tlp.AMBER);
        var other = "o" + name;
        var observed = id("observed-data");
        var seen = id("domain-name");
        machines.of(POWER)
                .bring(
                        collection,
                        indicator("[domain-name:value = '" + name + "' OR domain-name:value = '" + other + "']"));
        machines.of(RAILWAY).bring(collection, sighting(",\"object_marking_refs\":[\"" + GREEN + "\"]"));
        follow();
        assertThat(of(RAILWAY)).as("which of the two is not said").isEmpty();
        var green = ",\"object_marking_refs\":[\"" + GREEN + "\"]";
        machines.of(RAILWAY)
                .bring(
                        collection,
                        domain(seen, name).replaceFirst("}$", green + "}"),
                        """
                        {"type":"observed-data","spec_version":"2.1","id":"%s","created":"2026-07-03T00:00:00.000Z",\
                        "modified":"2026-07-03T00:00:00.000Z","first_observed":"2026-07-03T00:00:00Z",\
                        "last_observed":"2026-07-03T00:00:00Z","number_observed":1,"object_refs":["%s"]%s}""".formatted(observed, seen, green),
                        sighting(green + ",\"observed_data_refs\":[\"" + observed + "\"]"));
        follow();
        assertThat(of(RAILWAY)).isPresent();
        assertThat(indicators.tally(value(other), ED)).isEqualTo(Tally.NONE);
    }

    @Test
    void fromFiveOrganisationsOnTheNumberGoesOutWithoutAName() {
        var collection = collection();
        for (var organisation : List.of(RAILWAY, SPORTS, AGENCY, MINISTRY)) {
            machines.of(organisation)
                    .bring(collection, sighting(",\"where_sighted_refs\":[\"" + id("identity") + "\"]"));
        }
        follow();
        assertThat(told(collection, POWER)).as("four are too few").isEmpty();
        machines.of(POWER).bring(collection, sighting(""));
        follow();
        var out = told(collection, POWER);
        assertThat(out).hasSize(1);
        assertThat(out.getFirst().path("count").asInt()).isEqualTo(5);
        assertThat(out.getFirst().path("sighting_of_ref").asString()).isEqualTo(id);
        assertThat(out.getFirst().has("where_sighted_refs")).isFalse();
        assertThat(out.getFirst().path("first_seen").asString()).isEqualTo("2026-07-03T00:00:00.000Z");
        follow();
        follow();
        assertThat(indicators.tally(value(), ED).seen())
                .as("our own word is not counted")
                .isEqualTo(5);
        assertThat(told(collection, POWER)).hasSize(1);
        assertThat(machines.of(STRANGERS).get(collection + "objects/").status()).isEqualTo(404);
    }

    @Test
    void whoBringsAuthorsCountsOnce() {
        var collection = collection();
        for (var i = 0; i < 5; i++) {
            machines.of(CENTRE).bring(collection, sighting(by(id("identity"))));
        }
        follow();
        assertThat(indicators.tally(value(), ED).seen()).isEqualTo(1);
        assertThat(told(collection, POWER)).isEmpty();
    }

    @Test
    void authorsWhoTakeNoPartGoOutInNoNumber() {
        var collection = collection();
        library.run();
        file(IntStream.range(0, 5).mapToObj(i -> sighting(by(id("identity")))).toArray(String[]::new));
        follow();
        assertThat(indicators.tally(value(), ED).seen()).isEqualTo(5);
        assertThat(told(collection, POWER)).isEmpty();
    }

    @Test
    void noFileSpeaksForOneOfUs() {
        collection();
        library.run();
        file(sighting(by("identity--" + RAILWAY)));
        follow();
        assertThat(of(RAILWAY)).isEmpty();
        assertThat(indicators.own(value(), ED)).as("it is the Centre's word").isPresent();
    }

    @Test
    void aMachineNeverTakesThePlaceOfWhatAPersonSaid() {
        var collection = collection();
        library.run();
        var at = Instant.parse("2026-07-03T00:00:00Z");
        indicators.sight(new Sighting(value(), false, 0, at, at), ED);
        machines.of(CENTRE).bring(collection, sighting(",\"count\":99"));
        follow();
        assertThat(indicators.own(value(), ED).orElseThrow().seen()).isFalse();
    }

    @Test
    void whatAFileKeepsStrictlyInsideIsNotCounted() {
        collection();
        library.run();
        file(sighting(by(id("identity")) + ",\"object_marking_refs\":[\"" + STRICT + "\"]"));
        follow();
        assertThat(indicators.tally(value(), ED)).isEqualTo(Tally.NONE);
    }

    private static String by(String identity) {
        return ",\"created_by_ref\":\"" + identity + "\"";
    }

    private void file(String... objects) {
        var file =
                "{\"type\":\"bundle\",\"id\":\"" + id("bundle") + "\",\"objects\":[" + String.join(",", objects) + "]}";
        imports.importBundle(file.getBytes(), "sightings.json", Optional.empty(), ED);
    }

    @Test
    void aFileCountsForTheAuthorNamedInIt() {
        file(indicator("[domain-name:value = '" + name + "']"), sighting(by(id("identity"))), sighting(",\"count\":2"));
        sightings.run();
        assertThat(indicators.tally(value(), ED).seen())
                .as("the author, and the Centre")
                .isEqualTo(2);
        assertThat(indicators.own(value(), ED).orElseThrow().number()).isEqualTo(2);
    }
}
