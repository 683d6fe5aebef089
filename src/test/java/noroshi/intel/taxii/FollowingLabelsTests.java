package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.Permission;
import noroshi.shared.Acting;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A label that changes in the library changes what machines get, without anybody handing out once more. */
@RunningHouse
class FollowingLabelsTests extends Handing {
    @Autowired
    HandOutSteps steps;

    @Autowired
    FollowLabels labels;

    @Autowired
    Writers writers;

    @Autowired
    HandingStore handings;

    private static Optional<Permission> permitted(String label) {
        return Permission.typed(label, "JPCERT/CC", "電話で確認した");
    }

    private List<String> got(UUID collection, String more) {
        return machines.of(RAILWAY)
                .get(path(collection) + "objects/?match[version]=all&" + more)
                .ids();
    }

    private String last(UUID collection) {
        return machines.of(RAILWAY).get(path(collection) + "objects/").last();
    }

    private List<String> labelsIn(UUID collection) throws Exception {
        var view = exchange.collection(collection, MIKA);
        return Acting.as(
                MIKA,
                () -> Objects.requireNonNull(transaction.execute(tx -> jdbc.sql("""
                        select e.tlp from intel.shelf s join intel.entry e on e.shelf = s.id
                         where s.collection = :id order by e.position
                        """)
                        .param("id", view.collection().id())
                        .query(String.class)
                        .list())));
    }

    @Test
    void whatStayedGoesOnceItsLabelLetsIt() throws Exception {
        var first = indicator();
        var second = indicator();
        var collection = fetchedBy(RAILWAY);
        var other = fetchedBy(RAILWAY);
        assertThat(reasons(handOut(taken(Optional.empty(), first, second), collection, ED)))
                .containsOnly("intel.handout.strict");
        labels.run();
        assertThat(got(collection, "")).isEmpty();
        taken(permitted("GREEN"), first);
        labels.run();
        assertThat(got(collection, "")).containsExactly(idOf(first));
        assertThat(labelsIn(collection)).containsExactly("GREEN");
        assertThat(got(other, "")).as("nobody handed it out there").isEmpty();
        labels.run();
        assertThat(got(collection, "")).hasSize(1);
    }

    /** What the steps have passed already would otherwise never go. */
    @Test
    void whatMayGoWhileItsBundleIsUnderWayGoes() throws Exception {
        var first = indicator();
        var collection = fetchedBy(RAILWAY);
        var bundle = taken(Optional.empty(), first, indicator());
        var going = new HandingStore.Going(bundle, collection, CENTRE, ED.person());
        Acting.as(
                ED,
                () -> transaction.executeWithoutResult(
                        tx -> assertThat(handings.begin(bundle, collection, Instant.now()))
                                .isTrue()));
        assertThat(handing.step(going, 1, "job")).isTrue();
        assertThat(got(collection, "")).isEmpty();
        taken(permitted("GREEN"), first);
        labels.run();
        assertThat(got(collection, "")).containsExactly(idOf(first));
        assertThat(handing.step(going, 1, "job")).isTrue();
        assertThat(handing.step(going, 1, "job")).isFalse();
        assertThat(got(collection, "")).containsExactly(idOf(first));
    }

    /** Nothing stood there when the change was followed, and the step had read the label before. */
    @Test
    void whatBecomesStricterWhileAStepIsMadeIsNotFound() throws Exception {
        var strict = indicator();
        var lower = indicator();
        var collection = fetchedBy(RAILWAY);
        var read = Acting.as(ED, () -> steps.some(taken(FREE, strict, lower), 0, 10, List.of()));
        taken(permitted("AMBER+STRICT"), strict);
        taken(permitted("AMBER"), lower);
        labels.run();
        var tally = new HandedOut.Tally();
        Acting.as(ED, () -> steps.go(read, exchange.collection(collection, ED).collection(), tally, ED));
        assertThat(got(collection, "")).containsExactly(idOf(lower));
        assertThat(labelsIn(collection)).containsExactly("AMBER");
    }

    @Test
    void whatBecameStricterIsFoundNoLongerAndComesAnewWhenItMay() throws Exception {
        var object = indicator();
        var stays = marked(GREEN);
        var collection = fetchedBy(RAILWAY, CENTRE);
        handOut(taken(FREE, object, stays), collection, ED);
        var had = last(collection);
        assertThat(got(collection, "")).hasSize(2);
        taken(permitted("AMBER+STRICT"), object);
        labels.run();
        for (var reader : List.of(RAILWAY, CENTRE)) {
            var client = machines.of(reader);
            var about = path(collection) + "objects/" + idOf(object) + "/";
            assertThat(client.get(about).status()).isEqualTo(404);
            assertThat(client.get(about + "versions/").status()).isEqualTo(404);
            for (var page : List.of(
                    "objects/", "manifest/", "objects/?match[version]=all", "objects/?match[id]=" + idOf(object))) {
                assertThat(client.get(path(collection) + page).text()).as(page).doesNotContain(idOf(object));
            }
        }
        writers.follow(collection, List.of(idOf(object)));
        assertThat(got(collection, "")).as("no withdrawal holds it back").containsExactly(idOf(stays));
        taken(permitted("CLEAR"), object);
        labels.run();
        assertThat(got(collection, "added_after=" + had)).containsExactly(idOf(object));
        assertThat(labelsIn(collection)).containsExactly("GREEN", "CLEAR");
    }

    @Test
    void anotherLabelThatMayGoComesAnew() throws Exception {
        var object = indicator();
        var collection = fetchedBy(RAILWAY);
        handOut(taken(FREE, object), collection, ED);
        var had = last(collection);
        assertThat(got(collection, "added_after=" + had)).isEmpty();
        taken(permitted("AMBER"), object);
        labels.run();
        assertThat(got(collection, "added_after=" + had)).containsExactly(idOf(object));
        assertThat(labelsIn(collection)).containsExactly("AMBER");
        var again = last(collection);
        taken(Permission.typed("AMBER", "JPCERT/CC", "もう一度確認した"), object);
        labels.run();
        assertThat(got(collection, "added_after=" + again))
                .as("nothing changed")
                .isEmpty();
    }

    @Test
    void whatACollectionDoesNotTakeGoesFromThatAlone() {
        var object = indicator();
        var wide = fetchedBy(RAILWAY);
        var narrow = machines.id(List.of(RAILWAY), List.of(CENTRE), Tlp.GREEN);
        var bundle = taken(FREE, object);
        handOut(bundle, wide, ED);
        handOut(bundle, narrow, ED);
        taken(permitted("AMBER"), object);
        labels.run();
        assertThat(got(wide, "")).containsExactly(idOf(object));
        assertThat(got(narrow, "")).isEmpty();
        handOut(bundle, narrow, ED);
        assertThat(got(narrow, "")).as("nor by hand").isEmpty();
        taken(permitted("GREEN"), object);
        labels.run();
        assertThat(got(narrow, "")).containsExactly(idOf(object));
    }
}
