package noroshi.topic;

import static noroshi.testing.Cast.KEI;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.SignedIn.as;
import static noroshi.topic.Samples.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What is marked as read, and which version was opened: a record says what somebody did and no more. */
@WholeHouse
class SettingAsideTests {
    @Autowired
    Topics topics;

    @Autowired
    Readership readership;

    @Autowired
    MockMvcTester mvc;

    @Test
    void aMarkIsNotNewAndNoReading() {
        var id = topics.post(post(Tlp.AMBER, RAIL), MIKA);
        assertThat(unread(id, NOOR)).isTrue();

        readership.markSeen(List.of(id), NOOR);
        readership.markSeen(List.of(id), OTTO);

        assertThat(unread(id, NOOR)).isFalse();
        assertThat(unread(id, KEI)).isTrue();
        assertThat(readership.mine(id, NOOR)).isEmpty();
        assertThat(readership.receipts(id, NOOR))
                .allMatch(receipt -> receipt.version().isEmpty());
        assertThatThrownBy(() -> readership.confirm(id, 1, NOOR)).hasMessage("topic.not-opened");
    }

    @Test
    void anOpeningAfterAMarkIsTheFirst() {
        var id = topics.post(post(Tlp.AMBER, RAIL), MIKA);
        readership.markSeen(List.of(id), NOOR);
        assertThat(readership.open(id, Level.ALL, NOOR).before()).isEmpty();
        assertThat(readership.mine(id, NOOR)).flatMap(Receipt::version).contains(1);
        readership.confirm(id, 1, NOOR);
    }

    @Test
    void aMarkOverAnOlderReadingLeavesItThere() {
        var id = revised(post(Tlp.AMBER, RAIL), true);
        assertThat(unread(id, NOOR)).isTrue();

        readership.markSeen(List.of(id), NOOR);

        assertThat(unread(id, NOOR)).isFalse();
        assertThat(readership.colleagues(id, NOOR))
                .filteredOn(receipt -> receipt.person().equals(NOOR.person()))
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.version()).contains(1));
        revise(id, 2);
        assertThat(unread(id, NOOR)).isTrue();
    }

    @Test
    void anOlderVersionThatIsOpenedIsTheOneThatWasRead() {
        var id = revised(post(Tlp.AMBER, RAIL), false);
        assertThat(mvc.get().uri("/topics/" + id + "?version=1").with(as(NOOR))).hasStatusOk();
        assertThat(readership.mine(id, NOOR)).flatMap(Receipt::version).contains(1);
        assertThat(unread(id, NOOR)).isTrue();
        assertThatThrownBy(() -> readership.confirm(id, 2, NOOR)).hasMessage("topic.not-opened");

        assertThat(mvc.get().uri("/topics/" + id + "?version=2").with(as(NOOR))).hasStatusOk();
        assertThat(readership.mine(id, NOOR)).flatMap(Receipt::version).contains(2);
        assertThat(unread(id, NOOR)).isFalse();
    }

    @Test
    void comparingOlderVersionsIsNoReadingOfTheNewest() {
        var id = revised(post(Tlp.AMBER, RAIL), false);
        revise(id, 2);
        assertThat(mvc.get().uri("/topics/" + id + "/changes?from=1&to=2").with(as(NOOR)))
                .hasStatusOk();
        assertThat(readership.mine(id, NOOR)).flatMap(Receipt::version).contains(2);
        assertThat(unread(id, NOOR)).isTrue();
        readership.open(id, Level.ALL, Optional.of(9), Set.of(), NOOR);
        assertThat(readership.mine(id, NOOR)).flatMap(Receipt::version).contains(3);
    }

    private UUID revised(NewTopic topic, boolean read) {
        var id = topics.post(topic, MIKA);
        if (read) {
            readership.open(id, Level.ALL, NOOR);
        }
        revise(id, 1);
        return id;
    }

    private void revise(UUID id, int version) {
        topics.revise(id, new Revision(version, Map.of(Level.ALL, new Text("続報", "追加")), "追加", ""), MIKA);
    }

    private boolean unread(UUID id, Actor actor) {
        return topics.newest(Newest.in(RAIL, 200, Level.ALL), actor).stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow()
                .unread();
    }
}
