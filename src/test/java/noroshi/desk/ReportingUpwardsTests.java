package noroshi.desk;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

@WholeHouse
@TestPropertySource(properties = "noroshi.test=ReportingUpwardsTests") // what was reported before is reported no more
@Import(Matters.class)
class ReportingUpwardsTests {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Autowired
    UpwardReports reports;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Triage triage;

    @Autowired
    Matters matters;

    @Autowired
    Environment environment;

    private final LocalDate today = LocalDate.now(TOKYO);

    @BeforeEach
    void clear() throws Exception {
        try (var owner = owner();
                var statement = owner.createStatement()) {
            statement.execute("alter table desk.upward disable trigger keep_sent");
            statement.execute("delete from desk.upward");
            statement.execute("alter table desk.upward enable trigger keep_sent");
            statement.execute("delete from desk.rhythm");
            statement.execute("update desk.standing set visibility = 'NONE', impact = 'NONE'");
        }
    }

    private java.sql.Connection owner() throws Exception {
        return DriverManager.getConnection(
                environment.getRequiredProperty("spring.flyway.url"),
                environment.getRequiredProperty("spring.flyway.user"),
                environment.getRequiredProperty("spring.flyway.password"));
    }

    private Matter judged(String title, Impact impact, Visibility visibility) {
        var matter =
                desk.show(matters.reported(title, Optional.empty(), false, MIKA).reference(), DANA);
        var judgement = new Judgement(2, impact, impact == Impact.PRESENT ? "会場 1 か所" : "", visibility);
        triage.judge(
                matter,
                judgement,
                Optional.empty(),
                triage.ticket(matter, DANA).standing().since(),
                DANA);
        return desk.show(matter.reference(), DANA);
    }

    /** Sends it as it is, as somebody does who has just read it. */
    private void send(UUID id, Actor actor) {
        reports.send(id, reports.show(id, actor).composedAt(), actor);
    }

