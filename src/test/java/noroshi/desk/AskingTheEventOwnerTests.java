package noroshi.desk;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.notification.Notifications;
import noroshi.notification.What;
import noroshi.shared.Actor;
import noroshi.shared.Window;
import noroshi.testing.MutableClock;
import noroshi.testing.OnItsWay;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The event owner's liaison hears of a question when it is asked and once more when the answer is late; nobody else. */
@WholeHouse
@TestPropertySource(properties = "noroshi.test=EscalationTests") // everybody's clocks run out: a house of its own
@Import({Matters.class, MutableClock.class})
class AskingTheEventOwnerTests {
    @Autowired
    ConsultationDesk desk;

    @Autowired
    Inquiries inquiries;

    @Autowired
    ChaseClocks chase;

    @Autowired
    MutableClock clock;

    @Autowired
    Matters matters;

    @Autowired
    Notifications notifications;

    @Autowired
    OnItsWay onItsWay;

    @Autowired
    DeskSettings settings;

    @Autowired
    MockMvcTester mvc;

    private long told(Actor actor) {
        return notifications.list(false, new Window(0, 100), actor).stream()
                .filter(row -> row.shown().outline().what() == What.IMPACT_ASKED)
                .count();
    }

    private UUID asked(String words) {
        return inquiries.open(GEN).stream()
                .filter(it -> it.words().equals(words))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void theLiaisonIsToldWhenAskedAndRemindedUntilTheyAnswer() {
        var reference =
                matters.reported("名を知らせない案件", Optional.empty(), false, MIKA).reference();
        var before = told(GEN);
        inquiries.ask(desk.show(reference, DANA), OWNER, "予約の止まりは開会に響くか", DANA);
        onItsWay.untilTold();
        assertThat(told(GEN)).isEqualTo(before + 1);
        assertThat(mvc.get().uri("/notifications").with(as(GEN)))
                .hasStatusOk()
                .bodyText()
                .contains("大会への影響を尋ねられています")
                .doesNotContain("名を知らせない案件", reference);
        clock.advance(settings.helpWithin().plus(Duration.ofSeconds(5)));
        chase.chase();
        chase.chase();
        onItsWay.untilTold();
        assertThat(told(GEN)).isEqualTo(before + 2);
        for (var other : List.of(OTTO, MIKA, JUN, DANA, TORU)) {
            assertThat(told(other)).isZero();
        }
        inquiries.answer(asked("予約の止まりは開会に響くか"), Impact.NONE, "", GEN);
        assertThat(told(GEN)).isEqualTo(before);
    }
}
