package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.RAILWAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Sections 3.4 (filtering), 5.4 (get objects), 5.6 (get an object), 5.3 (manifest), 5.8 (versions). */
@RunningHouse
class FetchingTests {
    @Autowired
    Machines machines;

    private Client client() {
        return machines.of(RAILWAY);
    }

    @Test
    void objectsComeAsTheyWereSentInTheOrderTheyCame() {
        var collection = machines.railways();
        var odd =
                indicator(id("indicator"), DAY, " ,  \"x_odd\" : 1e3 , \"b\":\"\\u00e9\\/\",\"a\":{\"z\":1,\"y\":[ ]}");
        var others = List.of(indicator(), malware(), odd);
        client().bring(collection, others.toArray(String[]::new));
        var answer = client().get(collection + "objects/");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"more\":false,\"objects\":[" + String.join(",", others) + "]}");
    }

    @Test
    void anEmptyAnswerIsAnEmptyObjectWithoutDates() {
        var collection = machines.railways();
        for (var what : List.of("objects/", "manifest/")) {
            var answer = client().get(collection + what);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).isEqualTo("{}");
            assertThat(answer.header("X-TAXII-Date-Added-First")).isEmpty();
            assertThat(answer.header("X-TAXII-Date-Added-Last")).isEmpty();
        }
    }

    @Test
    void datesAddedAreStrictlyGrowingWithSixDigits() {
        var collection = machines.railways();
        client().bring(collection, indicator(), indicator(), indicator());
        client().bring(collection, indicator());
        var records = client().get(collection + "manifest/").json().path("objects");
        var dates = records.values().stream()
                .map(each -> each.path("date_added").asString())
                .toList();
        assertThat(dates).hasSize(4).isSorted().doesNotHaveDuplicates();
        assertThat(dates).allMatch(date -> date.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z"));
        var answer = client().get(collection + "objects/");
        assertThat(answer.first()).isEqualTo(dates.getFirst());
        assertThat(answer.last()).isEqualTo(dates.getLast());
    }

    @Test
    void pagesFollowEachOtherByNext() {
        var collection = machines.railways();
        var ids = bringMany(collection, 7);
        for (var what : List.of("objects/", "manifest/")) {
            var seen = new ArrayList<String>();
            var next = "";
            do {
                var answer = client().get(collection + what + "?limit=3" + (next.isEmpty() ? "" : "&next=" + next));
                assertThat(answer.ids().size()).isLessThanOrEqualTo(3);
                assertThat(answer.more()).isEqualTo(!answer.next().isEmpty());
                seen.addAll(answer.ids());
                next = answer.next();
            } while (!next.isEmpty());
            assertThat(seen).isEqualTo(ids);
        }
    }

    @Test
    void aRepeatedNextAnswersTheSame() {
        var collection = machines.railways();
        bringMany(collection, 5);
        var next = client().get(collection + "objects/?limit=2").next();
        var once = client().get(collection + "objects/?limit=2&next=" + next);
        bringMany(collection, 3);
        assertThat(client().get(collection + "objects/?limit=2&next=" + next).text())
                .isEqualTo(once.text());
    }

    @Test
    void addedAfterTakesAnyNumberOfDigits() {
        var collection = machines.railways();
        bringMany(collection, 3);
        var all = client().get(collection + "manifest/").json().path("objects");
        var second = all.get(1).path("date_added").asString();
        assertThat(client().get(collection + "objects/?added_after=" + second).ids())
                .containsExactly(all.get(2).path("id").asString());
        assertThat(client().get(collection + "objects/?added_after=" + second.substring(0, 23) + "Z")
                        .ids())
                .contains(all.get(2).path("id").asString());
        assertThat(client().get(collection + "objects/?added_after=" + second.substring(0, 19) + "Z")
                        .ids())
                .hasSize(3);
        assertThat(client().get(collection + "objects/?added_after=" + second.replace("Z", "999Z"))
                        .ids())
                .hasSize(1);
        var last = all.get(2).path("date_added").asString();
        var nothing = client().get(collection + "objects/?added_after=" + last);
        assertThat(nothing.text()).isEqualTo("{}");
        assertThat(client().get(collection + "objects/?added_after=2199-01-01T00:00:00Z")
                        .text())
                .isEqualTo("{}");
    }

    @Test
    void addedAfterAndNextOfAnotherMomentGoTogether() {
        var collection = machines.railways();
        bringMany(collection, 6);
        var all = client().get(collection + "manifest/").json().path("objects");
        var next = client().get(collection + "objects/?limit=2").next();
        var early = "2000-01-01T00:00:00Z";
        assertThat(client().get(collection + "objects/?added_after=" + early + "&next=" + next)
                        .ids())
                .hasSize(4);
        var late = all.get(4).path("date_added").asString();
        assertThat(client().get(collection + "objects/?added_after=" + late + "&next=" + next)
                        .ids())
                .containsExactly(all.get(5).path("id").asString());
    }

    @Test
    void filtersByTypeIdAndSpecVersion() {
        var collection = machines.railways();
        var indicator = indicator();
        var malware = malware();
        var domain = domain(id("domain-name"), "x.example");
        var old = old();
        client().bring(collection, indicator, malware, domain, old);
        var objects = collection + "objects/";
        assertThat(client().get(objects + "?match[type]=malware").ids()).containsExactly(idOf(malware));
        assertThat(client().get(objects + "?match[type]=malware,domain-name").ids())
                .containsExactly(idOf(malware), idOf(domain));
        assertThat(client().get(objects + "?match[type]=malware&match[type]=domain-name")
                        .ids())
                .hasSize(2);
        assertThat(client().get(objects + "?match[type]=nothing").text()).isEqualTo("{}");
        assertThat(client().get(objects + "?match[id]=" + idOf(domain) + "," + idOf(indicator))
                        .ids())
                .containsExactly(idOf(indicator), idOf(domain));
        assertThat(client().get(objects + "?match[id]=" + idOf(domain) + "&match[type]=malware")
                        .text())
                .isEqualTo("{}");
        assertThat(client().get(objects + "?match[id]=nonsense").text()).isEqualTo("{}");
        assertThat(client().get(objects + "?match[spec_version]=2.0").ids()).containsExactly(idOf(old));
        assertThat(client().get(objects + "?match[spec_version]=2.1").ids()).hasSize(3);
        assertThat(client().get(objects + "?match[spec_version]=2.0,2.1").ids()).hasSize(4);
        assertThat(client().get(objects + "?match[spec_version]=2.0&match[type]=malware")
                        .text())
                .isEqualTo("{}");
    }

    private static String version(String id, int day) {
        return indicator(id, "2026-07-0" + day + "T00:00:00.000Z", ",\"name\":\"" + day + "\"");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        var collection = machines.railways();
        var there = indicator();
        client().bring(collection, there);
        var objects = collection + "objects/";
        assertThat(client().get(objects + id("indicator") + "/").status()).isEqualTo(404);
        assertThat(client().get(objects + id("indicator") + "/versions/").status())
                .isEqualTo(404);
        assertThat(client().get(objects + "%27%20or%201/").status()).isEqualTo(404);
        var late = client().get(objects + idOf(there) + "/?added_after=2199-01-01T00:00:00Z");
        assertThat(late.status()).isEqualTo(200);
        assertThat(late.text()).isEqualTo("{}");
    }

    @Test
    void filtersThatMakeNoSenseAreBadRequests() {
        var collection = machines.railways();
        for (var query : List.of(
                "limit=0",
                "limit=-1",
                "limit=x",
                "limit=1,2",
                "added_after=yesterday",
                "added_after=2026-13-01T00:00:00Z",
                "next=nonsense",
                "match[version]=newest",
                "match[type]=%ZZ")) {
            var answer = client().get(collection + "objects/?" + query.replace("%ZZ", "%25ZZ"));
            assertThat(answer.status()).as(query).isEqualTo(query.contains("%ZZ") ? 200 : 400);
        }
        assertThat(client().get(collection + "objects/?limit=99999999999").status())
                .isEqualTo(200);
        assertThat(client().get(collection + "objects/?unknown=1&match[x]=2").status())
                .isEqualTo(200);
    }

    @Test
    void aPageIsAskedForAgainOnlyWhenItHasChanged() {
        var collection = machines.railways();
        bringMany(collection, 3);
        var page = client().get(collection + "objects/");
        var tag = page.header("ETag").orElseThrow();
        var again = client().get(collection + "objects/", "If-None-Match", tag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.response().body()).isEmpty();
        bringMany(collection, 1);
        assertThat(client().get(collection + "objects/", "If-None-Match", tag).status())
                .isEqualTo(200);
    }

    @Test
    void aTagTellsNothingOfWhatOthersKeepToThemselves() {
        var both = List.of(noroshi.testing.Cast.RAILWAY, noroshi.testing.Cast.POWER);
        var collection = machines.collection(both, both);
        var strict = marked(STRICT);
        machines.of(noroshi.testing.Cast.POWER).bring(collection, strict);
        client().bring(collection, marked(GREEN), marked(GREEN), marked(GREEN));
        var path = collection + "objects/?limit=2";
        var tag = client().get(path).header("ETag").orElseThrow();
        client().bring(collection, strict.replace(STRICT, GREEN));
        assertThat(client().get(path).header("ETag")).contains(tag);
    }

    @Test
    void cachedPagesFollowChanges() {
        var collection = machines.railways();
        var id = id("indicator");
        client().bring(collection, version(id, 1), indicator(), indicator(), indicator());
        var path = collection + "objects/?limit=2";
        assertThat(client().get(path).ids()).contains(id);
        client().bring(collection, version(id, 2));
        assertThat(client().get(path).ids()).doesNotContain(id).hasSize(2);
        assertThat(Collections.frequency(client().get(collection + "objects/").ids(), id))
                .isEqualTo(1);
    }

    private List<String> bringMany(String collection, int count) {
        var objects = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            objects.add(indicator());
        }
        client().bring(collection, objects.toArray(String[]::new));
        return objects.stream().map(Stix::idOf).toList();
    }
}
