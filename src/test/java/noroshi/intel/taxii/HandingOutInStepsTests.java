package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import noroshi.audit.AuditTrail;
import noroshi.intel.RefusedObject;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Indicators;
import noroshi.membership.Members;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** A bundle of any size goes out in steps: after a stop where it stood, and no further than whoever hands it out may. */
@RunningHouse
class HandingOutInStepsTests extends Handing {
    @Autowired
    GoOnHandingOut job;

    @Autowired
    HandingStore store;

    @Autowired
    HandOutSteps steps;

    @Autowired
    Collections collections;

    @Autowired
    FollowLabels labels;

    @Autowired
    FollowRecalls recalls;

    @Autowired
    Indicators indicators;

    @Autowired
    Views views;

    @Autowired
    Members members;

    @Autowired
    AuditTrail audit;

    @Autowired
    Clock clock;

    @Autowired
    PlatformTransactionManager transactions;

    /** Under way, with nothing gone yet. */
    private HandingStore.Going begun(UUID bundle, UUID collection, Actor by) {
        Acting.as(
                by,
                () -> transaction.executeWithoutResult(
                        tx -> assertThat(store.begin(bundle, collection, clock.instant()))
                                .isTrue()));
        return new HandingStore.Going(bundle, collection, CENTRE, by.person());
    }

    private HandedOut now(HandingStore.Going going) {
        return handing.show(library.bundle(going.bundle(), ED), going.collection(), ED);
    }

    private List<String> got(UUID collection) {
        var found = new ArrayList<String>();
        for (var next = "?limit=1000"; !next.isEmpty(); ) {
            var page = machines.of(RAILWAY).get(path(collection) + "objects/" + next);
            found.addAll(page.ids());
            next = page.next().isEmpty() ? "" : "?limit=1000&next=" + page.next();
        }
        return found;
    }

    private static String[] many(int count) {
        return IntStream.range(0, count).mapToObj(n -> indicator()).toArray(String[]::new);
    }

    private static List<String> ids(String... objects) {
        return Arrays.stream(objects).map(Stix::idOf).toList();
    }

    @Test
    void aLargeBundleIsLeftToTheJobAndGoesToItsEnd() throws Exception {
        var objects = many(HandingOut.AT_ONCE + 1);
        var bundle = taken(FREE, objects);
        var collection = fetchedBy(RAILWAY);
        var begun = handOut(bundle, collection, ED);
        assertThat(begun.state()).isEqualTo(HandedOut.State.GOING);
        assertThat(begun.objects()).isEqualTo(objects.length);
        assertThat(begun.soFar()).as("nobody waits in the request").isZero();
        assertThat(got(collection)).isEmpty();
        assertThat(handOut(bundle, collection, ED).going())
                .as("it is under way and does not begin twice")
                .isTrue();
        job.run();
        var done = handing.show(library.bundle(bundle, ED), collection, ED);
        assertThat(numbers(done)).containsExactly(objects.length, 0, 0);
        assertThat(got(collection)).isEqualTo(ids(objects));
        assertThat(acts(collection)).containsExactly("intel.bundle-handed-out", "intel.bundle-hand-out-ended");
        job.run();
        assertThat(acts(collection)).hasSize(2);
        assertThat(numbers(handing.handOutWhole(bundle, collection, ED))).containsExactly(0, objects.length, 0);
        assertThat(got(collection)).hasSize(objects.length);
    }

    /** Dies where it is told to: before it has written down what went, or after. */
    private final class Dying extends HandingStore {
        private final boolean before;

        Dying(boolean before) {
            super(jdbc);
            this.before = before;
        }

        @Override
        void moveOn(HandedOut from, Going going, int to, HandedOut.Tally tally) {
            if (before) {
                throw new IllegalStateException("killed");
            }
            super.moveOn(from, going, to, tally);
        }

        @Override
        void end(UUID bundle, UUID collection) {
            throw new IllegalStateException("killed");
        }
    }

    private HandingOut house(HandingStore over) {
        return new HandingOut(library, steps, over, views, members, audit, clock, transactions);
    }

    /** The memory of whoever died is gone with it; each step is made by a house of its own. */
    @Test
    void aStopBetweenAnyTwoStepsLosesAndDoublesNothing() throws Exception {
        var objects = many(4);
        var collection = fetchedBy(RAILWAY);
        var going = begun(taken(FREE, objects), collection, ED);
        for (var step = 1; step <= objects.length; step++) {
            assertThatThrownBy(() -> house(new Dying(true)).step(going, 1, "job"))
                    .hasMessage("killed");
            assertThat(got(collection)).as("gone, and not written down").hasSize(step);
            assertThat(now(going).soFar()).isEqualTo(step - 1);
            assertThat(house(store).step(going, 1, "job")).isTrue();
            assertThat(got(collection)).hasSize(step);
            assertThat(now(going).soFar()).isEqualTo(step);
        }
        assertThatThrownBy(() -> house(new Dying(false)).step(going, 1, "job")).hasMessage("killed");
        assertThat(now(going).going()).isTrue();
        job.run();
        assertThat(got(collection)).isEqualTo(ids(objects));
        assertThat(numbers(now(going)))
                .as("what is brought once more is there already")
                .containsExactly(0, 4, 0);
        assertThat(acts(collection)).containsExactly("intel.bundle-hand-out-ended");
    }