    @Test
    void aReportIsSentAsItWasRead() {
        reports.begin(Series.COORDINATION, "調整センター", DANA);
        var id = reports.compose(Series.COORDINATION, today, Half.AM, "", DANA);
        var read = reports.show(id, TORU).composedAt();
        reports.compose(Series.COORDINATION, today, Half.AM, "読んだあとの一文", DANA);
        assertThatThrownBy(() -> reports.send(id, read, TORU))
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.getMessage()).contains("desk.upward.stale"));
        assertThat(reports.show(id, TORU).sent()).isFalse();
        send(id, TORU);
        assertThat(reports.show(id, TORU).words()).isEqualTo("読んだあとの一文");
    }

    @Test
    void aCorrectionThatWasNotSentIsWrittenAnew() {
        reports.begin(Series.COORDINATION, "調整センター", DANA);
        var matter = judged("訂正される", Impact.PRESENT, Visibility.NONE);
        var id = reports.compose(Series.COORDINATION, today, Half.AM, "", DANA);
        send(id, TORU);
        var first = reports.correct(id, "件数を誤りました", DANA);
        assertThat(reports.correct(id, "件名も誤りました", DANA)).isEqualTo(first);
        var draft = reports.show(first, DANA);
        assertThat(draft.words()).isEqualTo("件名も誤りました");
        assertThat(draft.edition()).isEqualTo(2);
        assertThat(draft.items())
                .extracting(UpwardItem::matter)
                .containsExactly(matter.topic().toString());
        send(first, TORU);
        assertThat(reports.show(reports.correct(id, "もう一度", DANA), DANA).edition())
                .isEqualTo(3);
    }

    @Test
    void onlyWhatTouchesTheEventOrThePublicGoesUp() {
        reports.begin(Series.COORDINATION, "調整センター", DANA);
        var event = judged("大会に影響", Impact.PRESENT, Visibility.NONE);
        var open = judged("公になりうる", Impact.NONE, Visibility.POSSIBLE);
        judged("どちらでもない", Impact.POSSIBLE, Visibility.NONE);
        var report = reports.show(reports.compose(Series.COORDINATION, today, Half.AM, "", DANA), TORU);
        assertThat(report.items())
                .extracting(UpwardItem::matter)
                .containsExactly(event.topic().toString(), open.topic().toString());
        assertThat(report.items()).allMatch(UpwardItem::fresh);
    }

    @Test
    void nothingIsAlsoReported() {
        reports.begin(Series.COORDINATION, "調整センター", DANA);
        var id = reports.compose(Series.COORDINATION, today, Half.PM, "", DANA);
        send(id, TORU);
        assertThat(reports.show(id, DANA).items()).isEmpty();
        assertThat(reports.show(id, DANA).number()).contains(1);
    }

    private Matter judgedAnew(Matter matter, Impact impact, String extent) {
        triage.judge(
                matter,
                new Judgement(2, impact, extent, Visibility.PUBLIC),
                Optional.empty(),
                triage.ticket(matter, DANA).standing().since(),
                DANA);
        return desk.show(matter.reference(), DANA);
    }

    private List<UpwardItem> evening() {
        return reports.show(reports.compose(Series.COORDINATION, today, Half.PM, "", DANA), DANA)
                .items();
    }

    private void morning() {
        send(reports.compose(Series.COORDINATION, today, Half.AM, "", DANA), TORU);
    }

    @Test
    void whatWasReportedIsReportedAgainWhenItChanges() {
        reports.begin(Series.COORDINATION, "調整センター", DANA);
        var matter = judged("影響があとから", Impact.NONE, Visibility.PUBLIC);
        morning();
        assertThat(evening()).isEmpty();
        judgedAnew(matter, Impact.PRESENT, "第三競技場");
        assertThat(evening()).singleElement().satisfies(item -> {
            assertThat(item.impact()).isEqualTo(Impact.PRESENT);
            assertThat(item.extent()).isEqualTo("第三競技場");
            assertThat(item.fresh()).isFalse();
            assertThat(item.over()).isFalse();
        });
    }

    @Test
    void anImpactThatIsConfirmedOrSpreadsIsReportedAgain() {
        reports.begin(Series.COORDINATION, "調整センター", DANA);
        var matter = judgedAnew(judged("確認があとから", Impact.PRESENT, Visibility.PUBLIC), Impact.PRESENT, "第三競技場");
        morning();
        assertThat(evening()).isEmpty();
        matters.owner("update desk.standing set confirmed = true where matter = '%s' and until is null"
                .formatted(matter.topic()));
        assertThat(evening())
                .singleElement()
                .satisfies(item -> assertThat(item.unconfirmed()).isFalse());
        judgedAnew(desk.show(matter.reference(), DANA), Impact.PRESENT, "第三競技場と駅");
        assertThat(evening())
                .singleElement()
                .satisfies(item -> assertThat(item.extent()).isEqualTo("第三競技場と駅"));
    }

    @Test
    void theEndIsReportedOnceAndSoIsANewBeginning() {
        reports.begin(Series.COORDINATION, "調整センター", DANA);
        var matter = judged("収まってまた始まる", Impact.NONE, Visibility.PUBLIC);
        morning();
        triage.close(matter, new Closure("収まった", "", Classification.NONE), triage.lastWord(matter, DANA), DANA);
        assertThat(evening()).singleElement().satisfies(item -> {
            assertThat(item.over()).isTrue();
            assertThat(item.fresh()).isFalse();
        });
        send(reports.compose(Series.COORDINATION, today, Half.PM, "", DANA), TORU);
        assertThat(tomorrow()).isEmpty();
        triage.reopen(desk.show(matter.reference(), DANA), DANA);
        assertThat(tomorrow())
                .singleElement()
                .satisfies(item -> assertThat(item.over()).isFalse());
    }

    private List<UpwardItem> tomorrow() {
        var id = reports.compose(Series.COORDINATION, today.plusDays(1), Half.AM, "", DANA);
        return reports.show(id, DANA).items();
    }

    @Test
    void theOverallLeadApprovesAndNobodyTheirOwn() {
        reports.begin(Series.COORDINATION, "調整センター", DANA);
        var id = reports.compose(Series.COORDINATION, today, Half.AM, "", DANA);
        assertThatThrownBy(() -> send(id, DANA)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> reports.compose(Series.COORDINATION, today, Half.PM, "", TORU))
                .isInstanceOf(NotAllowed.class);
        send(id, TORU);
        assertThat(reports.show(id, DANA).sent()).isTrue();
        for (var other : new noroshi.shared.Actor[] {MIKA, OTTO, ED, JUN, ADA}) {
            assertThatThrownBy(() -> reports.show(id, other)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> reports.newest("", other)).isInstanceOf(NotFound.class);
            assertThat(reports.missed(other)).isEmpty();
        }
    }

    @Test
    void whatWasSentIsNeverChanged() throws Exception {
        reports.begin(Series.COORDINATION, "調整センター", DANA);
        var id = reports.compose(Series.COORDINATION, today, Half.AM, "", DANA);
        send(id, TORU);
        assertThatThrownBy(() -> reports.compose(Series.COORDINATION, today, Half.AM, "書き換え", DANA))
                .isInstanceOf(RuleBroken.class);
        try (var owner = owner();
                var statement = owner.createStatement()) {
            assertThatThrownBy(() -> statement.execute("update desk.upward set words = 'x'"))
                    .hasMessageContaining("not changed");
        }
        var correction = reports.show(reports.correct(id, "件数を誤りました", DANA), DANA);
        assertThat(correction.edition()).isEqualTo(2);
        assertThat(correction.sent()).isFalse();
        assertThat(reports.show(id, DANA).words()).isEmpty();
    }

    @Test
    void whatWasDueAndNotSentIsMissed() throws Exception {
        try (var owner = owner();
                var statement = owner.createStatement()) {
            statement.execute("insert into desk.rhythm (series, first_day, recipient) values ('coordination', '"
                    + today.minusDays(2) + "', '調整センター')");
        }
        var missed = reports.missed(DANA).size();
        assertThat(missed).isBetween(4, 6);
        assertThat(reports.missed(TORU)).hasSize(missed);
        send(reports.compose(Series.COORDINATION, today.minusDays(2), Half.AM, "", DANA), TORU);
        assertThat(reports.missed(DANA)).hasSize(missed - 1);
    }
}
