package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import noroshi.intel.life.Asked;
import noroshi.intel.lists.Holdings;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever fetched something before it moved to the end of its collection is told too when it is taken back. */
class RecallingWhatMovedTests extends RecallTests {
    @Autowired
    Collections collections;

    private List<Holdings.TakenBack> told(Actor actor) {
        return holdings.takenBack(SOME, actor).stream()
                .filter(each -> each.text().equals(name))
                .toList();
    }

    private String strict(String modified, String more) {
        return indicator(modified, more).replace(GREEN, STRICT);
    }

    @Test
    void whoFetchedItBeforeSomebodyElseWasNamedIsTold() {
        var id = machines.id(List.of(CENTRE, RAILWAY, POWER, SPORTS), List.of(RAILWAY), Tlp.AMBER_STRICT);
        var path = "/taxii2/general/collections/" + id + "/";
        collections.name(id, List.of(CENTRE, POWER), RIN);
        machines.of(RAILWAY).bring(path, strict("2026-07-02T00:00:00.000Z", ""));
        library.run();
        assertThat(ids(path, POWER)).hasSize(1);
        consumers.write();
        collections.name(id, List.of(CENTRE, POWER, SPORTS), RIN);
        collections.name(id, List.of(CENTRE, POWER), RIN);
        collections.name(id, List.of(CENTRE, POWER, SPORTS), RIN);
        var value = indicators.find(Asked.read(name), SOME, NOOR).getFirst().id();
        assertThat(holdings.fetched(value, NOOR))
                .singleElement()
                .satisfies(row -> assertThat(row.heldBack()).isFalse());
        machines.of(RAILWAY).bring(path, strict("2026-07-05T00:00:00.000Z", ",\"revoked\":true"));
        library.run();
        recalls.run();
        assertThat(told(NOOR)).hasSize(1);
        assertThat(told(OTTO)).as("named, and never fetched").isEmpty();
    }

    @Test
    void whoFetchedItBeforeItWasHeldBackAndSaidAgainIsToldAgain() {
        var path = collection(List.of(POWER));
        assertThat(ids(path, RAILWAY)).containsExactly(id);
        consumers.write();
        var value = life().id();
        indicators.withdraw(value, "誤り", ED);
        recalls.run();
        indicators.restore(value, ED);
        recalls.run();
        assertThat(told(MIKA))
                .singleElement()
                .satisfies(row -> assertThat(row.againAt()).isPresent());
        indicators.withdraw(value, "やはり誤り", ED);
        recalls.run();
        assertThat(told(MIKA))
                .singleElement()
                .satisfies(row -> assertThat(row.againAt()).isEmpty());
    }
}
