package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.intel.IndicatorType;
import noroshi.intel.IntelLibrary;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Indicators;
import noroshi.intel.life.Life;
import noroshi.intel.life.Papers;
import noroshi.intel.life.Standing;
import noroshi.intel.lists.Holdings;
import noroshi.intel.lists.Lists;
import noroshi.intel.lists.Wanted;
import noroshi.shared.Acting;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.topic.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Nobody takes back what others brought, nobody learns by it what they never got, and nothing comes back by a copy. */
@RunningHouse
@Import(Papers.class)
class TakingBackOnesOwnTests {
    private static final Window SOME = new Window(0, 100);

    @Autowired
    Machines machines;

    @Autowired
    EnterLibrary library;

    @Autowired
    FollowRecalls recalls;

    @Autowired
    Consumers consumers;

    @Autowired
    Indicators indicators;

    @Autowired
    Holdings holdings;

    @Autowired
    IntelLibrary imports;

    @Autowired
    Papers papers;

    @Autowired
    Lists lists;

    @Autowired
    Topics topics;

    private final String name = "t" + UUID.randomUUID().toString().substring(0, 12) + ".example";
    private final String id = id("indicator");

    private String collection(List<UUID> writers) {
        var found = machines.collection(List.of(CENTRE, RAILWAY, POWER), writers, Tlp.AMBER);
        machines.of(writers.getFirst()).bring(found, indicator("2026-07-02T00:00:00.000Z", ""));
        library.run();
        return found;
    }

    private String indicator(String modified, String more) {
        return """
                {"type":"indicator","spec_version":"2.1","id":"%s","created":"2026-07-01T00:00:00.000Z",\
                "modified":"%s","pattern":"[domain-name:value = '%s']","pattern_type":"stix",\
                "valid_from":"2026-07-01T00:00:00Z","object_marking_refs":["%s"]%s}""".formatted(id, modified, name, GREEN, more);
    }

    private List<String> ids(String collection, UUID reader) {
        return machines.of(reader).get(collection + "objects/").ids();
    }

    private Life life() {
        return indicators.find(Asked.read(name), SOME, ED).getFirst();
    }

    private void file(String object) {
        var file = "{\"type\":\"bundle\",\"id\":\"bundle--" + UUID.randomUUID() + "\",\"objects\":[" + object + "]}";
        imports.importBundle(file.getBytes(), "x.json", Optional.empty(), ED);
    }

    private List<Boolean> revoked(String collection, UUID reader) {
        return machines.of(reader).get(collection + "objects/").json().path("objects").values().stream()
                .map(object -> object.path("revoked").asBoolean(false))
                .toList();
    }

    @Test
    void nobodyIsToldOfAValueThatTheVersionTheyGotNeverNamed() {
        var collection = collection(List.of(POWER));
        assertThat(ids(collection, RAILWAY)).containsExactly(id);
        consumers.write();
        var secret = "u" + name.substring(1);
        file(indicator("2026-07-03T00:00:00.000Z", "")
                .replace("'" + name + "'", "'" + name + "' OR domain-name:value = '" + secret + "'")
                .replace(GREEN, STRICT));
        var value = indicators.find(Asked.read(secret), SOME, ED).getFirst().id();
        indicators.withdraw(value, "誤り", ED);
        recalls.run();
        assertThat(holdings.takenBack(SOME, MIKA)).noneMatch(row -> row.text().equals(secret));
        assertThat(holdings.fetched(value, MIKA)).isEmpty();
        assertThat(holdings.fetched(life().id(), MIKA)).isNotEmpty();
    }

    @Test
    void aStrangerTakesBackNothingWithAnothersId() {
        var collection = collection(List.of(POWER));
        var strangers = machines.collection(List.of(CENTRE, STRANGERS), List.of(STRANGERS), Tlp.AMBER);
        machines.of(STRANGERS).bring(strangers, indicator("2026-07-09T00:00:00.000Z", ",\"revoked\":true"));
        library.run();
        recalls.run();
        assertThat(revoked(collection, RAILWAY)).containsExactly(false);
        assertThat(life().standing()).isNotEqualTo(Standing.WITHDRAWN);
    }

    @Test
    void whoBroughtItTakesItBackFromWhereverElseTheyBroughtIt() {
        var collection = collection(List.of(POWER, CENTRE));
        var elsewhere = machines.collection(List.of(CENTRE), List.of(POWER), Tlp.AMBER);
        machines.of(POWER).bring(elsewhere, indicator("2026-07-09T00:00:00.000Z", ",\"revoked\":true"));
        library.run();
        recalls.run();
        assertThat(revoked(collection, RAILWAY)).containsExactly(true);
    }

    @Test
    void aWordForFewerIsNotPassedOnToMore() {
        var collection = collection(List.of(CENTRE));
        file(indicator("2026-07-05T00:00:00.000Z", ",\"revoked\":true,\"description\":\"inside\"")
                .replace(GREEN, AMBER));
        recalls.run();
        assertThat(revoked(collection, RAILWAY)).isEmpty();
        assertThat(machines.of(RAILWAY)
                        .get(collection + "objects/?match[version]=all")
                        .ids())
                .isEmpty();
    }

    @Test
    void whatWasTakenBackComesBackByNoOtherCopy() {
        var collection = collection(List.of(POWER));
        indicators.withdraw(life().id(), "誤り", ED);
        recalls.run();
        machines.of(POWER).bring(collection, indicator("2026-07-01T12:00:00.000Z", ""));
        assertThat(ids(collection, RAILWAY)).isEmpty();
        var elsewhere = machines.collection(List.of(RAILWAY), List.of(POWER), Tlp.AMBER);
        machines.of(POWER).bring(elsewhere, indicator("2026-07-02T00:00:00.000Z", ""), marked(GREEN));
        assertThat(ids(elsewhere, RAILWAY)).hasSize(1).doesNotContain(id);
    }

    @Test
    void whatACommunitySaysToWhoeverLoadedItIsNotTakenBack() throws Exception {
        var both = papers.publish(Tlp.GREEN, ALL, name);
        papers.publish(Tlp.GREEN, RAIL, name);
        Acting.as(MIKA, () -> {
            var wanted = new Wanted(Set.of(IndicatorType.DOMAIN), 0, Tlp.AMBER, Wanted.USUAL, false);
            lists.loaded(
                    "domain.txt", lists.select(wanted, MIKA), UUID.randomUUID().toString(), MIKA);
        });
        topics.withdraw(both, "誤り", ED);
        recalls.run();
        assertThat(holdings.takenBack(SOME, MIKA)).noneMatch(row -> row.text().equals(name));
    }
}
