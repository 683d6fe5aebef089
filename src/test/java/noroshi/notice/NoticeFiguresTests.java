package noroshi.notice;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Window;
import noroshi.testing.WholeHouse;
import noroshi.topic.Level;
import noroshi.topic.Readership;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
@TestPropertySource(properties = "noroshi.test=NoticeFiguresTests") // counts notices: nobody else may send some
class NoticeFiguresTests {
    @Autowired
    Sending sending;

    @Autowired
    Notices notices;

    @Autowired
    NoticeFigures figures;

    @Autowired
    Readership readership;

    @Autowired
    MockMvcTester mvc;

    @Test
    void timesAreCountedFromRecordsAndEachNumberHasItsList() {
        var before = Instant.now().minusSeconds(1);
        var opened = send();
        readership.open(opened, Level.ALL, SORA);
        notices.answer(opened, new Answer.Done("閉じました"), SORA);
        send();
        var until = Instant.now().plusSeconds(60);
        for (var atCentre : List.of(DANA, ED, TORU)) {
            var found = figures.of(before, until, atCentre);
            assertThat(found.times()).hasSize(2);
            assertThat(found.views().counts().getFirst()).isOne();
            assertThat(found.views().never()).isOne();
            assertThat(found.answers().counts().getFirst()).isOne();
            assertThat(found.findings()).containsEntry(Finding.EXPOSED_RDP, 2L);
            assertThat(found.synthetic()).isZero();
        }
        assertThat(figures.of(before, until, SORA).times()).isEmpty();
        assertThat(figures.of(before, until, OTTO).times()).isEmpty();
        assertThat(behind(new NoticeFilter.Wait(false, 0))).containsExactly(opened);
        assertThat(behind(new NoticeFilter.Wait(true, 0))).containsExactly(opened);
        assertThat(behind(new NoticeFilter.Wait(false, WaitingTimes.LIMITS.size() + 1)))
                .hasSize(1)
                .doesNotContain(opened);
        assertThat(mvc.get().uri("/insight/notices?period=days7").with(as(DANA)))
                .hasStatusOk()
                .bodyText()
                .contains("初回閲覧まで", "<svg", "waited=view-0", "waited=answer-7", "show=answered-late");
        assertThat(mvc.get().uri("/insight/notices?period=days7").with(as(ED)))
                .hasStatusOk()
                .bodyText()
                .contains("<svg")
                .doesNotContain("waited=view-0");
        assertThat(mvc.get().uri("/insight/notices").with(as(OTTO))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("/insight/notices.csv?period=days7").with(as(ED)))
                .hasStatusOk()
                .bodyText()
                .contains("RDPの露出");
    }

    private List<UUID> behind(NoticeFilter.Wait waited) {
        var filter = new NoticeFilter(
                NoticeFilter.Show.ALL,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(waited));
        return notices.list(filter, new Window(0, 200), DANA).stream()
                .map(NoticeRow::topic)
                .toList();
    }

    private UUID send() {
        return sending.send(
                        Samples.notice("数える通知"),
                        "f" + UUID.randomUUID().toString().substring(0, 13) + ".example",
                        Optional.of(SPORTS),
                        Set.of(SPORTS),
                        DANA)
                .getFirst();
    }
}
