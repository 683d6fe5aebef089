package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.RAILWAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Sections 3.4 (match[version]), 5.3 (manifest) and 5.8 (versions): every version is kept and can be asked for. */
@RunningHouse
class AskingForVersionsTests {
    @Autowired
    Machines machines;

    private Client client() {
        return machines.of(RAILWAY);
    }

    @Test
    void filtersByVersion() {
        var collection = machines.railways();
        var id = id("indicator");
        var single = indicator();
        client().bring(collection, version(id, 2), single);
        client().bring(collection, version(id, 1), version(id, 4), version(id, 3));
        var objects = collection + "objects/";
        assertThat(versions(objects)).containsExactly("single", "4");
        assertThat(versions(objects + "?match[version]=last")).containsExactly("single", "4");
        assertThat(versions(objects + "?match[version]=first")).containsExactly("single", "1");
        assertThat(versions(objects + "?match[version]=all")).containsExactly("2", "single", "1", "4", "3");
        assertThat(versions(objects + "?match[version]=first,last")).containsExactly("single", "1", "4");
        assertThat(versions(objects + "?match[version]=2026-07-03T00:00:00.000Z"))
                .containsExactly("3");
        assertThat(versions(objects + "?match[version]=2026-07-03T00:00:00Z,first"))
                .containsExactly("single", "1", "3");
        assertThat(versions(objects + "?match[version]=2026-07-03T00:00:00Z,last&match[id]=" + id))
                .containsExactly("4", "3");
        assertThat(versions(objects + "?match[version]=all&match[type]=indicator&limit=2"))
                .containsExactly("2", "single");
        assertThat(versions(objects + id + "/")).containsExactly("4");
        assertThat(versions(objects + id + "/?match[version]=all")).containsExactly("2", "1", "4", "3");
        assertThat(versions(objects + id + "/?match[version]=first")).containsExactly("1");
        var manifest = client().get(collection + "manifest/?match[version]=all").json();
        assertThat(manifest.path("objects").findValuesAsString("version"))
                .containsExactly(
                        "2026-07-02T00:00:00.000Z",
                        DAY,
                        "2026-07-01T00:00:00.000Z",
                        "2026-07-04T00:00:00.000Z",
                        "2026-07-03T00:00:00.000Z");
        assertThat(manifest.path("objects").findValuesAsString("media_type"))
                .containsOnly("application/stix+json;version=2.1");
        var listed = client().get(objects + id + "/versions/").json().path("versions");
        assertThat(listed.values().stream().map(each -> each.asString()).toList())
                .containsExactly(
                        "2026-07-02T00:00:00.000Z",
                        "2026-07-01T00:00:00.000Z",
                        "2026-07-04T00:00:00.000Z",
                        "2026-07-03T00:00:00.000Z");
    }

    private static String version(String id, int day) {
        return indicator(id, "2026-07-0" + day + "T00:00:00.000Z", ",\"name\":\"" + day + "\"");
    }

    private List<String> versions(String path) {
        return client().get(path).json().path("objects").values().stream()
                .map(object -> object.path("name").asString("single"))
                .toList();
    }

    @Test
    void anObjectWithoutTimesIsVersionedByItsAddition() {
        var collection = machines.railways();
        var id = id("domain-name");
        client().bring(collection, domain(id, "x.example"));
        var known = client().bring(collection, domain(id, "x.example"));
        assertThat(known.json().path("success_count").asInt()).isEqualTo(1);
        client().bring(collection, domain(id, "y.example"));
        assertThat(client().get(collection + "objects/").text())
                .contains("y.example")
                .doesNotContain("x.example");
        var record =
                client().get(collection + "manifest/").json().path("objects").get(0);
        assertThat(record.path("version").asString())
                .isEqualTo(record.path("date_added").asString());
        assertThat(client().get(collection + "objects/" + id + "/versions/")
                        .json()
                        .path("versions"))
                .hasSize(2);
    }
}
