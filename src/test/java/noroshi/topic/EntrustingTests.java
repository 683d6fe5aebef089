package noroshi.topic;

import static noroshi.testing.Cast.CENTRE;
import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.Cast.office;
import static noroshi.topic.Samples.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import noroshi.shared.NotFound;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WholeHouse
class EntrustingTests {
    @Autowired
    Topics topics;

    @Autowired
    Labels labels;

    @Test
    void whatBecomesRedIsForNamedPersonsAndForNoOffice() {
        var id = topics.post(post(Tlp.AMBER, RAIL), MIKA);
        topics.entrust(id, office("duty_desk", CENTRE), true, MIKA);
        assertThat(topics.isSource(id, DANA)).isTrue();

        labels.mark(id, red(topics.show(id, MIKA)), Set.of(NOOR.person()), MIKA);

        assertThat(topics.show(id, NOOR).tlp()).isEqualTo(Tlp.RED);
        assertThat(topics.isSource(id, MIKA)).isTrue();
        assertThatThrownBy(() -> topics.show(id, DANA)).isInstanceOf(NotFound.class);
        assertThat(topics.isSource(id, DANA)).isFalse();
    }

    private static Marks red(Topic topic) {
        var marks = Marks.of(topic);
        return new Marks(marks.information(), marks.importance(), Tlp.RED, marks.confidentiality());
    }
}
