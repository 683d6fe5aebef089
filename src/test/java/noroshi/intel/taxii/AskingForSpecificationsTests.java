package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Section 3.4 (match[spec_version]): who names no version of STIX gets each object in the latest in which it is there. */
@RunningHouse
class AskingForSpecificationsTests {
    @Autowired
    Machines machines;

    private Client client() {
        return machines.of(RAILWAY);
    }

    private static String day(int day) {
        return "2026-07-0" + day + "T00:00:00.000Z";
    }

    private static String name(String name) {
        return ",\"name\":\"" + name + "\"";
    }

    private static String now(String id, int day) {
        return indicator(id, day(day), name("new " + day));
    }

    private static String before(String id, int day) {
        return old(id, day(day), name("old " + day));
    }

    /** What a page holds, by name, in its order. */
    private List<String> names(String path) {
        return client().get(path).json().path("objects").findValuesAsString("name");
    }

    private List<String> versions(String path) {
        return client().get(path).json().path("versions").values().stream()
                .map(each -> each.asString().substring(0, 10))
                .toList();
    }

    @Test
    void withoutTheFilterEachObjectComesInItsLatestSpecification() {
        var collection = machines.railways();
        var both = id("indicator");
        var single = id("indicator");
        client().bring(collection, before(both, 1), before(both, 3), before(both, 5), before(single, 1));
        assertThat(names(collection + "objects/")).containsExactly("old 5", "old 1");
        var last = client().get(collection + "objects/").last();
        client().bring(collection, now(both, 2));
        client().bring(collection, now(both, 4), before(both, 6), before(both, 2 + 5));
        var objects = collection + "objects/";
        assertThat(names(objects)).containsExactly("old 1", "new 4");
        assertThat(names(objects + "?added_after=" + last)).containsExactly("new 4");
        assertThat(names(objects + "?match[version]=first")).containsExactly("old 1", "new 2");
        assertThat(names(objects + "?match[version]=all")).containsExactly("old 1", "new 2", "new 4");
        assertThat(names(objects + "?match[version]=first,last")).containsExactly("old 1", "new 2", "new 4");
        assertThat(names(objects + "?match[type]=indicator")).containsExactly("old 1", "new 4");
        assertThat(names(objects + "?match[id]=" + both)).containsExactly("new 4");
        assertThat(names(objects + both + "/")).containsExactly("new 4");
        assertThat(names(objects + both + "/?match[version]=all")).containsExactly("new 2", "new 4");
        assertThat(versions(objects + both + "/versions/")).containsExactly("2026-07-02", "2026-07-04");
        var manifest = client().get(collection + "manifest/").json().path("objects");
        assertThat(manifest.findValuesAsString("version")).containsExactly(day(1), day(4));
        assertThat(manifest.findValuesAsString("media_type"))
                .containsExactly("application/stix+json;version=2.0", "application/stix+json;version=2.1");
    }

    @Test
    void eachSpecificationAskedForHasItsOwnFirstAndLast() {
        var collection = machines.railways();
        var id = id("indicator");
        client().bring(collection, now(id, 2), before(id, 3), before(id, 1), now(id, 4), before(id, 5), now(id, 6));
        for (var about : List.of(
                "objects/?",
                "objects/?match[type]=indicator&",
                "objects/?match[id]=" + id + "&",
                "objects/" + id + "/?")) {
            var old = collection + about + "match[spec_version]=2.0";
            assertThat(names(old)).as(about).containsExactly("old 5");
            assertThat(names(old + "&match[version]=first")).as(about).containsExactly("old 1");
            assertThat(names(old + "&match[version]=first,last")).as(about).containsExactly("old 1", "old 5");
            assertThat(names(old + "&match[version]=all")).as(about).containsExactly("old 3", "old 1", "old 5");
            assertThat(names(old + ",2.1")).as(about).containsExactly("old 5", "new 6");
            assertThat(names(old + ",2.1&match[version]=first")).as(about).containsExactly("new 2", "old 1");
            assertThat(names(old + ",2.1&match[version]=all&limit=3"))
                    .as(about)
                    .containsExactly("new 2", "old 3", "old 1");
            assertThat(names(collection + about + "match[spec_version]=2.1"))
                    .as(about)
                    .containsExactly("new 6");
            assertThat(names(collection + about + "match[spec_version]=2.2"))
                    .as(about)
                    .isEmpty();
        }
        assertThat(versions(collection + "objects/" + id + "/versions/?match[spec_version]=2.0"))
                .containsExactly("2026-07-03", "2026-07-01", "2026-07-05");
    }

