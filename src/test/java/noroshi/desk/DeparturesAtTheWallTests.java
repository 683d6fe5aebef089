package noroshi.desk;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Optional;
import noroshi.membership.Organisation;
import noroshi.shared.Actor;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What the database says of recipients that left, whatever it is told. */
@WholeHouse
@Import({Matters.class, Leavers.class})
class DeparturesAtTheWallTests {
    @Autowired
    Sharing sharing;

    @Autowired
    Departures departures;

    @Autowired
    ViewStore views;

    @Autowired
    Matters matters;

    @Autowired
    Leavers leavers;

    @AfterEach
    void takenPartEnough() {
        leavers.takenPartEnough();
    }

    private Matter told(String title, Actor... readers) {
        var matter = matters.reported(title, Optional.of(matters.system(AGENCY)), false, MIKA);
        for (var reader : readers) {
            sharing.share(matter, reader.organisation(), new Wanted("関係するため", false, true), MIKA);
        }
        return matter;
    }

    @Test
    void whatIsSaidOfAnOrganisationIsNotBelievedUnlessItIsSo() {
        var staying = leavers.keeper();
        var matter = told("いるのに抜けたと言う", staying);
        matters.count(ADA, "select desk.leaves('%s', 'SUSPENDED', now())".formatted(staying.organisation()));
        assertThat(departures.of(matter, MIKA)).as("it takes part").isEmpty();
        leavers.move(staying, Organisation.Status.SUSPENDED);
        matters.count(ADA, "select desk.leaves('%s', 'WITHDRAWN', now())".formatted(staying.organisation()));
        matters.count(ADA, "select desk.returns('%s', now())".formatted(staying.organisation()));
        assertThat(departures.of(matter, MIKA)).singleElement().satisfies(it -> {
            assertThat(it.as()).isEqualTo(Departure.As.SUSPENDED);
            assertThat(it.back()).as("it is suspended").isEmpty();
        });
        leavers.move(staying, Organisation.Status.WITHDRAWN);
        assertThat(matters.count(ADA, "select desk.returns('%s', now())".formatted(staying.organisation())))
                .as("whoever withdrew never returns")
                .isZero();
    }

    @Test
    void thePulseTellsOfEveryDeparture() {
        var leaving = leavers.keeper();
        var staying = leavers.keeper();
        var matter = told("脈に出る", leaving, staying);
        var other = told("もうひとつ脈に出る", leaving);
        var pulses = new ArrayList<String>();
        pulses.add(pulse());
        leavers.move(leaving, Organisation.Status.SUSPENDED);
        pulses.add(pulse());
        departures.settle(matter, leaving.organisation(), DANA);
        pulses.add(pulse());
        matters.owner("update desk.departure set settled_at = null, settled_by = null where matter = '%s'"
                .formatted(matter.topic()));
        departures.settle(other, leaving.organisation(), DANA);
        pulses.add(pulse());
        matters.owner("update desk.departure set left_as = 'WITHDRAWN' where matter = '%s'".formatted(other.topic()));
        pulses.add(pulse());
        matters.owner("update desk.recipient set ended_at = now() where matter = '%s' and organisation = '%s'"
                .formatted(matter.topic(), staying.organisation()));
        pulses.add(pulse());
        assertThat(pulses).doesNotHaveDuplicates();
    }

    private String pulse() {
        var pulses = new ArrayList<String>();
        matters.during(DANA, () -> pulses.add(views.pulse()));
        return pulses.getFirst();
    }
}
