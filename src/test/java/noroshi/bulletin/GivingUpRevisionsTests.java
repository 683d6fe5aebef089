package noroshi.bulletin;

import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import noroshi.topic.Level;
import noroshi.topic.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** One click begins a revision of what readers read; it can be given up, and the bulletin stands as it was. */
@WholeHouse
class GivingUpRevisionsTests {
    @Autowired
    Newsroom newsroom;

    @Autowired
    Enclosures enclosures;

    @Autowired
    Topics topics;

    @Autowired
    MockMvcTester mvc;

    private UUID published(Copy copy) {
        var id = UUID.randomUUID();
        newsroom.begin(id, Optional.empty(), Samples.to(Tlp.AMBER, RAIL), copy, ED);
        newsroom.publish(id, 1, ED);
        return id;
    }

    private UUID topic(UUID id) {
        return newsroom.show(id, ED).topic().orElseThrow();
    }

    private MvcTestResult page(String path, Actor actor) {
        return mvc.get().uri(path).with(as(actor)).exchange();
    }

    @Test
    void itStandsAsItWasPublished() {
        var id = published(Samples.complete());
        var before = newsroom.show(id, ED);
        newsroom.revise(topic(id), ED);
        newsroom.write(id, 3, Samples.to(Tlp.GREEN, RAIL), Samples.titled("書きかけの第2版"), DANA);
        enclosures.enclose(id, 4, "more.yml", "title: x".getBytes(), Level.ALL, ED);
        assertThatThrownBy(() -> newsroom.discard(id, 5, OTTO)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> newsroom.discard(id, 4, ED)).hasMessage("bulletin.stale");

        assertThat(newsroom.discard(id, 5, DANA)).contains(topic(id));

        var after = newsroom.show(id, ED);
        assertThat(after.version()).isEqualTo(1);
        assertThat(after.state()).isEqualTo(before.state());
        assertThat(after.marking()).isEqualTo(before.marking());
        assertThat(after.contributors()).isEqualTo(before.contributors());
        assertThat(after.copy().pro()).isEqualTo(before.copy().pro());
        assertThat(after.copy().general()).isEqualTo(before.copy().general());
        assertThat(IndicatorSheet.read(after.copy().indicators()))
                .isEqualTo(IndicatorSheet.read(before.copy().indicators()));
        assertThat(topics.show(topic(id), MIKA).version()).isEqualTo(1);
        assertThatThrownBy(() -> newsroom.discard(id, 6, ED)).hasMessage("bulletin.not-open");

        newsroom.revise(topic(id), ED);
        assertThat(enclosures.of(id, ED)).isEmpty();
        newsroom.write(id, 7, Samples.to(Tlp.AMBER, RAIL), Samples.noted(Samples.titled("今度の第2版"), "題を直した", ""), ED);
        newsroom.publish(id, 8, ED);
        assertThat(topics.show(topic(id), MIKA).title()).isEqualTo("今度の第2版");
    }

    @Test
    void whatWasTakenBackOffersNothingElse() {
        var id = published(Samples.complete());
        newsroom.revise(topic(id), ED);
        newsroom.write(id, 3, Samples.to(Tlp.AMBER, RAIL), Samples.noted(Samples.complete(), "直した", ""), ED);
        var path = "/bulletins/manuscripts/" + id;
        assertThat(page(path + "/review", ED)).bodyText().contains(path + "/publication", "この改版をやめる");
        topics.withdraw(topic(id), "誤りでした", ED);
        for (var there : new String[] {path, path + "/review"}) {
            assertThat(page(there, ED))
                    .bodyText()
                    .contains("次の版は公開できません", "第2版をやめる", "href=\"" + path + "#f-revision\"")
                    .doesNotContain(path + "/publication", "action=\"" + path + "/review\"");
        }
        assertThatThrownBy(() -> newsroom.submit(id, 4, ED)).hasMessage("topic.withdrawn");
        var given = mvc.delete().uri(path).with(as(ED)).param("lock", "4").exchange();
        assertThat(given).hasStatus(HttpStatus.SEE_OTHER).hasHeader("Location", "/topics/" + topic(id));
        assertThat(newsroom.show(id, ED).state()).isInstanceOf(Manuscript.State.Published.class);
    }
}
