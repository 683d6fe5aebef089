package noroshi.intel.life;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.JUN;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.Cast.RIN;
import static noroshi.testing.Cast.SORA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.bulletin.Bulletins;
import noroshi.intel.IndicatorType;
import noroshi.intel.IntelLibrary;
import noroshi.intel.Permission;
import noroshi.intel.life.Life.Conflict;
import noroshi.intel.life.Saying.How;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.testing.WholeHouse;
import noroshi.topic.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One row for each value, many sources, and for each reader only what their own sources say. */
@WholeHouse
@Import(Papers.class)
class IndicatorLifeTests {
    private static final Window ALL = new Window(0, 50);

    @Autowired
    Indicators indicators;

    @Autowired
    Papers papers;

    @Autowired
    IntelLibrary library;

    @Autowired
    Bulletins bulletins;

    @Autowired
    Topics topics;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyReaderSeesWhatTheirOwnSourcesSay() {
        var name = Papers.name();
        bring(name, "2026-07-02T00:00:00Z", ", \"confidence\": 90");
        papers.publish(Tlp.GREEN, RAIL, "ドメイン," + name + ",通信先,低");
        var centre = only(name, ED);
        assertThat(centre.sayings()).hasSize(2);
        assertThat(centre.conflicts(java.time.Instant.now())).contains(Conflict.CONFIDENCE, Conflict.LABEL);
        var member = only(name, MIKA);
        assertThat(member.id()).isEqualTo(centre.id());
        assertThat(member.sayings())
                .singleElement()
                .satisfies(saying -> assertThat(saying.place()).isInstanceOf(Saying.Place.InTopic.class));
        assertThat(member.score()).isEqualTo(15);
        assertThat(member.tlp()).isEqualTo(Tlp.GREEN);
        assertThat(member.conflicts(java.time.Instant.now())).isEmpty();
        assertThat(find(name, OTTO)).isEmpty();
        assertThatThrownBy(() -> indicators.show(centre.id(), OTTO)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> indicators.sight(centre.id(), true, OTTO)).isInstanceOf(NotFound.class);
        assertThat(indicators.newest(50, OTTO)).noneMatch(life -> life.id().equals(centre.id()));
        assertThat(indicators.newest(50, MIKA)).anyMatch(life -> life.id().equals(centre.id()));
    }

    @Test
    void withoutAReaderNothingIsThere() {
        var name = Papers.name();
        papers.publish(Tlp.GREEN, RAIL, name);
        var id = only(name, MIKA).id();
        assertThat(jdbc.sql("select id from intel.words_of(array[?::uuid])")
                        .param(id)
                        .query()
                        .listOfRows())
                .isEmpty();
        assertThat(jdbc.sql("select id from intel.find_values(array[?], null, null, null, 0, 10)")
                        .param(name)
                        .query()
                        .listOfRows())
                .isEmpty();
    }

    @Test
    void aNewerVersionTakesThePlaceOfTheOlder() {
        var id = UUID.randomUUID().toString();
        var before = Papers.name();
        var after = Papers.name();
        papers.bring(ED, id, "2026-07-02T00:00:00Z", pattern(before), "");
        papers.bring(ED, id, "2026-07-03T00:00:00Z", pattern(after), "");
        assertThat(how(before)).contains(How.SUPERSEDED);
        assertThat(only(before, ED).standing()).isEqualTo(Standing.WITHDRAWN);
        assertThat(how(after)).isEmpty();
        papers.bring(ED, id, "2026-07-01T12:00:00Z", pattern(before), "");
        assertThat(how(before))
                .as("an old version that comes late says nothing new")
                .contains(How.SUPERSEDED);
        papers.bring(ED, id, "2026-07-04T00:00:00Z", pattern(after), Papers.REVOKED);
        assertThat(how(after)).contains(How.REVOKED);
        papers.bring(ED, id, "2026-07-05T00:00:00Z", pattern(before), "");
        assertThat(how(before)).as("what is revoked stays so").contains(How.SUPERSEDED);
        papers.bring(ED, UUID.randomUUID().toString(), "2026-07-05T00:00:00Z", pattern(before), "");
        assertThat(how(before)).as("a source may say it again under a new id").isEmpty();
    }

    @Test
    void whatABulletinNamesNoLongerIsWithdrawn() {
        var kept = Papers.name();
        var dropped = Papers.name();
        var topic = papers.publish(Tlp.GREEN, RAIL, kept, dropped);
        papers.revise(topic, Tlp.GREEN, RAIL, kept);
        assertThat(only(dropped, MIKA).standing()).isEqualTo(Standing.WITHDRAWN);
        assertThat(only(kept, MIKA).standing()).isEqualTo(Standing.LIVE);
        topics.withdraw(topic, "誤り", ED);
        assertThat(find(kept, MIKA)).isEmpty();
    }

