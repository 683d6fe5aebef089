package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.intel.cut.Cut;
import noroshi.shared.Acting;
import noroshi.shared.Changes;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** A step that is made twice, cut short, or overtaken by a writer loses nothing and shows nothing that stands there no longer. */
class CopyingInStepsTests extends Outwards {
    @Autowired
    OutwardStore store;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    Changes changes;

    /** What the job finds on the one shelf of a collection, and what it would make of that. */
    private record Step(int shelf, List<OutwardStore.Copy> copies) {}

    private Step step() {
        return Objects.requireNonNull(transaction.execute(tx -> {
            var shelf = store.waiting().getLast().shelf();
            var copies = store.some(shelf, 10).stream()
                    .map(place -> {
                        var entry = place.standing().orElseThrow();
                        return new OutwardStore.Copy(
                                place.id(),
                                place.base(),
                                entry,
                                Optional.of(entry.raw()),
                                place.base(),
                                entry.digits(),
                                Optional.empty());
                    })
                    .toList();
            return new Step(shelf, copies);
        }));
    }

    private void put(Step step) {
        var done = step.copies().getLast().entry().position();
        transaction.executeWithoutResult(tx -> store.put(step.shelf(), List.of(), step.copies(), done, 0));
    }

    @Test
    void whatIsCutShortIsMadeOnceMore() throws Exception {
        var collection = collection(READERS);
        bring(collection, wordy(GREEN), threat(), marked(CLEAR));
        outward.run();
        letOutWhole(collection);
        outward.run();
        var before = read(collection, "");
        assertThat(before.ids()).hasSize(3);
        machines.asOwner(
                "update intel.outward_shelf set done = 0 where shelf in (select id from intel.shelf where collection = '"
                        + collection + "')");
        outward.run();
        assertThat(read(collection, "").header("ETag")).isEqualTo(before.header("ETag"));
        assertThat(waiting(collection, ED)).hasSize(2);
    }

    private void letOutWhole(UUID collection) {
        cuts.list(ED).stream()
                .filter(cut -> cut.recipient().equals(collection) && !cut.brought())
                .forEach(cut -> cuts.release(cut.id(), cut.cut(), ED));
    }

    @Test
    void whatWasRemovedMeanwhileDoesNotAppear() {
        var collection = collection(READERS);
        var gone = marked(GREEN);
        var stays = marked(GREEN);
        outward.run();
        bring(collection, gone, stays);
        var step = step();
        assertThat(step.copies()).hasSize(2);
        machines.of(RAILWAY).delete(path(collection) + "objects/" + idOf(gone) + "/");
        put(step);
        assertThat(ids(collection, "")).containsExactly(idOf(stays));
    }

    /** A change between looking and writing must not be lost, for the job looks no further back. */
    @Test
    void whatChangedMeanwhileIsLookedAtAgain() throws Exception {
        var collection = collection(READERS);
        var object = marked(GREEN);
        outward.run();
        bring(collection, object);
        var step = step();
        machines.asOwner("update intel.entry set veil = 1 where stix_id = '" + idOf(object) + "'");
        put(step);
        assertThat(read(collection, "").text()).isEqualTo("{}");
        outward.run();
        assertThat(ids(collection, "")).containsExactly(idOf(object));
    }

    /** A word that takes back is said in the words that went, and these come anew with it. */
    @Test
    void whatComesAnewIsTakenBackAnew() throws Exception {
        var collection = collection(READERS);
        var first = threat();
        bring(collection, first);
        outward.run();
        release(first, ED);
        outward.run();
        bring(collection, threat(idOf(first), "2026-07-02T00:00:00.000Z", ",\"revoked\":true"));
        outward.run();
        assertThat(ids(collection, "?match[version]=all")).hasSize(2);
        changeChoice(first);
        assertThat(ids(collection, "?match[version]=all")).isEmpty();
        outward.run();
        assertThat(ids(collection, "?match[version]=all")).hasSize(2);
        assertThat(read(collection, "").text()).contains("\"revoked\":true");
    }

    /** As if its source had chosen otherwise who learns that it is theirs. */
    private void changeChoice(String object) throws Exception {
        machines.asOwner("update intel.entry set veil = case veil when 0 then 1 else 0 end where stix_id = '"
                + idOf(object) + "'");
    }

    @Test
    void aChoiceThatHidesNothingMoreMovesNothing() throws Exception {
        var collection = collection(READERS);
        var object = marked(GREEN);
        bring(collection, object);
        choose(object, 1);
        outward.run();
        var before = read(collection, "");
        assertThat(before.ids()).hasSize(1);
        for (var choice : List.of(2, 1, 3, 2)) {
            choose(object, choice);
            outward.run();
            var after = read(collection, "");
            assertThat(after.ids()).hasSize(1);
            assertThat(after.last()).isEqualTo(before.last());
        }
    }

    private void choose(String object, int veil) throws Exception {
        machines.asOwner("update intel.entry set veil = " + veil + " where stix_id = '" + idOf(object) + "'");
    }

