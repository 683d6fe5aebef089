package noroshi.intel.enquiry;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import noroshi.intel.IndicatorType;
import noroshi.intel.Spelling;
import noroshi.notification.Notifications;
import noroshi.notification.RightNow;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.testing.OnItsWay;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;

/** A verdict is asked for, asked for again, and reported back to whoever asked first. */
@WholeHouse
@Import(RightNow.class)
class HearingOfEnquiriesTests {
    private static final String MADE = "notification.what.enquiry_made";
    private static final String ASKED = "notification.what.opinion_asked";
    private static final String REMINDED = "notification.what.opinion_reminded";
    private static final String GIVEN = "notification.what.opinion_given";
    private static final String OVERDUE = "notification.what.opinion_overdue";
    private static final String ANSWERED = "notification.what.enquiry_answered";

    @Autowired
    Enquiries enquiries;

    @Autowired
    EnquiryStore store;

    @Autowired
    EnquirySettings settings;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Notifications notifications;

    @Autowired
    RightNow rightNow;

    @Autowired
    OnItsWay onItsWay;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    Clock clock;

    private UUID enquiry;

    @BeforeEach
    void aMemberAsks() {
        runIn(Duration.ofDays(30)); // what others left unanswered
        var form = new Spelling.Form(IndicatorType.DOMAIN, "q" + UUID.randomUUID() + ".example");
        enquiries.ask(List.of(form), "", true, MIKA);
        enquiry = enquiries.own(MIKA).stream()
                .filter(each -> each.form().equals(form))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private long told(String what, Actor actor) {
        rightNow.spread();
        onItsWay.untilTold();
        return IntStream.range(0, 10)
                .mapToObj(page -> notifications.list(false, new Window(page * 200, 200), actor))
                .flatMap(List::stream)
                .filter(row -> row.key().equals(what))
                .count();
    }

    private void runIn(Duration time) {
        var then = new RemindProviders(store, settings, events, Clock.offset(clock, time));
        transaction.executeWithoutResult(status -> then.run());
    }

    /** Whether somebody is asked again about this enquiry when so many minutes have gone. */
    private boolean again(int minutes) {
        var then = clock.instant().plus(Duration.ofMinutes(minutes));
        return Boolean.TRUE.equals(transaction.execute(status -> store.remind(then, settings.reminders()).stream()
                .anyMatch(each -> each.enquiry().equals(enquiry))));
    }

    @Test
    void theDeskHearsOfTheQuestionAndTheAskerOfTheAnswer() {
        assertThat(told(MADE, DANA)).isPositive();
        assertThat(told(MADE, OTTO)).isZero();
        var before = told(ANSWERED, MIKA);
        enquiries.answer(enquiry, Verdict.HARMLESS, "正規の配信元です", Tlp.AMBER, DANA);
        assertThat(told(ANSWERED, MIKA)).isEqualTo(before + 1);
        assertThat(told(ANSWERED, NOOR)).isZero();
        assertThat(told(ANSWERED, OTTO)).isZero();
    }

    @Test
    void providersAreAskedAgainAtSetTimesUntilTheirTimeIsOver() {
        var asked = told(ASKED, VERA);
        var reminded = told(REMINDED, VERA);
        var over = told(OVERDUE, DANA);
        enquiries.askProviders(enquiry, Set.of(PROVIDER), Optional.of(Duration.ofHours(4)), DANA);
        assertThat(told(ASKED, VERA)).isEqualTo(asked + 1);
        runIn(Duration.ofMinutes(119));
        assertThat(told(REMINDED, VERA)).as("before half of it").isEqualTo(reminded);
        Acting.as(
                OTTO,
                () -> transaction.executeWithoutResult(status -> assertThat(
                                store.remind(clock.instant().plus(Duration.ofDays(1)), settings.reminders()))
                        .isEmpty()));
        for (var minutes : List.of(121, 181, 217)) {
            assertThat(again(minutes)).as(minutes + " minutes").isTrue();
            assertThat(again(minutes + 5)).as("once").isFalse();
        }
        assertThat(told(OVERDUE, DANA)).as("not yet").isEqualTo(over);
        runIn(Duration.ofMinutes(241));
        runIn(Duration.ofHours(9));
        assertThat(told(REMINDED, VERA)).as("the last of them stands").isEqualTo(reminded + 1);
        assertThat(told(OVERDUE, DANA)).isEqualTo(over + 1);
        for (var stranger : List.of(OTTO, MIKA, VERA)) {
            assertThat(told(OVERDUE, stranger)).isZero();
        }
        assertThat(told(REMINDED, OTTO)).isZero();
    }

    @Test
    void whatWasMissedWhileThePlatformStoodIsSaidOnce() {
        var reminded = told(REMINDED, VERA);
        var over = told(OVERDUE, DANA);
        enquiries.askProviders(enquiry, Set.of(PROVIDER), Optional.of(Duration.ofHours(4)), DANA);
        runIn(Duration.ofHours(12));
        runIn(Duration.ofHours(13));
        assertThat(told(REMINDED, VERA)).isEqualTo(reminded + 1);
        assertThat(told(OVERDUE, DANA)).isEqualTo(over + 1);
    }

    @Test
    void whoeverAskedAProviderHearsItsAnswer() {
        var given = told(GIVEN, ED);
        var desk = told(GIVEN, DANA);
        enquiries.askProviders(enquiry, Set.of(PROVIDER), Optional.of(Duration.ofHours(4)), ED);
        enquiries.opine(enquiry, Verdict.HARMFUL, Optional.of(80), "", VERA);
        assertThat(told(GIVEN, ED)).isEqualTo(given + 1);
        assertThat(told(GIVEN, DANA)).as("who did not ask").isEqualTo(desk);
        for (var other : List.of(OTTO, MIKA, VERA)) {
            assertThat(told(GIVEN, other)).isZero();
        }
    }

    @Test
    void whoHasAnsweredIsNotAskedAgain() {
        enquiries.askProviders(enquiry, Set.of(PROVIDER), Optional.of(Duration.ofHours(4)), DANA);
        enquiries.opine(enquiry, Verdict.HARMFUL, Optional.of(80), "", VERA);
        var reminded = told(REMINDED, VERA);
        var over = told(OVERDUE, DANA);
        runIn(Duration.ofHours(5));
        assertThat(told(REMINDED, VERA)).isEqualTo(reminded);
        assertThat(told(OVERDUE, DANA)).isEqualTo(over);
    }
}
