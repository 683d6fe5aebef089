package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.asset.AssetApprovals;
import noroshi.asset.AssetRegister;
import noroshi.intel.IndicatorType;
import noroshi.intel.Spelling;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Indicators;
import noroshi.intel.life.Papers;
import noroshi.intel.warning.WarningLists;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.testing.Cast;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** What bulletins cite goes into collections that take it, once, and is revoked when nobody says it any more. */
class TellingWhatIsCitedTests extends CitedTests {
    @Autowired
    CitedStore store;

    @Autowired
    EnterLibrary library;

    @Autowired
    FollowRecalls recalls;

    @Autowired
    Indicators indicators;

    @Autowired
    WarningLists warnings;

    @Autowired
    AssetRegister assets;

    @Autowired
    AssetApprovals approvals;

    @Autowired
    TransactionOperations transaction;

    private void lookAgain() {
        exchange.lookAgain();
        exchange.run();
    }

    @Test
    void whatABulletinCitesIsInTheCollectionsThatTakeIt() {
        var takes = open();
        var takesNot = machines.id(List.of(RAILWAY, CENTRE), List.of(CENTRE), Tlp.AMBER);
        var topic = papers.publish(Tlp.GREEN, ALL, name);
        exchange.run();
        var out = told(takes, name);
        assertThat(out).hasSize(1);
        var indicator = out.getFirst();
        assertThat(indicator.path("pattern").asString()).isEqualTo("[domain-name:value = '" + name + "']");
        assertThat(indicator.path("object_marking_refs").get(0).asString()).isEqualTo(GREEN);
        assertThat(Instant.parse(indicator.path("valid_until").asString()))
                .isAfter(Instant.parse(indicator.path("valid_from").asString()));
        var reference = indicator.path("external_references").get(0);
        assertThat(reference.path("external_id").asString()).isEqualTo(topic.toString());
        assertThat(reference.has("url")).isFalse();
        assertThat(indicator.toString()).as("nothing of the text").doesNotContain("観測された値");
        assertThat(told(takesNot, name)).isEmpty();
        assertThat(machines.of(STRANGERS).get(path(takes) + "objects/").status())
                .isEqualTo(404);
        var other = open();
        exchange.run();
        assertThat(told(other, name))
                .as("opened later, an object of its own")
                .singleElement()
                .satisfies(object -> {
                    assertThat(object.path("pattern")).isEqualTo(indicator.path("pattern"));
                    assertThat(object.path("id")).isNotEqualTo(indicator.path("id"));
                });
    }

    @Test
    void nothingIsToldTwice() {
        var takes = open();
        papers.publish(Tlp.GREEN, ALL, name);
        exchange.run();
        lookAgain();
        assertThat(told(takes, name)).hasSize(1);
    }

    /** As after a kill between bringing and writing that down. */
    @Test
    void whatIsBroughtAgainIsTheSameObject() {
        var takes = open();
        papers.publish(Tlp.GREEN, ALL, name);
        exchange.run();
        transaction.executeWithoutResult(status -> {
            var due = store.due(store.values(new UUID(0, 0), 100_000)).stream()
                    .filter(each -> each.collection().equals(takes)
                            && each.form().value().equals(name))
                    .findFirst()
                    .orElseThrow();
            var stands = due.told();
            var text = stands.text().orElseThrow();
            var word = new CitedStore.Word(
                    CitedIndicator.id(text),
                    text,
                    stands.created().orElseThrow(),
                    stands.modified().orElseThrow());
            store.decided(due, CitedStore.State.TOLD, stands.round(), Optional.of(word));
            assertThat(store.ready(takes, 10)).hasSize(1);
        });
        exchange.run();
        assertThat(told(takes, name)).hasSize(1);
    }

    @Test
    void whatANewerVersionDropsIsRevoked() {
        var takes = open();
        var stays = Papers.name();
        var topic = papers.publish(Tlp.GREEN, ALL, name, stays);
        exchange.run();
        papers.revise(topic, Tlp.GREEN, ALL, stays);
        exchange.run();
        assertThat(told(takes, name)).hasSize(2);
        assertThat(revoked(told(takes, name).getLast())).isTrue();
        assertThat(told(takes, stays)).noneMatch(CitedTests::revoked);
        topics.withdraw(topic, "誤り", ED);
        exchange.run();
        assertThat(revoked(told(takes, stays).getLast())).isTrue();
    }

    @Test
    void whatAPersonTakesBackIsRevokedOnceAndComesBackUnderAnotherId() {
        var takes = open();
        papers.publish(Tlp.GREEN, ALL, name);
        exchange.run();
        library.run();
        var value = indicators.find(Asked.read(name), new Window(0, 5), ED).getFirst();
        indicators.withdraw(value.id(), "正規の名前", ED);
        exchange.run();
        recalls.run();
        library.run();
        lookAgain();
        var out = told(takes, name);
        assertThat(out).hasSize(2);
        assertThat(revoked(out.getLast())).isTrue();
        indicators.restore(value.id(), ED);
        exchange.run();
        var again = told(takes, name);
        assertThat(again).hasSize(3);
        assertThat(revoked(again.getLast())).isFalse();
        assertThat(again.getLast().path("id"))
                .as("a revoked id is over")
                .isNotEqualTo(out.getFirst().path("id"));
    }

    @Test
    void onlyWhatAllReadersMayReadComesIn() {
        var takes = open();
        var green = open(List.of(RAILWAY, CENTRE), Tlp.GREEN);
        var amber = Papers.name();
        papers.publish(Tlp.AMBER, ALL, amber);
        var strict = Papers.name();
        papers.publish(Tlp.AMBER_STRICT, ALL, strict);
        var windows = Papers.name();
        papers.publish(Tlp.AMBER, Cast.office("window", RAILWAY), windows);
        var rails = Papers.name();
        papers.publish(Tlp.GREEN, RAIL, rails);
        exchange.run();
        assertThat(told(takes, amber)).hasSize(1);
        assertThat(told(green, amber))
                .as("the collection takes no more than GREEN")
                .isEmpty();
        assertThat(told(takes, strict)).isEmpty();
        assertThat(told(takes, windows)).isEmpty();
        assertThat(told(takes, rails)).isEmpty();
    }

    @Test
    void warningListsAndWhatIsSomebodysOwnKeepItBack() {
        var takes = open();
        papers.publish(Tlp.GREEN, ALL, name);
        var own = Papers.name();
        papers.publish(Tlp.GREEN, ALL, own);
        exchange.run();
        assertThat(told(takes, name)).hasSize(1);
        var file = "{\"name\": \"l%s\", \"type\": \"string\", \"list\": [\"%s\"]}".formatted(UUID.randomUUID(), name);
        warnings.load(file.getBytes(), ED);
        approvals.approve(List.of(assets.register(Optional.empty(), own, "", MIKA)), DANA);
        lookAgain();
        assertThat(revoked(told(takes, name).getLast())).isTrue();
        assertThat(revoked(told(takes, own).getLast())).isTrue();
        warnings.except(new Spelling.Form(IndicatorType.DOMAIN, name), "本当に悪い", ED);
        lookAgain();
        assertThat(told(takes, name)).hasSize(3);
        assertThat(revoked(told(takes, name).getLast())).isFalse();
        assertThat(told(takes, own)).hasSize(2);
    }

    @Test
    void whatIsUnsureStaysOut() {
        var takes = open();
        papers.publish(Tlp.GREEN, ALL, "ドメイン," + name + ",通信先,低");
        exchange.run();
        assertThat(told(takes, name)).isEmpty();
    }
}
