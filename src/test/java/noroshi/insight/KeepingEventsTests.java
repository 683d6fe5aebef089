package noroshi.insight;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Seen;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@WholeHouse
class KeepingEventsTests {
    private static final LocalDate DAY = LocalDate.parse("2012-07-23");

    @Autowired
    Events events;

    @Autowired
    Environment environment;

    @Test
    void whoKeepsTheCalendarAddsChangesAndRemoves() {
        var id = events.add(marker("開会式"), ADA);
        events.change(id, marker("開会"), Seen.UNSAID, ADA);

        assertThat(events.show(id, ADA).what().labelJa()).isEqualTo("開会");
        assertThat(events.all(OTTO)).extracting(Event::id).contains(id);
        events.remove(id, ADA);
        assertThat(events.all(ADA)).extracting(Event::id).doesNotContain(id);

        var records = new Records(environment);
        for (var act : new String[] {"added", "changed", "removed"}) {
            assertThat(records.audited("insight.event-" + act, id)).isEqualTo(1);
        }
        assertThatThrownBy(() -> events.remove(id, ADA)).isInstanceOf(NotFound.class);
    }

    @Test
    void othersDoNot() {
        assertThatThrownBy(() -> events.add(marker("x"), DANA)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> events.add(marker("x"), RIN)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> events.change(UUID.randomUUID(), marker("x"), Seen.UNSAID, OTTO))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> events.remove(UUID.randomUUID(), OTTO)).isInstanceOf(NotFound.class);
        assertThat(events.mayKeep(DANA)).isFalse();
        assertThat(events.mayKeep(ADA)).isTrue();
    }

    @Test
    void onlyWhatLastsHasAnEnd() {
        assertThatThrownBy(() -> new NewEvent(EventKind.PERIOD, DAY, Optional.empty(), "期間", "Period"))
                .hasMessage("insight.event.end-missing");
        assertThatThrownBy(() -> new NewEvent(EventKind.MARKER, DAY, Optional.of(DAY), "目印", "Marker"))
                .hasMessage("insight.event.end-too-many");
        assertThatThrownBy(() -> new NewEvent(EventKind.PERIOD, DAY, Optional.of(DAY.minusDays(1)), "期間", "Period"))
                .isInstanceOf(RuleBroken.class)
                .hasMessage("insight.period.backwards");
        assertThatThrownBy(() -> new NewEvent(EventKind.MARKER, DAY, Optional.empty(), " ", "Marker"))
                .hasMessage("insight.event.label-missing");
    }

    private static NewEvent marker(String name) {
        return new NewEvent(EventKind.MARKER, DAY, Optional.empty(), name, "Opening");
    }
}