    @Test
    void whatArrivesDoesNotWaitForWhatComesAnew() throws Exception {
        outward.run();
        var collection = collection(READERS);
        var objects = Stream.generate(() -> marked(GREEN)).limit(4).toList();
        outward.run();
        bring(collection, objects.get(0), objects.get(1));
        outward.run();
        for (var object : objects.subList(0, 2)) {
            changeChoice(object);
        }
        bring(collection, objects.get(2), objects.get(3));
        var some = Objects.requireNonNull(
                transaction.execute(tx -> store.some(store.waiting().getLast().shelf(), 2)));
        assertThat(some).extracting(OutwardStore.Place::id).containsExactly(idOf(objects.get(0)), idOf(objects.get(2)));
        outward.run();
        assertThat(ids(collection, ""))
                .containsExactlyInAnyOrderElementsOf(
                        objects.stream().map(Stix::idOf).toList());
    }

    /** Copies of what stood there before keep its places, so nothing may come before them. */
    @Test
    void whatComesAnewWaitsForWhatStoodThereBefore() throws Exception {
        outward.run();
        var collection = collection(READERS);
        var objects = Stream.generate(() -> marked(GREEN)).limit(12).toArray(String[]::new);
        bring(collection, objects);
        machines.asOwner(
                "delete from intel.outward_shelf where shelf in (select id from intel.shelf where collection = '"
                        + collection + "')");
        transaction.executeWithoutResult(tx -> store.look());
        put(step());
        changeChoice(objects[0]);
        outward.run();
        var its = machines.of(PROVIDER).get(path(collection) + "manifest/").json();
        var members = machines.of(POWER).get(path(collection) + "manifest/").json();
        assertThat(its.path("objects").size()).isEqualTo(12);
        for (var at = 1; at < 12; at++) {
            assertThat(its.path("objects").path(at - 1))
                    .isEqualTo(members.path("objects").path(at));
        }
    }

    /** Everybody's rights would be worked out anew each second. */
    @Test
    void copiesChangeNobodysRights() throws Exception {
        var collection = collection(READERS);
        outward.run();
        bring(collection, marked(GREEN));
        var before = changes.moment();
        outward.run();
        assertThat(ids(collection, "")).hasSize(1);
        assertThat(changes.moment()).isEqualTo(before);
        machines.asOwner("update intel.cut set at = at - interval '2 days' where source = '" + RAILWAY + "'");
        bring(collection, wordy(GREEN));
        var told = changes.moment();
        outward.run();
        assertThat(changes.moment()).as("somebody is told").isGreaterThan(told);
    }

    @Test
    void whatIsLetOutMeanwhileCountsForTheNextStep() throws Exception {
        var collection = collection(READERS);
        var threat = threat();
        outward.run();
        bring(collection, threat);
        outward.run();
        changeChoice(threat);
        var shelf = Objects.requireNonNull(transaction.execute(tx -> store.waiting()))
                .getLast()
                .shelf();
        var place = Objects.requireNonNull(transaction.execute(tx -> store.some(shelf, 10)))
                .getFirst();
        release(threat, ED);
        var entry = place.standing().orElseThrow();
        var nothing = new OutwardStore.Copy(
                place.id(), place.base(), entry, Optional.empty(), place.base(), entry.digits(), Optional.empty());
        transaction.executeWithoutResult(
                tx -> store.put(shelf, List.of(place.due().orElseThrow()), List.of(nothing), Long.MIN_VALUE, 0));
        assertThat(held(threat, ED).standing()).isEqualTo(Cut.Standing.RELEASED);
        outward.run();
        assertThat(ids(collection, "")).containsExactly(idOf(threat));
        assertThat(held(threat, ED).standing()).isEqualTo(Cut.Standing.SENT);
    }

    @Test
    void whatIsHeldBackForAWhileCanStillLeave() throws Exception {
        var collection = collection(READERS);
        var threat = threat();
        bring(collection, threat);
        outward.run();
        machines.asOwner("update intel.entry set state = 4 where stix_id = '" + idOf(threat) + "'");
        release(threat, ED);
        outward.run();
        assertThat(held(threat, ED).standing()).isEqualTo(Cut.Standing.RELEASED);
        machines.asOwner("update intel.entry set state = 0 where stix_id = '" + idOf(threat) + "'");
        outward.run();
        assertThat(ids(collection, "")).containsExactly(idOf(threat));
        assertThat(held(threat, ED).standing()).isEqualTo(Cut.Standing.SENT);
    }

    @Test
    void whatIsRemovedBeforeItLeavesCannotLeave() {
        var collection = collection(READERS);
        var threat = threat();
        bring(collection, threat);
        outward.run();
        release(threat, ED);
        machines.of(RAILWAY).delete(path(collection) + "objects/" + idOf(threat) + "/");
        outward.run();
        assertThat(held(threat, ED).standing()).isEqualTo(Cut.Standing.SETTLED);
    }

    @Test
    void onlyTheJobMakesCopies() {
        outward.run();
        var collection = machines.id(READERS, List.of(RAILWAY), Tlp.AMBER);
        bring(collection, wordy(GREEN));
        var step = step();
        assertThatThrownBy(() -> Acting.as(
                        ADA,
                        () -> transaction.execute(tx -> {
                            assertThat(store.waiting()).isEmpty();
                            assertThat(store.some(step.shelf(), 10)).isEmpty();
                            return store.put(step.shelf(), List.of(), step.copies(), 0, 0);
                        })))
                .rootCause()
                .hasMessageContaining("may not hand out");
    }
}
