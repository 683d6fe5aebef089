package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is revoked gets no newer version that says otherwise. */
@RunningHouse
class RevokingForGoodTests {
    private static final String FIRST = "2026-07-01T00:00:00.000Z";
    private static final String SECOND = "2026-07-02T00:00:00.000Z";
    private static final String THIRD = "2026-07-03T00:00:00.000Z";
    private static final String REVOKED = ",\"revoked\":true";

    @Autowired
    Machines machines;

    private final String id = id("indicator");
    private String path;

    @BeforeEach
    void setUp() {
        var both = List.of(RAILWAY, POWER);
        path = "/taxii2/general/collections/" + machines.id(both, both, Tlp.AMBER_STRICT) + "/";
    }

    private String version(String modified, String marking, String more) {
        return indicator(id, modified, ",\"object_marking_refs\":[\"" + marking + "\"]" + more);
    }

    private String version(String modified, String more) {
        return version(modified, GREEN, more);
    }

    private List<String> bring(String... objects) {
        return machines.of(RAILWAY).bring(path, objects).json().path("failures").values().stream()
                .map(failure -> failure.path("id").asString() + " "
                        + failure.path("version").asString() + " "
                        + failure.path("message").asString())
                .toList();
    }

    private void areRefused(List<String> failures) {
        assertThat(failures).singleElement().asString().contains(id, THIRD, "revoked", SECOND);
        assertThat(machines.of(POWER).get(path + "objects/?match[id]=" + id).text())
                .contains("\"revoked\":true")
                .doesNotContain(THIRD);
    }

    @Test
    void aNewerVersionIsRefusedAndTheRestIsTaken() {
        assertThat(bring(version(FIRST, ""))).isEmpty();
        assertThat(bring(version(SECOND, REVOKED))).isEmpty();
        var other = marked(GREEN);
        areRefused(bring(version(THIRD, ""), other));
        assertThat(machines.of(POWER).get(path + "objects/").ids()).contains(idOf(other));
    }

    @Test
    void inOneEnvelopeItIsTheSameInWhateverOrder() {
        areRefused(bring(version(THIRD, ""), version(FIRST, ""), version(SECOND, REVOKED)));
    }

    @Test
    void neitherAnotherLabelNorAnotherVersionOfStixMakesItLive() {
        bring(version(FIRST, ""), old(id, SECOND, ",\"revoked\":true,\"object_marking_refs\":[\"" + GREEN + "\"]"));
        areRefused(bring(version(THIRD, "")));
        areRefused(bring(version(THIRD, STRICT, "")));
    }

    @Test
    void whatCameBeforeIsItsHistoryAndTheWordMayBeSaidAgain() {
        bring(version(SECOND, REVOKED));
        assertThat(bring(version(FIRST, ""), version(SECOND, REVOKED))).isEmpty();
        assertThat(bring(version(THIRD, REVOKED))).isEmpty();
        assertThat(machines.of(POWER)
                        .get(path + "objects/" + id + "/?match[version]=all")
                        .ids())
                .hasSize(3);
    }

    /** An id on a shelf that nobody else sees is nobody else's to lose. */
    @Test
    void whatOthersRevokedOutOfSightKeepsNobodyFromSpeaking() {
        machines.of(POWER).bring(path, version(SECOND, STRICT, REVOKED));
        assertThat(bring(version(THIRD, ""))).isEmpty();
    }

    @Test
    void whatIsSomebodysOwnWithinAnObjectRevokesNothing() {
        bring(version(SECOND, ",\"x_own\":{\"revoked\":true}"));
        assertThat(bring(version(THIRD, ""))).isEmpty();
    }
}
