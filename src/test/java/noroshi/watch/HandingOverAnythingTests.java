package noroshi.watch;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import noroshi.desk.Changed;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.desk.Matters;
import noroshi.desk.NewNote;
import noroshi.desk.NoteKind;
import noroshi.desk.Series;
import noroshi.desk.Triage;
import noroshi.testing.MutableClock;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** No hand-over is too large to be made, and none is made too soon. */
@WholeHouse
@TestPropertySource(properties = "noroshi.test=HandingOverTests") // the clock runs through shifts: a house of its own
@Import({Matters.class, MutableClock.class})
class HandingOverAnythingTests {
    @Autowired
    Rota rota;

    @Autowired
    Handovers handovers;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Triage triage;

    @Autowired
    Matters matters;

    @Autowired
    MutableClock clock;

    @BeforeEach
    void clear() {
        matters.owner("""
                alter table watch.sheet disable trigger user;
                delete from watch.sheet;
                alter table watch.sheet enable trigger user;
                delete from watch.duty;
                """);
    }

    /** Dana watches for half an hour. */
    private Instant watched(Instant begins) {
        var from = begins.truncatedTo(ChronoUnit.MILLIS);
        matters.owner("""
                insert into watch.duty (post, hours, begins_at, ends_at, person, entered_at, entered_by)
                select 'WATCH_OFFICER', (select id from watch.hours limit 1), '%1$s', '%2$s', '%3$s', now(), '%3$s'
                """.formatted(from, from.plus(Duration.ofMinutes(30)), DANA.person()));
        return from;
    }

    private Matter reported(String title) {
        var matter = matters.reported(title, Optional.of(matters.system(AGENCY)), false, MIKA);
        return desk.show(matter.reference(), DANA);
    }

    private static List<Changed> of(List<Changed> facts, Changed.What what, Matter matter) {
        return facts.stream()
                .filter(it -> it.what() == what && it.reference().equals(matter.reference()))
                .toList();
    }

    @Test
    void whatIsLongOrLongForgottenIsHandedOverAllTheSame() {
        var begins = watched(rota.now());
        clock.advance(Duration.ofMinutes(1));
        var matter = reported("長い記録の案件");
        var finished = reported("終わった案件");
        triage.note(finished, new NewNote(NoteKind.TASK, "済んだことにされた作業", Optional.empty()), DANA);
        matters.owner("update desk.standing set status = 'CLOSED' where until is null and matter = '%s'"
                .formatted(finished.topic()));
        for (int i = 0; i < 20; i++) {
            triage.note(matter, new NewNote(NoteKind.DECISION, "長".repeat(20_000), Optional.empty()), DANA);
        }
        triage.note(matter, new NewNote(NoteKind.TASK, "残った作業", Optional.empty()), DANA);
        matters.owner("insert into desk.rhythm (series, first_day, recipient) values ('%s', '%s', '宛先')"
                .formatted(Series.COORDINATION, rota.today().minusDays(400)));
        try {
            clock.advance(Duration.ofHours(1));
            var facts =
                    handovers.show(handovers.handOver(begins, "", DANA), DANA).facts();
            assertThat(of(facts, Changed.What.DECISION, matter))
                    .hasSize(20)
                    .allMatch(it -> it.words().length() == 500);
            assertThat(of(facts, Changed.What.TASK, matter)).hasSize(1);
            assertThat(of(facts, Changed.What.TASK, finished)).isEmpty();
            assertThat(facts.stream().filter(it -> it.what() == Changed.What.EDITION))
                    .hasSizeBetween(50, 52);
        } finally {
            matters.owner("delete from desk.rhythm");
        }
    }

    @Test
    void noShiftIsHandedOverBeforeItBegins() {
        var begins = watched(rota.now().plus(Duration.ofMinutes(10)));
        assertThat(handovers.draft(DANA)).isEmpty();
        assertThatThrownBy(() -> handovers.handOver(begins, "", DANA)).hasMessage("watch.sheet.known");
        clock.advance(Duration.ofMinutes(11));
        assertThat(handovers.show(handovers.handOver(begins, "", DANA), DANA).begins())
                .isEqualTo(begins);
    }
}