    /** Whoever names a version means that one; which specification it is in was not asked. */
    @Test
    void aVersionAskedForByItsTimeComesInWhateverItIsWritten() {
        var collection = machines.railways();
        var id = id("indicator");
        client().bring(collection, now(id, 2), before(id, 3), now(id, 4), before(id, 5));
        for (var objects :
                List.of(collection + "objects/?match[version]=", collection + "objects/" + id + "/?match[version]=")) {
            assertThat(names(objects + day(3))).containsExactly("old 3");
            assertThat(names(objects + day(3) + ",last")).containsExactly("old 3", "new 4");
            assertThat(names(objects + day(4) + ",last")).containsExactly("new 4");
            assertThat(names(objects + day(3) + "&match[spec_version]=2.1")).isEmpty();
            assertThat(names(objects + day(3) + ",last&match[spec_version]=2.0"))
                    .containsExactly("old 3", "old 5");
        }
    }

    @Test
    void removingFollowsTheSameFilters() {
        var collection = machines.railways();
        var id = id("indicator");
        var object = collection + "objects/" + id + "/";
        client().bring(collection, before(id, 1), now(id, 2), before(id, 3), before(id, 5), now(id, 4));
        assertThat(client().delete(object + "?match[version]=last").status()).isEqualTo(200);
        assertThat(names(object + "?match[version]=all&match[spec_version]=2.0,2.1"))
                .as("the last of the latest specification")
                .containsExactly("old 1", "new 2", "old 3", "old 5");
        assertThat(client().delete(object + "?match[version]=last&match[spec_version]=2.0")
                        .status())
                .isEqualTo(200);
        assertThat(client().delete(object + "?match[version]=" + day(1)).status())
                .isEqualTo(200);
        assertThat(names(object + "?match[version]=all&match[spec_version]=2.0,2.1"))
                .containsExactly("new 2", "old 3");
        assertThat(client().delete(object).status()).isEqualTo(200);
        assertThat(client().get(object + "?match[spec_version]=2.0").status()).isEqualTo(404);
    }

    /** Who polls has never seen what a later specification hid: it comes behind everything else. */
    @Test
    void whatTheLatestSpecificationHidComesAnewWhenThatGoes() {
        var collection = machines.railways();
        var id = id("indicator");
        var object = collection + "objects/" + id + "/";
        client().bring(collection, now(id, 2));
        client().bring(collection, before(id, 3), before(id, 4));
        var page = client().get(collection + "objects/");
        assertThat(page.text()).contains("new 2").doesNotContain("old");
        client().bring(collection, indicator());
        var polled =
                client().get(collection + "objects/?added_after=" + page.last()).last();
        assertThat(client().delete(object + "?match[spec_version]=2.1").status())
                .isEqualTo(200);
        assertThat(names(collection + "objects/?added_after=" + polled)).containsExactly("old 4");
        assertThat(names(collection + "objects/?match[version]=all&added_after=" + polled))
                .containsExactly("old 3", "old 4");
        assertThat(client().get(collection + "objects/").last()).isGreaterThan(polled);
        assertThat(client().bring(collection, now(id, 5))
                        .json()
                        .path("success_count")
                        .asInt())
                .isEqualTo(1);
        assertThat(names(object)).containsExactly("new 5");
    }

