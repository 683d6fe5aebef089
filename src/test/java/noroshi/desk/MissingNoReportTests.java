package noroshi.desk;

import static java.util.Objects.requireNonNull;
import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import noroshi.notification.Notifications;
import noroshi.notification.What;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import noroshi.testing.OnItsWay;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What was due stays due, whatever is begun and ended; and two who write at once write one report. */
@WholeHouse
@TestPropertySource(properties = "noroshi.test=ReportingUpwardsTests") // what was reported before is reported no more
@Import(Matters.class)
class MissingNoReportTests {
    private static final String CODE = Series.COORDINATION;

    @Autowired
    UpwardReports reports;

    @Autowired
    ChaseReports chase;

    @Autowired
    Notifications notifications;

    @Autowired
    OnItsWay onItsWay;

    @Autowired
    Matters matters;

    @Autowired
    MockMvcTester mvc;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    @BeforeEach
    void clear() {
        matters.owner("""
                alter table desk.upward disable trigger keep_sent;
                delete from desk.upward;
                alter table desk.upward enable trigger keep_sent;
                delete from desk.rhythm;
                """);
    }

    private List<LocalDate> missed() {
        return reports.missed(DANA).stream().map(Slot::day).distinct().toList();
    }

    private long told(Actor actor) {
        return notifications.list(false, new Window(0, 100), actor).stream()
                .filter(row -> row.shown().outline().what() == What.REPORT_MISSED)
                .count();
    }

    /** Whoever makes reports or approves them learns that one is missing without looking at the board; once, and nobody else. */
    @Test
    void whoMakesItIsToldOnceThatItIsMissing() {
        matters.owner("""
                delete from desk.missed;
                insert into desk.rhythm (series, first_day, recipient) values ('%s', '%s', '宛先')
                """.formatted(CODE, today.minusDays(5)));
        var due = reports.missed(DANA).stream()
                .filter(slot -> slot.dueAt().isAfter(Instant.now().minus(Duration.ofDays(1))))
                .toList();
        assertThat(due).hasSize(2);
        matters.owner("""
                insert into desk.upward (series, day, half, edition, recipient, items, composed_at, composed_by, number,
                                         approved_by, sent_at, sha256)
                values ('%s', '%s', '%s', 1, '宛先', '[]', now(), '%s', 1, '%s', now(), 'x')
                """.formatted(CODE, due.getFirst().day(), due.getFirst().half(), DANA.person(), TORU.person()));
        var before = List.of(told(DANA), told(TORU));
        chase.chase();
        chase.chase();
        onItsWay.untilTold();
        assertThat(List.of(told(DANA), told(TORU))).isEqualTo(List.of(before.get(0) + 1, before.get(1) + 1));
        for (var other : List.of(MIKA, OTTO, ED, MINA)) {
            assertThat(told(other)).isZero();
        }
        assertThat(matters.count(OTTO, "select count(*) from desk.missed")).isZero();
        assertThat(matters.count(DANA, "select count(*) from desk.missed")).isOne();
    }

    /** One deadline on the board would hide the others. */
    @Test
    void everyDeadlineStandsOnTheBoard() {
        reports.begin(CODE, "宛先", DANA);
        reports.begin("broadcast", "参加組織", DANA);
        var board = mvc.get().uri("/desk/board").with(as(DANA));
        assertThat(board).hasStatusOk().bodyText().contains("状況報告", "日次の情報発信").doesNotContain("要約版");
        reports.end("broadcast", DANA);
        matters.owner("update desk.rhythm set first_day = first_day - 2, last_day = '%s' where series = 'broadcast'"
                .formatted(today.minusDays(1)));
        assertThat(board).hasStatusOk().bodyText().contains("状況報告").doesNotContain("日次の情報発信");
    }

    @Test
    void endingAndBeginningAgainForgivesNothing() {
        matters.owner("insert into desk.rhythm (series, first_day, recipient) values ('%s', '%s', '宛先')"
                .formatted(CODE, today.minusDays(3)));
        assertThat(missed()).contains(today.minusDays(3), today.minusDays(2), today.minusDays(1));
        var before = reports.missed(DANA);
        reports.begin(CODE, "宛先", DANA);
        assertThat(reports.missed(DANA)).containsAll(before);
        assertThatThrownBy(() -> reports.begin(CODE, "別の宛先", DANA)).hasMessage("desk.upward.under-way");
        matters.owner("update desk.rhythm set last_day = '%s'".formatted(today.minusDays(1)));
        reports.begin(CODE, "別の宛先", DANA);
        assertThat(missed()).contains(today.minusDays(3), today.minusDays(2), today.minusDays(1));
    }

