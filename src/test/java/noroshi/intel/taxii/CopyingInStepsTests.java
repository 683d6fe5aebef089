package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Acting;
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
        assertThat(cuts.list(ED).stream().filter(cut -> cut.recipient().equals(collection)))
                .hasSize(2);
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
