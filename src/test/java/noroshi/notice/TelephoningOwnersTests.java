package noroshi.notice;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.membership.Contact;
import noroshi.membership.Organisations;
import noroshi.shared.Acting;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** What the duty officer finds in hand: a number to call with a line to write, and what is to be looked at again today. */
@WholeHouse
@TestPropertySource(properties = "noroshi.test=AnsweringNoticesTests") // chases everybody's notices into the future
class TelephoningOwnersTests {
    @Autowired
    Sending sending;

    @Autowired
    Notices notices;

    @Autowired
    DutyDesk desk;

    @Autowired
    DutyStore duties;

    @Autowired
    Organisations organisations;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate inTransaction;

    @Autowired
    MockMvcTester mvc;

    @Test
    void theCallHasItsNumberAndALineForWhatWasSaid() {
        organisations.rename(
                SPORTS, "水上競技連盟", "Aquatics", new Contact("03-5555-0177", true, Contact.Shown.CENTRE), ADA);
        var title = "電話で尋ねる " + UUID.randomUUID();
        var id = send(title);
        var due = notices.show(id, DANA).due();
        Samples.timeIsUp(id, jdbc, inTransaction);
        inTransaction.executeWithoutResult(status -> duties.chase(due));
        var call = desk.calls(DANA).stream()
                .filter(each -> each.topic().equals(id))
                .findFirst()
                .orElseThrow();
        var path = "/notices/calls/" + call.id();
        assertThat(mvc.get().uri("/notices").with(as(DANA))).bodyText().contains(path, "03-5555-0177");
        assertThat(mvc.get().uri("/").with(as(DANA))).bodyText().contains("/notices#calls");
        assertThat(mvc.get().uri(path).with(as(DANA)))
                .hasStatusOk()
                .bodyText()
                .contains("水上競技連盟", "03-5555-0177", title, "期限を過ぎても回答がありません", "話した内容");
        for (var other : List.of(SORA, OTTO, ED)) {
            assertThat(mvc.get().uri(path).with(as(other))).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(mvc.post()
                            .uri(path)
                            .param("reached", "yes")
                            .param("words", "x")
                            .with(as(other)))
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(mvc.post().uri(path).param("words", "担当の方と話した").with(as(DANA)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("つながったかどうかを選んでください", "担当の方と話した");
        assertThat(mvc.post()
                        .uri(path)
                        .param("reached", "yes")
                        .param("words", "担当の方と話した")
                        .param("answer", "done")
                        .with(as(DANA)))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(mvc.get().uri("/notices").with(as(DANA))).bodyText().doesNotContain(path);
        assertThat(mvc.get().uri("/topics/" + id).with(as(DANA))).bodyText().contains("担当の方と話した", "期限後");
        assertThat(notices.show(id, SORA).settled()).isTrue();
    }

    @Test
    void whatIsToBeLookedAtAgainIsInHandOnItsDay() {
        var title = "後日また見る " + UUID.randomUUID();
        var id = send(title);
        notices.answer(id, new Answer.Done("閉じました"), SORA);
        var before = desk.rechecks(DANA);
        desk.recheck(id, Instant.now().plus(Duration.ofDays(3)), DANA);
        assertThat(desk.rechecks(DANA)).as("not before its day").isEqualTo(before);
        assertThat(mvc.get().uri("/notices?show=recheck").with(as(DANA)))
                .bodyText()
                .contains(title);
        assertThat(mvc.get().uri("/notices?show=recheck-due").with(as(DANA)))
                .bodyText()
                .doesNotContain(title);

        Acting.as(
                DANA,
                () -> inTransaction.executeWithoutResult(
                        status -> jdbc.sql("update notice.notice set recheck_at = :at where topic = :id")
                                .param("at", Instant.now().minusSeconds(1).atOffset(ZoneOffset.UTC))
                                .param("id", id)
                                .update()));
        assertThat(desk.rechecks(DANA)).isEqualTo(before + 1);
        assertThat(mvc.get().uri("/").with(as(DANA))).bodyText().contains("再確認する通知", "/notices?show=recheck-due");
        assertThat(mvc.get().uri("/notices?show=recheck-due").with(as(DANA)))
                .bodyText()
                .contains(title);
        assertThat(desk.rechecks(SORA)).isZero();
        assertThat(mvc.get().uri("/").with(as(SORA))).bodyText().doesNotContain("再確認する通知");

        desk.rechecked(id, "閉じたままです", DANA);
        assertThat(desk.rechecks(DANA)).isEqualTo(before);
        assertThat(mvc.get().uri("/notices?show=recheck").with(as(DANA)))
                .bodyText()
                .doesNotContain(title);
    }

    private UUID send(String title) {
        return sending.send(
                        Samples.notice(title),
                        "c" + UUID.randomUUID().toString().substring(0, 13) + ".example",
                        Optional.of(SPORTS),
                        Set.of(SPORTS),
                        DANA)
                .getFirst();
    }
}
