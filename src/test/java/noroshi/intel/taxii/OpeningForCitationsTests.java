package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.life.Papers;
import noroshi.shared.NotAllowed;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;

/** Who opens a collection for what bulletins cite, who may read there, and what becomes of it when it is closed. */
class OpeningForCitationsTests extends CitedTests {
    @Test
    void aCommunitysBulletinGoesIntoItsOwnRootAndTheReadersStay() {
        var readers = List.of(RAIL, CENTRE);
        var id = collections.create(rails(readers), ADA);
        collections.publish(id, true, ADA);
        var wide = collections.create(rails(List.of(RAIL, CENTRE, POWER)), ADA);
        collections.publish(wide, true, ADA);
        papers.publish(Tlp.GREEN, RAIL, name);
        exchange.run();
        var root = "/taxii2/" + RAIL + "/collections/";
        assertThat(told(root + id + "/", CENTRE, name)).hasSize(1);
        assertThat(told(root + wide + "/", CENTRE, name))
                .as("the power company would read along")
                .isEmpty();
        assertThat(machines.of(STRANGERS).get(root + id + "/objects/").status()).isEqualTo(404);
        assertThatThrownBy(() -> collections.change(id, rails(List.of(RAIL, CENTRE, POWER)), ADA))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("intel.collection.published.readers");
        collections.publish(id, false, ADA);
        assertThatThrownBy(() -> collections.change(id, rails(List.of(RAIL, CENTRE, POWER)), ADA))
                .as("what is in there stays")
                .isInstanceOf(RuleBroken.class);
        collections.change(id, rails(readers), ADA);
    }

    private static NewCollection rails(List<UUID> readers) {
        return new NewCollection(Optional.of(RAIL), "Rail", "", "", Tlp.AMBER, readers, List.of(CENTRE));
    }

    @Test
    void aClosedCollectionTakesNothingNewAndStillRevokes() {
        var takes = open();
        var topic = papers.publish(Tlp.GREEN, ALL, name);
        exchange.run();
        collections.publish(takes, false, ADA);
        var later = Papers.name();
        papers.publish(Tlp.GREEN, ALL, later);
        exchange.run();
        assertThat(told(takes, later)).isEmpty();
        assertThat(told(takes, name)).noneMatch(CitedTests::revoked);
        topics.withdraw(topic, "誤り", ED);
        exchange.run();
        assertThat(revoked(told(takes, name).getLast())).isTrue();
    }

    @Test
    void whoOpensOneIsAnAdministratorAndTheCentreWrites() {
        var id = machines.id(List.of(RAILWAY), List.of(RAILWAY), Tlp.AMBER);
        assertThatThrownBy(() -> collections.publish(id, true, MIKA)).isInstanceOf(NotAllowed.class);
        collections.publish(id, true, ADA);
        assertThat(collections.show(id, ADA).writers()).containsExactlyInAnyOrder(RAILWAY, CENTRE);
        var without =
                new NewCollection(Optional.empty(), "Test", "", "", Tlp.AMBER, List.of(RAILWAY), List.of(RAILWAY));
        assertThatThrownBy(() -> collections.change(id, without, ADA))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("intel.collection.published.writer");
    }
}
