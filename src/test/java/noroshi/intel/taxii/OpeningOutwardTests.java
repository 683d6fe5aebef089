package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.intel.cut.Cut;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Copies are kept where a provider reads, as long as it does, and what stood there before keeps its places. */
class OpeningOutwardTests extends Outwards {
    @Autowired
    Collections collections;

    /** Where no provider reads any more nothing is kept for one, and nobody is asked; it comes back when one reads again. */
    @Test
    void whereNoProviderReadsNothingIsKeptForOne() throws Exception {
        var collection = collection(READERS);
        var wordy = wordy(GREEN);
        var threat = threat();
        bring(collection, wordy, threat);
        outward.run();
        release(wordy, ED);
        outward.run();
        assertThat(waiting(collection, ED)).hasSize(2);
        readBy(collection, List.of(CENTRE, RAILWAY, POWER));
        outward.run();
        assertThat(waiting(collection, ED)).extracting(Cut::stixId).containsExactly(idOf(wordy));
        machines.asOwner(
                "do $$ begin assert not exists (select from intel.outward o join intel.shelf s on s.id = o.shelf "
                        + "where s.collection = '" + collection
                        + "' and (o.state < 4 or o.size > 0 or o.raw <> '')); end $$");
        machines.asOwner("update intel.entry set veil = 1 - veil where stix_id = '" + idOf(threat) + "'");
        var later = marked(GREEN);
        bring(collection, later);
        outward.run();
        machines.asOwner(
                "do $$ begin assert not exists (select from intel.outward_due d join intel.shelf s on s.id = d.shelf "
                        + "where s.collection = '" + collection + "'); end $$");
        readBy(collection, READERS);
        outward.run();
        var page = read(collection, "");
        assertThat(page.ids()).containsExactly(idOf(wordy), idOf(later));
        assertThat(page.text()).as("let out once").contains("at " + WORD);
        assertThat(waiting(collection, ED)).hasSize(2);
    }

    private void readBy(UUID collection, List<UUID> readers) {
        collections.change(
                collection,
                new NewCollection(Optional.empty(), "Test", "", "", Tlp.AMBER_STRICT, readers, List.of(RAILWAY)),
                ADA);
    }

    /** Nobody has to look first who reads; the first object of a label is not later than others. */
    @Test
    void aShelfIsOpenedWithItsFirstObject() {
        var collection = collection(READERS);
        outward.run();
        var first = marked(GREEN);
        bring(collection, first);
        outward.follow();
        assertThat(ids(collection, "")).containsExactly(idOf(first));
    }

    /** What it brought itself has two copies, of which nobody reads both. */
    @Test
    void whatAProviderBroughtBeforeKeepsItsPlaceToo() {
        var collection = machines.id(List.of(RAILWAY, POWER), READERS, Tlp.AMBER_STRICT);
        machines.of(PROVIDER)
                .bring(
                        path(collection),
                        Stream.generate(() -> marked(GREEN)).limit(3).toArray(String[]::new));
        readBy(collection, READERS);
        outward.run();
        assertThat(machines.of(PROVIDER).get(path(collection) + "manifest/").json())
                .isEqualTo(
                        machines.of(POWER).get(path(collection) + "manifest/").json());
    }
}
