package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where several write, an object's next version is brought by whoever brought its first. */
@RunningHouse
class KeepingVersionsToTheirSourceTests {
    private static final String FIRST = "2026-07-01T00:00:00.000Z";
    private static final String SECOND = "2026-07-02T00:00:00.000Z";
    private static final String THIRD = "2026-07-03T00:00:00.000Z";

    @Autowired
    Machines machines;

    @Autowired
    Collections collections;

    private final String id = id("indicator");
    private UUID collection;
    private String path;

    @BeforeEach
    void setUp() {
        collection = machines.id(List.of(RAILWAY, POWER, STRANGERS), List.of(RAILWAY, STRANGERS), Tlp.AMBER_STRICT);
        path = "/taxii2/general/collections/" + collection + "/";
    }

    private String version(String modified, String marking, String more) {
        return indicator(id, modified, ",\"object_marking_refs\":[\"" + marking + "\"]" + more);
    }

    private Client.Answer bring(UUID organisation, String object) {
        return machines.of(organisation).bring(path, object);
    }

    private List<String> last(UUID reader) {
        return machines.of(reader).get(path + "objects/").json().path("objects").values().stream()
                .map(object -> object.path("modified").asString())
                .toList();
    }

    private List<String> versions(UUID reader) {
        return machines.of(reader).get(path + "objects/" + id + "/versions/").json().path("versions").values().stream()
                .map(version -> version.asString())
                .toList();
    }

    private void isRefused(Client.Answer answer) {
        var status = answer.json();
        assertThat(status.path("failure_count").asInt()).isEqualTo(1);
        assertThat(status.path("failures").get(0).path("id").asString()).isEqualTo(id);
        assertThat(status.path("failures").get(0).path("message").asString()).contains("another organisation's");
        assertThat(machines.of(STRANGERS)
                        .get("/taxii2/general/status/" + status.path("id").asString() + "/")
                        .json()
                        .path("failures")
                        .get(0)
                        .path("message")
                        .asString())
                .as("as the status says later")
                .contains("another organisation's");
    }

    @Test
    void aStrangersNewerVersionHidesNothing() {
        bring(RAILWAY, version(FIRST, GREEN, ""));
        isRefused(bring(STRANGERS, version(THIRD, GREEN, ",\"revoked\":true")));
        assertThat(last(POWER)).containsExactly(FIRST);
        assertThat(bring(RAILWAY, version(SECOND, GREEN, ""))
                        .json()
                        .path("success_count")
                        .asInt())
                .isEqualTo(1);
        assertThat(last(POWER)).containsExactly(SECOND);
        assertThat(versions(POWER)).containsExactly(FIRST, SECOND);
    }

    @Test
    void norDoesAnOlderOneOrOneOfAStricterLabel() {
        bring(RAILWAY, version(SECOND, GREEN, ""));
        isRefused(bring(STRANGERS, version(FIRST, GREEN, "")));
        isRefused(bring(STRANGERS, version(THIRD, STRICT, "")));
        assertThat(last(STRANGERS)).containsExactly(SECOND);
    }

    @Test
    void theSameBytesFromAnotherAreASuccess() {
        var object = version(FIRST, GREEN, "");
        bring(RAILWAY, object);
        assertThat(bring(STRANGERS, object).json().path("success_count").asInt())
                .isEqualTo(1);
        assertThat(versions(POWER)).containsExactly(FIRST);
    }

    @Test
    void whatIsMadeOfItsValueIsNobodysOwn() {
        var domain = "domain-name--" + UUID.nameUUIDFromBytes(id.getBytes());
        var object = domain(domain, "shared.example").replace("}", ",\"object_marking_refs\":[\"" + GREEN + "\"]}");
        bring(RAILWAY, object);
        assertThat(bring(STRANGERS, object.replace("}", ",\"x_seen\":2}"))
                        .json()
                        .path("success_count")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void whatOneCannotSeeSaysNothing() {
        bring(RAILWAY, version(FIRST, STRICT, ""));
        var answer = bring(STRANGERS, version(SECOND, STRICT, ""));
        assertThat(answer.json().path("success_count").asInt()).isEqualTo(1);
        assertThat(last(RAILWAY)).containsExactly(FIRST);
        assertThat(last(STRANGERS)).containsExactly(SECOND);
    }

    @Test
    void whoeverWasNamedForItKnowsWhoseItIs() {
        bring(RAILWAY, version(FIRST, STRICT, ""));
        collections.name(collection, List.of(STRANGERS, POWER), RIN);
        isRefused(bring(STRANGERS, version(SECOND, GREEN, "")));
        assertThat(last(POWER)).containsExactly(FIRST);
    }

    @Test
    void whoTookTheirsOutLeavesTheIdBehind() {
        bring(RAILWAY, version(FIRST, GREEN, ""));
        machines.of(RAILWAY).delete(path + "objects/" + id + "/");
        assertThat(bring(STRANGERS, version(SECOND, GREEN, ""))
                        .json()
                        .path("success_count")
                        .asInt())
                .isEqualTo(1);
    }
}
