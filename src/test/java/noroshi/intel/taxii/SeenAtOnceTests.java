package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.membership.Members;
import noroshi.membership.NewToken;
import noroshi.membership.People;
import noroshi.membership.Scope;
import noroshi.membership.Token;
import noroshi.membership.Tokens;
import noroshi.shared.Acting;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Between two requests that are the same a right is taken away; the page was in memory, and the second does not get it. */
@RunningHouse
class SeenAtOnceTests {
    @Autowired
    Machines machines;

    @Autowired
    Collections collections;

    @Autowired
    Tokens tokens;

    @Autowired
    People people;

    @Autowired
    Members members;

    private final String first = marked(GREEN);
    private final String second = marked(AMBER);
    private UUID collection = new UUID(0, 0);
    private String page = "";

    /** A full page with a next one, in memory because it was asked for twice. */
    private Client warm(Client machine) {
        collection = machines.id(List.of(RAILWAY, POWER), List.of(RAILWAY), Tlp.AMBER_STRICT);
        page = path() + "objects/?limit=1";
        machines.of(RAILWAY).bring(path(), first, second, marked(STRICT));
        for (var n = 0; n < 2; n++) {
            assertThat(machine.get(page).ids()).containsExactly(idOf(first));
        }
        return machine;
    }

    private String path() {
        return "/taxii2/general/collections/" + collection + "/";
    }

    private void change(List<UUID> readers, List<UUID> writers, Tlp strictest) {
        Acting.as(
                ADA,
                () -> collections.change(
                        collection,
                        new NewCollection(Optional.empty(), "Test", "", "", strictest, readers, writers),
                        ADA));
    }

    private Client disposable(String label) {
        return new Client(
                machines.port(),
                tokens.create(new NewToken(RAILWAY, label, Set.of(Scope.TAXII), Duration.ofDays(1)), RIN)
                        .text());
    }

    private Token token(String label) {
        return tokens.of(RAILWAY, RIN).stream()
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anotherOrganisationGetsNothingOfAPageInMemory() {
        warm(machines.of(POWER));
        assertThat(machines.of(STRANGERS).get(page).status()).isEqualTo(404);
        assertThat(new Client(machines.port(), "nor_made-up").get(page).status())
                .isEqualTo(401);
    }

    @Test
    void aReaderWhoIsTakenOffTheList() {
        var power = warm(machines.of(POWER));
        change(List.of(RAILWAY), List.of(RAILWAY), Tlp.AMBER_STRICT);
        assertThat(power.get(page).status()).isEqualTo(404);
        assertThat(machines.of(RAILWAY).get(page).ids()).containsExactly(idOf(first));
        change(List.of(RAILWAY, POWER), List.of(RAILWAY), Tlp.AMBER_STRICT);
        assertThat(power.get(page).ids()).containsExactly(idOf(first));
    }

    @Test
    void aWriterWhoIsTakenOffTheListAndALabelThatIsLowered() {
        warm(machines.of(POWER));
        var railway = machines.of(RAILWAY);
        change(List.of(RAILWAY, POWER), List.of(RAILWAY), Tlp.GREEN);
        assertThat(railway.bring(path(), marked(AMBER))
                        .json()
                        .path("failure_count")
                        .asInt())
                .isEqualTo(1);
        change(List.of(RAILWAY, POWER), List.of(POWER), Tlp.GREEN);
        assertThat(railway.bring(path(), marked(GREEN)).status()).isEqualTo(403);
    }

    @Test
    void aTokenThatIsRevoked() {
        var label = "revoked " + UUID.randomUUID();
        var machine = warm(disposable(label));
        tokens.revoke(token(label).id(), RIN);
        assertThat(machine.get(page).status()).isEqualTo(401);
        assertThat(machines.of(POWER).get(page).ids()).containsExactly(idOf(first));
    }

    @Test
    void aMachineWhoseSeatEnds() {
        var label = "ended " + UUID.randomUUID();
        var machine = warm(disposable(label));
        var account = members.byLogin(token(label).account()).orElseThrow().id();
        var seat = people.seats(account).getFirst().id();
        Acting.as(RIN, () -> {
            people.endSeat(seat, RIN);
        });
        assertThat(machine.get(page).status()).isEqualTo(401);
    }

    @Test
    void whomTheSourceNamesNoLonger() {
        var power = warm(machines.of(POWER));
        Acting.as(RIN, () -> collections.name(collection, List.of(POWER), RIN));
        var all = path() + "objects/?limit=2";
        assertThat(power.get(path() + "objects/").ids()).hasSize(3);
        assertThat(power.get(all).more()).isTrue();
        Acting.as(RIN, () -> collections.name(collection, List.of(), RIN));
        assertThat(power.get(path() + "objects/").ids()).containsExactly(idOf(first), idOf(second));
        assertThat(power.get(all).more()).as("nothing says what stands behind").isFalse();
    }

    @Test
    void anObjectThatIsRemoved() {
        var power = warm(machines.of(POWER));
        assertThat(machines.of(RAILWAY)
                        .delete(path() + "objects/" + idOf(first) + "/")
                        .status())
                .isEqualTo(200);
        assertThat(power.get(page).ids()).containsExactly(idOf(second));
    }
}
