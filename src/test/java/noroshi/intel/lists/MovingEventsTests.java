package noroshi.intel.lists;

import static noroshi.testing.Cast.ALL;
import static noroshi.testing.Cast.CENTRE;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.POWER;
import static noroshi.testing.Cast.RAILWAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Indicators;
import noroshi.intel.life.Papers;
import noroshi.intel.warning.WarningLists;
import noroshi.membership.Scope;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever follows the feed of MISP misses no change, and what it got is noted event by event. */
@WholeHouse
@Import({Papers.class, Loading.class})
class MovingEventsTests {
    private static final String GREEN = "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb";

    @Autowired
    Loading loading;

    @Autowired
    Papers papers;

    @Autowired
    Indicators indicators;

    @Autowired
    Lists lists;

    @Autowired
    WarningLists warnings;

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }

    private JsonNode manifest(UUID organisation) throws Exception {
        return read(loading.load("misp/manifest.json", organisation));
    }

    private long moment(UUID organisation, String event) throws Exception {
        return manifest(organisation).path(event).path("timestamp").asLong();
    }

    private JsonNode attribute(UUID organisation, String event, String value) throws Exception {
        return read(loading.load("misp/" + event + ".json", organisation))
                .path("Event")
                .path("Attribute")
                .values()
                .stream()
                .filter(attribute -> attribute.path("value").asString("").equals(value))
                .findFirst()
                .orElseGet(JsonMapper.shared()::createObjectNode);
    }

    private String event(UUID organisation, String value) throws Exception {
        for (var event : manifest(organisation).propertyNames()) {
            if (!attribute(organisation, event, value).isEmpty()) {
                return event;
            }
        }
        throw new AssertionError("no event with " + value);
    }

    private String brought(Instant modified, String more) {
        var name = Papers.name();
        papers.bring(
                ED,
                UUID.randomUUID().toString(),
                modified.truncatedTo(ChronoUnit.MILLIS).toString(),
                "[domain-name:value = '" + name + "']",
                ", \"confidence\": 100, \"object_marking_refs\": [\"" + GREEN + "\"]" + more);
        return name;
    }

    private UUID id(String value) {
        return indicators
                .find(Asked.read(value), new Window(0, 1), ED)
                .getFirst()
                .id();
    }

    private List<String> by(String value) {
        return lists.held(id(value), MIKA).stream()
                .filter(held -> held.until().isEmpty())
                .map(Held::list)
                .toList();
    }

    @Test
    void whatComesWithAnOldDateMovesItsEvent() throws Exception {
        var fresh = brought(Instant.now(), "");
        var event = event(CENTRE, fresh);
        var before = moment(CENTRE, event);
        assertThat(moment(CENTRE, event)).as("nothing changed").isEqualTo(before);
        var late = brought(Instant.now().minus(Duration.ofDays(2)), "");
        assertThat(moment(CENTRE, event)).isGreaterThan(before);
        assertThat(attribute(CENTRE, event, late).isEmpty()).isFalse();
    }

    @Test
    void whatRunsOutIsDeletedAndMovesItsEvent() throws Exception {
        var until = Instant.now().plusSeconds(4).truncatedTo(ChronoUnit.MILLIS);
        var name = brought(Instant.now(), ", \"valid_until\": \"" + until + "\"");
        var event = event(CENTRE, name);
        var before = moment(CENTRE, event);
        var said = attribute(CENTRE, event, name).path("timestamp").asLong();
        assertThat(attribute(CENTRE, event, name).path("deleted").asBoolean(false))
                .isFalse();
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), until).toMillis()) + 50);
        assertThat(moment(CENTRE, event)).isGreaterThan(before);
        var gone = attribute(CENTRE, event, name);
        assertThat(gone.path("deleted").asBoolean(false)).isTrue();
        assertThat(gone.path("timestamp").asLong()).isGreaterThan(said);
        assertThat(loading.load("misp/hashes.csv", CENTRE)).doesNotContain(md5(name));
    }

    private static String md5(String text) throws Exception {
        return java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("MD5")
                        .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void whatAWarningListNamesLaterIsDeletedForWhomeverGotIt() throws Exception {
        var name = Papers.name();
        papers.publish(Tlp.GREEN, ALL, name, Papers.name());
        var event = event(POWER, name);
        var before = moment(POWER, event);
        var other = loading.token(POWER, Scope.LISTS);
        loading.ask("misp/manifest.json", other, "");
        var file = "{\"name\": \"l%s\", \"type\": \"string\", \"list\": [\"%s\"]}".formatted(UUID.randomUUID(), name);
        warnings.load(file.getBytes(java.nio.charset.StandardCharsets.UTF_8), ED);
        assertThat(moment(POWER, event)).isGreaterThan(before);
        assertThat(attribute(POWER, event, name).path("deleted").asBoolean(false))
                .isTrue();
        assertThat(loading.ask("misp/" + event + ".json", other, "").getContentAsString())
                .contains("Attribute")
                .doesNotContain(name);
    }

    @Test
    void whatAMachineGotIsWhatItsFilesSay() throws Exception {
        var first = Papers.name();
        var second = Papers.name();
        papers.publish(Tlp.GREEN, ALL, first);
        papers.publish(Tlp.GREEN, ALL, second);
        var token = loading.token(RAILWAY, Scope.LISTS);
        loading.ask("misp/manifest.json", token, "");
        assertThat(by(first)).noneMatch(list -> list.startsWith("misp/manifest.json"));
        var event = event(RAILWAY, first);
        assertThat(by(first)).anyMatch(list -> list.startsWith("misp/" + event));
        assertThat(by(second)).noneMatch(list -> list.startsWith("misp/" + event));
        loading.load("misp/hashes.csv", RAILWAY);
        assertThat(by(first)).anyMatch(list -> list.startsWith("misp/hashes.csv"));
    }

    @Test
    void whatAFormLeavesOutNobodyGot() throws Exception {
        var name = Papers.name();
        papers.publish(Tlp.GREEN, ALL, name, "http://" + name + "/a", "https://" + name + "/a");
        for (var list : List.of("suricata.rules", "suricata-datasets.rules", "url.txt")) {
            loading.load(list, RAILWAY);
        }
        assertThat(by(name)).anyMatch(list -> list.startsWith("suricata.rules"));
        assertThat(by(name)).noneMatch(list -> list.startsWith("suricata-datasets"));
        assertThat(by("http://" + name + "/a")).anyMatch(list -> list.startsWith("suricata.rules"));
        assertThat(by("https://" + name + "/a"))
                .anyMatch(list -> list.startsWith("url.txt"))
                .noneMatch(list -> list.startsWith("suricata.rules"));
    }
}
