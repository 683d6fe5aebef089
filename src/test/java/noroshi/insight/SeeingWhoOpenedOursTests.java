package noroshi.insight;

import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.POWER;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.Cast.RIN;
import static noroshi.topic.Samples.post;
import static noroshi.topic.Samples.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import noroshi.shared.NotFound;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import noroshi.topic.Level;
import noroshi.topic.Readership;
import noroshi.topic.Samples;
import noroshi.topic.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An organisation's administrator sees which others opened what theirs shared, never what it hid. */
@WholeHouse
class SeeingWhoOpenedOursTests {
    private final Period days =
            new Period(LocalDate.now().minusDays(3), LocalDate.now().plusDays(2));

    @Autowired
    OwnFigures own;

    @Autowired
    Topics topics;

    @Autowired
    Readership readership;

    @Test
    void othersThatOpenedItAreNamedAsOrganisations() {
        var open = topics.post(post(Tlp.GREEN, Samples.EVERYONE), MIKA);
        var hidden = topics.post(question(true, RAIL), MIKA);
        var closed = topics.post(post(Tlp.AMBER, RAIL), MIKA);
        for (var id : new java.util.UUID[] {open, hidden, closed}) {
            readership.open(id, Level.ALL, NOOR);
        }

        var seen = own.outside(days, RIN);

        assertThat(seen).anySatisfy(line -> {
            assertThat(line.topic()).isEqualTo(open);
            assertThat(line.organisation()).isEqualTo(POWER);
            assertThat(line.people()).isOne();
        });
        assertThat(seen).extracting(OpenedOutside::topic).doesNotContain(hidden, closed);
        assertThat(own.outside(days, OTTO)).extracting(OpenedOutside::topic).doesNotContain(open);
        assertThatThrownBy(() -> own.outside(days, MIKA)).isInstanceOf(NotFound.class);
    }
}