    @Test
    void theLatestSpecificationIsThatWhichOneMaySee() {
        var both = List.of(RAILWAY, POWER);
        var collection = machines.collection(both, List.of(RAILWAY));
        var id = id("indicator");
        var green = ",\"object_marking_refs\":[\"" + GREEN + "\"]";
        client().bring(collection, old(id, day(3), name("old 3") + green), now(id, 2), now(id, 1));
        assertThat(machines.of(POWER).get(collection + "objects/").text())
                .contains("old 3")
                .doesNotContain("new");
        var objects = collection + "objects/?";
        assertThat(names(objects)).containsExactly("new 2");
        assertThat(names(objects + "match[version]=all")).containsExactly("new 2", "new 1");
        assertThat(names(objects + "match[version]=first,last")).containsExactly("new 2", "new 1");
        assertThat(names(objects + "match[spec_version]=2.0")).containsExactly("old 3");
        assertThat(names(objects + "match[spec_version]=2.0,2.1")).containsExactly("old 3", "new 2");
        assertThat(names(objects + "match[version]=" + day(3) + ",last")).containsExactly("old 3", "new 2");
        client().bring(collection, indicator(id, day(5), name("new 5") + green), now(id, 6));
        assertThat(names(objects)).containsExactly("new 6");
        assertThat(names(objects + "match[version]=first")).containsExactly("new 1");
        assertThat(names(objects + "match[version]=first,last")).containsExactly("new 1", "new 6");
        assertThat(names(objects + "match[spec_version]=2.0,2.1")).containsExactly("old 3", "new 6");
        assertThat(machines.of(POWER).get(collection + "objects/").text())
                .contains("new 5")
                .doesNotContain("old", "new 6");
    }

    /** Who fetches the latest specification alone would never get the word, and keep what it takes back. */
    @Test
    void anObjectThatIsRevokedIsOverInEverySpecification() {
        var collection = machines.railways();
        var id = id("indicator");
        client().bring(collection, before(id, 1), now(id, 2));
        var had = client().get(collection + "objects/").last();
        client().bring(collection, old(id, day(3), name("over") + ", \"revoked\" : true"), indicator());
        assertThat(names(collection + "objects/?added_after=" + had)).containsExactly("over");
        assertThat(names(collection + "objects/" + id + "/")).containsExactly("over");
        assertThat(names(collection + "objects/?match[spec_version]=2.1")).isEmpty();
        var last = client().get(collection + "objects/?match[version]=all").last();
        client().bring(collection, indicator());
        assertThat(client().get(collection + "objects/?match[version]=all&added_after=" + last)
                        .ids())
                .as("nothing is added before what was there")
                .hasSize(1);
    }

    @Test
    void theHistoryOfWhatIsRevokedIsThereForWhoAsksForIt() {
        var collection = machines.railways();
        var id = id("indicator");
        client().bring(collection, now(id, 1), now(id, 2), old(id, day(3), name("over") + ",\"revoked\":true"));
        for (var about : List.of("objects/?", "objects/?match[id]=" + id + "&", "objects/" + id + "/?")) {
            var latest = collection + about + "match[spec_version]=2.1";
            assertThat(names(latest + "&match[version]=all")).as(about).containsExactly("new 1", "new 2");
            assertThat(names(latest + "&match[version]=first")).as(about).containsExactly("new 1");
            assertThat(names(latest)).as("it is over").isEmpty();
            assertThat(names(latest + "&match[version]=last")).isEmpty();
        }
        assertThat(versions(collection + "objects/" + id + "/versions/?match[spec_version]=2.1"))
                .containsExactly("2026-07-01", "2026-07-02");
    }

    @Test
    void whatIsSomebodysOwnWithinAnObjectRevokesNothing() {
        var collection = machines.railways();
        var id = id("indicator");
        var own = ",\"x_own\":{\"revoked\":true,\"text\":\"\\u0000\"}";
        client().bring(collection, now(id, 2), old(id, day(3), name("old 3") + own));
        assertThat(names(collection + "objects/")).containsExactly("new 2");
    }

    /** What stands in its history is compared with what arrives, also where a later specification hides it. */
    @Test
    void whatIsThereAlreadyIsKnownInEachSpecification() {
        var collection = machines.railways();
        var id = id("indicator");
        client().bring(collection, now(id, 2), before(id, 1), before(id, 3), before(id, 4));
        var again = client().bring(collection, before(id, 3), now(id, 2), before(id, 4))
                .json();
        assertThat(again.path("success_count").asInt()).isEqualTo(3);
        assertThat(names(collection + "objects/?match[version]=all&match[spec_version]=2.0,2.1"))
                .containsExactly("new 2", "old 1", "old 3", "old 4");
        var status = "/taxii2/general/status/" + again.path("id").asString() + "/";
        assertThat(client().get(status).json().path("success_count").asInt()).isEqualTo(3);
    }
}
