package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.intel.IndicatorType;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Papers;
import noroshi.intel.life.Standing;
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
@Import(Papers.class)
class TakingBackOnesOwnTests extends RecallTests {
    @Autowired
    Papers papers;

    @Autowired
    Lists lists;

    @Autowired
    Topics topics;

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
    void aStrangersOtherValueUnderAnothersIdTakesNothingBack() {
        var collection = collection(List.of(POWER));
        var strangers = machines.collection(List.of(CENTRE, STRANGERS), List.of(STRANGERS), Tlp.AMBER);
        var other = "w" + name.substring(1);
        machines.of(STRANGERS)
                .bring(strangers, indicator("2026-07-09T00:00:00.000Z", "").replace(name, other));
        library.run();
        var value = indicators.find(Asked.read(other), SOME, ED).getFirst().id();
        indicators.withdraw(value, "正規の配信元だった", ED);
        recalls.run();
        assertThat(ids(strangers, STRANGERS)).isEmpty();
        assertThat(ids(collection, RAILWAY)).containsExactly(id);
        machines.of(POWER).bring(collection, indicator("2026-07-03T00:00:00.000Z", ""));
        assertThat(ids(collection, RAILWAY)).as("nor what comes later").containsExactly(id);
    }

    @Test
    void whatTheCentreWithdrawsIsHeldBackWhoeverBroughtIt() {
        var collection = collection(List.of(POWER));
        var strangers = machines.collection(List.of(CENTRE, STRANGERS), List.of(STRANGERS), Tlp.AMBER);
        machines.of(STRANGERS).bring(strangers, indicator("2026-07-09T00:00:00.000Z", ""));
        library.run();
        indicators.withdraw(life().id(), "正規の配信元だった", ED);
        recalls.run();
        assertThat(ids(strangers, STRANGERS)).isEmpty();
        assertThat(ids(collection, RAILWAY)).isEmpty();
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

    private void load() {
        Acting.as(MIKA, () -> {
            var wanted = new Wanted(Set.of(IndicatorType.DOMAIN), 0, Tlp.AMBER, Wanted.USUAL, false);
            lists.loaded(
                    "domain.txt", lists.select(wanted, MIKA), UUID.randomUUID().toString(), MIKA);
        });
    }

    @Test
    void allThatIsStillHeldIsCountedWhateverPageOneReads() throws Exception {
        var topic = papers.publish(Tlp.GREEN, ALL, name, "x" + name);
        load();
        var before = holdings.stillHeld(MIKA);
        topics.withdraw(topic, "誤り", ED);
        recalls.run();
        assertThat(holdings.takenBack(new Window(0, 1), MIKA)).hasSize(1);
        assertThat(holdings.stillHeld(MIKA)).isEqualTo(before + 2);
        assertThat(holdings.stillHeld(OTTO)).isZero();
        load();
        assertThat(holdings.stillHeld(MIKA)).isEqualTo(before);
    }

    @Test
    void whatACommunitySaysToWhoeverLoadedItIsNotTakenBack() throws Exception {
        var both = papers.publish(Tlp.GREEN, ALL, name);
        papers.publish(Tlp.GREEN, RAIL, name);
        load();
        topics.withdraw(both, "誤り", ED);
        recalls.run();
        assertThat(holdings.takenBack(SOME, MIKA)).noneMatch(row -> row.text().equals(name));
    }
}
