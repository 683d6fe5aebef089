package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Section 5.7: what is deleted is gone, however many copies and versions there are. */
@RunningHouse
class RemovingTests {
    @Autowired
    Machines machines;

    private Client client() {
        return machines.of(RAILWAY);
    }

    @Test
    void wholeObjectsAndSingleVersionsAreRemoved() {
        var collection = machines.railways();
        var id = id("indicator");
        client().bring(
                        collection,
                        indicator(id, "2026-01-01T00:00:00Z"),
                        indicator(id, "2026-01-02T00:00:00Z"),
                        indicator(id, DAY));
        var object = collection + "objects/" + id + "/";
        assertThat(client().delete(object + "?match[version]=2026-07-01T00:00:00Z")
                        .status())
                .isEqualTo(200);
        assertThat(client().get(object).text()).contains("2026-01-02");
        assertThat(client().delete(object + "?match[version]=last").status()).isEqualTo(200);
        assertThat(client().get(object).text()).contains("2026-01-01");
        assertThat(client().get(object + "versions/").json().path("versions")).hasSize(1);
        client().bring(collection, indicator(id, DAY));
        assertThat(client().delete(object).status()).isEqualTo(200);
        assertThat(client().get(object).status()).isEqualTo(404);
        assertThat(client().get(collection + "objects/?match[version]=all").text())
                .isEqualTo("{}");
        assertThat(client().delete(object).status()).isEqualTo(404);
    }

    @Test
    void onlyTheSourceRemoves() {
        var both = List.of(RAILWAY, POWER);
        var collection = machines.collection(both, both);
        var object = marked(GREEN);
        client().bring(collection, object);
        var path = collection + "objects/" + idOf(object) + "/";
        assertThat(machines.of(POWER).delete(path).status()).isEqualTo(403);
        assertThat(client().get(path).status()).isEqualTo(200);
        assertThat(client().delete(path).status()).isEqualTo(200);
    }

    @Test
    void everyCopyGoes() {
        var collection = machines.railways();
        var id = id("indicator");
        var green = ",\"object_marking_refs\":[\"" + GREEN + "\"]";
        client().bring(collection, indicator(id, "2026-01-01T00:00:00Z"), indicator(id, DAY, green));
        client().bring(collection, indicator(id, DAY), indicator(id, "2026-01-01T00:00:00Z", green));
        var object = collection + "objects/" + id + "/";
        assertThat(client().delete(object + "?match[version]=last").status()).isEqualTo(200);
        assertThat(client().get(object).text()).contains("2026-01-01").doesNotContain(DAY);
        assertThat(client().delete(object).status()).isEqualTo(200);
        assertThat(client().get(object).status()).isEqualTo(404);
    }

    @Test
    void moreVersionsThanAPageHoldsGo() {
        var collection = machines.railways();
        var id = id("indicator");
        var start = Instant.parse("2026-01-01T00:00:00Z");
        var versions = IntStream.range(0, 1_200)
                .mapToObj(n -> indicator(id, start.plusSeconds(n).toString()))
                .toArray(String[]::new);
        client().bring(collection, versions);
        var object = collection + "objects/" + id + "/";
        assertThat(client().delete(object + "?limit=10&added_after=2199-01-01T00:00:00Z")
                        .status())
                .isEqualTo(200);
        assertThat(client().get(object).status()).isEqualTo(404);
        assertThat(client().get(collection + "objects/?match[version]=all").text())
                .isEqualTo("{}");
    }
}