    @Test
    void whatWasEndedTodayGoesOn() {
        reports.begin(CODE, "宛先", DANA);
        reports.end(CODE, DANA);
        assertThat(reports.next(DANA))
                .filteredOn(slot -> slot.series().code().equals(CODE))
                .allMatch(slot -> slot.day().equals(today));
        assertThat(mvc.get().uri("/desk/reports").with(as(DANA)))
                .hasStatusOk()
                .bodyText()
                .contains("終えずに続ける", "までで終わります");
        reports.end(CODE, DANA);
        assertThat(mvc.post()
                        .uri("/desk/reports/series/" + CODE + "/rhythm")
                        .with(as(DANA))
                        .param("recipient", "あらたな宛先"))
                .hasStatus(303);
        assertThat(reports.rhythms(DANA).get(CODE)).satisfies(rhythm -> {
            assertThat(rhythm.lastDay()).isEmpty();
            assertThat(rhythm.firstDay()).isEqualTo(today);
            assertThat(rhythm.recipient()).isEqualTo("あらたな宛先");
        });
        assertThat(reports.next(DANA)).extracting(slot -> slot.series().code()).contains(CODE);
        matters.owner("update desk.rhythm set first_day = first_day - 3, last_day = '%s'".formatted(today));
        reports.begin(CODE, "宛先", DANA);
        assertThat(requireNonNull(reports.rhythms(DANA).get(CODE)).lastDay()).isEmpty();
        assertThat(requireNonNull(reports.rhythms(DANA).get(CODE)).firstDay()).isEqualTo(today.minusDays(3));
    }

    @Test
    void whatIsRefusedIsStillInTheForms() {
        assertThat(mvc.post()
                        .uri("/desk/reports/series/" + CODE)
                        .with(as(DANA))
                        .param("AM", "09:15")
                        .param("PM", "夕方")
                        .param("impact", "UNKNOWN")
                        .param("severity", "3"))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"09:15\"", "value=\"夕方\"")
                .containsPattern("value=\"UNKNOWN\" checked")
                .containsPattern("value=\"3\" selected");
        var extra = "prime-minister";
        reports.begin(extra, "宛先", DANA);
        var first = reports.compose(extra, today, Half.EXTRA, "", DANA);
        reports.send(first, reports.show(first, TORU).composedAt(), TORU);
        reports.compose(extra, today, Half.EXTRA, "", DANA);
        assertThat(mvc.post()
                        .uri("/desk/reports/" + first + "/corrections")
                        .with(as(DANA))
                        .param("words", "書いた訂正の言葉"))
                .hasStatus(422)
                .bodyText()
                .contains("書いた訂正の言葉")
                .containsPattern("<details class=\"fold\" open");
        assertThat(mvc.post()
                        .uri("/desk/reports/series/study-group/rhythm")
                        .with(as(DANA))
                        .param("recipient", " "))
                .hasStatus(422);
    }

    @Test
    void nothingIsDueAfterTheLastDay() {
        reports.begin(CODE, "宛先", DANA);
        matters.owner("update desk.slot set due_at = '00:00' where series = '%s'".formatted(CODE));
        try {
            assertThat(reports.next(DANA)).extracting(Slot::day).containsExactly(today.plusDays(1));
            reports.end(CODE, DANA);
            assertThat(reports.next(DANA)).isEmpty();
        } finally {
            matters.owner(
                    "update desk.slot set due_at = case half when 'AM' then time '10:00' else time '17:00' end where series = '%s'"
                            .formatted(CODE));
        }
    }

    @Test
    void whatWasDueBeforeItBeganIsNotMissed() {
        reports.begin(CODE, "宛先", DANA);
        assertThat(reports.missed(DANA)).isEmpty();
        matters.owner("update desk.rhythm set first_day = first_day - 1, begun_at = begun_at - interval '1 day'");
        matters.owner(
                "update desk.rhythm set begun_at = date_trunc('day', begun_at at time zone 'Asia/Tokyo') at time zone 'Asia/Tokyo' + interval '12 hours'");
        assertThat(reports.missed(DANA))
                .filteredOn(slot -> slot.day().equals(today.minusDays(1)))
                .extracting(Slot::half)
                .containsExactly(Half.PM);
    }

    @Test
    void twoOfficersComposeOneDraft() throws Exception {
        reports.begin(CODE, "宛先", DANA);
        var first = new AtomicReference<UUID>();
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ahead = threads.submit(() -> matters.during(DANA, () -> {
                first.set(reports.compose(CODE, today, Half.AM, "先", DANA));
                begun.countDown();
                end.await(10, TimeUnit.SECONDS);
            }));
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            var behind = threads.submit(() -> reports.compose(CODE, today, Half.AM, "後", DANA));
            Thread.sleep(300);
            assertThat(behind.isDone()).isFalse();
            end.countDown();
            ahead.get();
            assertThat(behind.get()).isEqualTo(first.get());
        }
        assertThat(reports.newest(CODE, DANA)).hasSize(1);
        assertThatThrownBy(() -> reports.begin(CODE, " ", DANA)).isInstanceOf(RuleBroken.class);
    }
}