    @Test
    void whatStaysIsToldOnceHoweverManyStepsThereAre() {
        var collection = machines.id(List.of(RAILWAY), List.of(CENTRE), Tlp.GREEN);
        var objects = new String[] {marked(AMBER), marked(GREEN), marked(AMBER)};
        var going = begun(taken(Optional.empty(), objects), collection, ED);
        while (handing.step(going, 1, "job")) {
            assertThat(now(going).refused()).hasSize(now(going).stayed());
        }
        assertThat(numbers(now(going))).containsExactly(1, 0, 2);
        assertThat(now(going).refused())
                .extracting(RefusedObject::stixId)
                .containsExactly(idOf(objects[0]), idOf(objects[2]));
        begun(going.bundle(), collection, ED);
        job.run();
        assertThat(now(going).refused()).hasSize(2);
    }

    private void stoppedBecause(HandingStore.Going going, String why, int gone) throws Exception {
        assertThat(handing.step(going, 1, "job")).isFalse();
        job.run();
        assertThat(now(going).state()).isEqualTo(HandedOut.State.STOPPED);
        assertThat(now(going).stopped()).contains("intel.handout.stopped." + why);
        assertThat(got(going.collection())).hasSize(gone);
        assertThat(acts(going.collection())).containsExactly("intel.bundle-hand-out-stopped");
    }

    @Test
    void whoLosesTheRoleHandsOutNoFurther() throws Exception {
        var leaver = new Actor(UUID.randomUUID(), CENTRE, Set.of(Role.EDITOR), "web");
        owner("""
                insert into membership.person (id, login, name) values ('%1$s', 'l-%1$s', '去る人');
                insert into membership.seat (person, organisation, roles, since)
                values ('%1$s', '%2$s', '{EDITOR}', '2020-01-01')
                """.formatted(leaver.person(), CENTRE));
        var going = begun(taken(FREE, many(3)), fetchedBy(RAILWAY), leaver);
        assertThat(handing.step(going, 1, "job")).isTrue();
        owner("update membership.seat set roles = '{}' where person = '%s'".formatted(leaver.person()));
        stoppedBecause(going, "left", 1);
    }

    @Test
    void aCollectionThatIsClosedToThemTakesNoMore() throws Exception {
        var going = begun(taken(FREE, many(3)), fetchedBy(RAILWAY), ED);
        assertThat(handing.step(going, 1, "job")).isTrue();
        var closed = List.of(POWER);
        collections.change(
                going.collection(),
                new NewCollection(Optional.empty(), "Test", "", "", Tlp.AMBER_STRICT, List.of(RAILWAY), closed),
                ADA);
        stoppedBecause(going, "collection", 1);
    }

    @Test
    void aBundleThatIsNoLongerTheirsGoesNoFurther() throws Exception {
        var going = begun(taken(FREE, many(3)), fetchedBy(RAILWAY), ED);
        assertThat(handing.step(going, 1, "job")).isTrue();
        owner("update intel.bundle set tlp = 'RED' where id = '%s'".formatted(going.bundle()));
        stoppedBecause(going, "bundle", 1);
    }

    @Test
    void whatIsTakenBackMeanwhileGoesToNobody() {
        var harmful = "x" + UUID.randomUUID() + ".test";
        var first = indicator().replace("bad.example", harmful);
        var last = indicator().replace("bad.example", harmful);
        var going = begun(taken(FREE, first, indicator(), last), fetchedBy(RAILWAY), ED);
        assertThat(handing.step(going, 1, "job")).isTrue();
        assertThat(got(going.collection())).containsExactly(idOf(first));
        var value = indicators
                .find(Asked.read(harmful), new Window(0, 1), ED)
                .getFirst()
                .id();
        indicators.withdraw(value, "正規の配信元だった", ED);
        recalls.run();
        job.run();
        assertThat(got(going.collection())).hasSize(1).doesNotContain(idOf(first), idOf(last));
    }

    @Test
    void whoCancelsStopsItAndLabelsAreFollowedNoFurtherThanItWent() throws Exception {
        var objects = many(3);
        var collection = fetchedBy(RAILWAY);
        var going = begun(taken(Optional.empty(), objects[0], objects[1], objects[2]), collection, ED);
        assertThat(handing.step(going, 1, "job")).isTrue();
        var bundle = library.bundle(going.bundle(), ED);
        for (var stranger : List.of(OTTO, MIKA)) {
            assertThatThrownBy(() -> handing.show(bundle, collection, stranger)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> handing.cancel(bundle, collection, stranger))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> handOut(going.bundle(), collection, stranger))
                    .isInstanceOf(NotFound.class);
            assertThat(handing.earlier(bundle, stranger)).isEmpty();
            Acting.as(
                    stranger,
                    () -> transaction.executeWithoutResult(tx -> {
                        assertThat(store.stop(going.bundle(), collection, "intel.handout.stopped.left"))
                                .isEmpty();
                        assertThat(store.begin(going.bundle(), collection, clock.instant()))
                                .isFalse();
                        assertThat(store.going()).isEmpty();
                    }));
        }
        assertThat(now(going).going()).isTrue();
        handing.cancel(bundle, collection, ED);
        stoppedBecause(going, "cancelled", 0);
        handing.cancel(bundle, collection, ED);
        assertThat(acts(collection)).hasSize(1);
        taken(FREE, objects);
        labels.run();
        assertThat(got(collection)).as("nobody hands it out any more").isEmpty();
        assertThat(numbers(handOut(going.bundle(), collection, ED))).containsExactly(3, 0, 0);
        assertThat(got(collection)).isEqualTo(ids(objects));
    }
}