    @Test
    void oneSideTakesBackWhatItSaysAndNobodyElseCan() {
        var name = Papers.name();
        var topic = papers.publish(Tlp.GREEN, RAIL, name, Papers.name());
        var id = only(name, MIKA).id();
        assertThatThrownBy(() -> indicators.withdraw(id, "嫌い", MIKA)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> indicators.withdraw(id, "嫌い", OTTO)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> indicators.withdraw(id, " ", ED)).isInstanceOf(RuleBroken.class);
        assertThat(only(name, MIKA).standing()).isEqualTo(Standing.LIVE);
        indicators.withdraw(id, "正規の配信元だった", ED);
        indicators.withdraw(id, "もう一度", ED);
        var seen = only(name, MIKA);
        assertThat(seen.standing()).isEqualTo(Standing.WITHDRAWN);
        assertThat(seen.sayings().getFirst().withdrawal().orElseThrow().why()).isEqualTo("正規の配信元だった");
        assertThat(bulletins.handOut(topic, 1, MIKA).indicators())
                .extracting(each -> each.value())
                .hasSize(1)
                .doesNotContain(name);
        assertThat(bulletins.withdrawn(topic, MIKA)).hasSize(1);
        assertThatThrownBy(() -> indicators.restore(id, MIKA)).isInstanceOf(NotAllowed.class);
        indicators.restore(id, ED);
        assertThat(only(name, MIKA).standing()).isEqualTo(Standing.LIVE);
    }

    @Test
    void theLibraryTakesBackItsOwn() {
        var name = Papers.name();
        bring(name, "2026-07-02T00:00:00Z", "");
        var id = only(name, ED).id();
        assertThatThrownBy(() -> indicators.withdraw(id, "理由", DANA))
                .as("she may read the library, not change it")
                .isInstanceOf(NotAllowed.class);
        indicators.withdraw(id, "古い", ADA);
        assertThat(how(name)).contains(How.PERSON);
    }

    @Test
    void aPermissionGivenLaterHoldsForTheSourcesToo() {
        var name = Papers.name();
        var file = ("""
                {"type": "bundle", "id": "bundle--%s", "objects": [
                 {"type": "indicator", "spec_version": "2.1", "id": "indicator--%s", "created": "2026-07-01T00:00:00Z",
                  "modified": "2026-07-01T00:00:00Z", "pattern": "[domain-name:value = '%s']", "pattern_type": "stix",
                  "valid_from": "2026-07-01T00:00:00Z"}]}""").formatted(UUID.randomUUID(), UUID.randomUUID(), name);
        library.importBundle(file.getBytes(), "a.json", Optional.empty(), ED);
        assertThat(only(name, ED).tlp()).isEqualTo(Tlp.AMBER_STRICT);
        var permission = Optional.of(new Permission(Tlp.GREEN, "Example CERT", "mail"));
        library.importBundle(file.getBytes(), "a.json", permission, ED);
        assertThat(only(name, ED).tlp()).isEqualTo(Tlp.GREEN);
    }

    @Test
    void valuesAreFoundWholeInPartAndByNetwork() {
        var tag = UUID.randomUUID().toString().substring(0, 8);
        var octet = 186; // nobody else says it
        var name = "drop-" + tag + ".example";
        var hash = tag.repeat(8);
        papers.publish(Tlp.GREEN, RAIL, name, "203.0.113." + octet, "hxxps://" + tag + "[.]example/Pay?x=1", hash);
        assertThat(find("drop-" + tag, MIKA)).extracting(Life::value).containsExactly(name);
        assertThat(find("drop-" + tag + "[.]example", MIKA))
                .extracting(Life::value)
                .contains(name);
        assertThat(find("203.0.113.0/24", MIKA)).extracting(Life::value).contains("203.0.113." + octet);
        assertThat(find(hash.toUpperCase(java.util.Locale.ROOT), MIKA))
                .extracting(Life::type)
                .containsExactly(IndicatorType.SHA256);
        assertThat(find("“203[.]0[.]113[.]" + octet + "”、 hxxps://" + tag + "[.]example/Pay?x=1\n" + hash, MIKA))
                .hasSize(3);
        assertThat(find("203.0.113.0/24", OTTO)).noneMatch(life -> life.value().endsWith("." + octet));
        assertThat(find("%", MIKA)).isEmpty();
    }

    @Test
    void numbersUnderFiveAreToldToNobodyButTheCentre() {
        var name = Papers.name();
        papers.publish(Tlp.CLEAR, Papers.EVERYONE, name);
        var id = only(name, MIKA).id();
        for (var actor : List.of(MIKA, NOOR, SORA, JUN)) {
            indicators.sight(id, true, actor);
        }
        indicators.sight(id, true, RIN);
        assertThat(indicators.tally(id, MIKA)).isEqualTo(Tally.NONE);
        assertThat(indicators.tally(id, OTTO)).isEqualTo(Tally.NONE);
        assertThat(indicators.tally(id, ED).seen())
                .as("Rin and Mika are of one organisation")
                .isEqualTo(4);
        indicators.sight(id, true, OTTO);
        assertThat(indicators.tally(id, MIKA)).isEqualTo(new Tally(5, 0, false));
        indicators.sight(id, false, OTTO);
        assertThat(indicators.tally(id, MIKA)).isEqualTo(Tally.NONE);
        assertThat(indicators.own(id, OTTO).orElseThrow().seen()).isFalse();
        assertThat(indicators.own(id, DANA)).isEmpty();
    }

    private void bring(String name, String modified, String more) {
        papers.bring(ED, UUID.randomUUID().toString(), modified, pattern(name), more);
    }

    private static String pattern(String name) {
        return "[domain-name:value = '" + name + "']";
    }

    private List<Life> find(String typed, Actor actor) {
        return indicators.find(Asked.read(typed), ALL, actor);
    }

    private Life only(String name, Actor actor) {
        var found = find(name, actor);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private Optional<How> how(String name) {
        return only(name, ED).sayings().getFirst().withdrawal().map(Saying.Withdrawal::how);
    }
}
