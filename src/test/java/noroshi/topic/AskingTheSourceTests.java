package noroshi.topic;

import static noroshi.testing.Cast.KEI;
import static noroshi.testing.Cast.LOBBY;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.Cast.SORA;
import static noroshi.testing.SignedIn.as;
import static noroshi.topic.Samples.post;
import static noroshi.topic.Samples.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Nothing goes further than its source agreed to; asking is easy, answering takes one tap. */
@WholeHouse
class AskingTheSourceTests {
    @Autowired
    Topics topics;

    @Autowired
    Forwarding forwarding;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void withYesTheNamedCommunityReadsItAndTheAgreementStays() {
        var id = topics.post(post(Tlp.AMBER, RAIL), NOOR);
        var request = forwarding.ask(id, Optional.of(LOBBY), "", "競技連盟の点検に使いたい", MIKA);
        assertThatThrownBy(() -> topics.show(id, SORA)).isInstanceOf(NotFound.class);
        assertThat(forwarding.waiting(NOOR)).extracting(Onward::id).contains(request);
        assertThat(forwarding.waiting(MIKA)).extracting(Onward::id).doesNotContain(request);

        var answer = mvc.post()
                .uri("/topics/" + id + "/onward/" + request)
                .param("answer", "YES")
                .with(as(NOOR));

        assertThat(answer).hasStatus(303);
        assertThat(topics.show(id, SORA).id()).isEqualTo(id);
        assertThat(forwarding.of(id, SORA)).singleElement().satisfies(line -> {
            assertThat(line.answer()).contains(Onward.Answer.YES);
            assertThat(line.asker()).isEmpty();
        });
        assertThat(mvc.get().uri("/topics/" + id).with(as(KEI)))
                .bodyText()
                .contains("共有してよい", "競技連盟の点検に使いたい")
                .doesNotContain("東都鉄道 Mika");
        assertThatThrownBy(() -> topics.show(id, OTTO)).isInstanceOf(NotFound.class);
    }

    @Test
    void theSourceAndTheAskerAloneSeeWhatWasNotAgreed() {
        var id = topics.post(post(Tlp.AMBER, RAIL), NOOR);
        var request = forwarding.ask(id, Optional.empty(), "監視の委託先", "検知ルールを作る", MIKA);
        assertThat(forwarding.of(id, KEI)).isEmpty();
        forwarding.answer(id, request, Onward.Answer.NO, NOOR);

        assertThat(forwarding.of(id, KEI)).isEmpty();
        for (var concerned : new Actor[] {MIKA, NOOR}) {
            assertThat(forwarding.of(id, concerned)).singleElement().satisfies(line -> {
                assertThat(line.answer()).contains(Onward.Answer.NO);
                assertThat(line.asker()).contains(new Author.Known(MIKA.person(), MIKA.organisation()));
            });
        }
        assertThat(forwarding.asked(MIKA)).extracting(Onward::id).contains(request);
        assertThatThrownBy(() -> forwarding.answer(id, request, Onward.Answer.YES, NOOR))
                .isInstanceOf(RuleBroken.class)
                .hasMessage("topic.onward.answered-already");
    }

    @Test
    void aSanitisedVersionIsWrittenNext() {
        var id = topics.post(post(Tlp.AMBER, RAIL), NOOR);
        var request = forwarding.ask(id, Optional.of(LOBBY), "", "注意喚起", MIKA);

        assertThat(mvc.post()
                        .uri("/topics/" + id + "/onward/" + request)
                        .param("answer", "SANITISED")
                        .with(as(NOOR)))
                .hasStatus(303)
                .hasRedirectedUrl("/topics/new?parent=" + id + "&community=" + LOBBY);
        assertThatThrownBy(() -> topics.show(id, SORA)).isInstanceOf(NotFound.class);
    }

    @Test
    void aHiddenSourceAnswersAndStaysHidden() {
        var id = topics.post(question(true, RAIL), MIKA);
        var request = forwarding.ask(id, Optional.empty(), "親会社の担当", "同じ機器を使っている", NOOR);
        assertThat(forwarding.waiting(MIKA)).extracting(Onward::id).contains(request);
        forwarding.answer(id, request, Onward.Answer.YES, MIKA);

        assertThat(mvc.get().uri("/topics/" + id).with(as(NOOR)))
                .bodyText()
                .contains("共有してよい")
                .doesNotContain("Mika");
    }

    @Test
    void whatTheLabelForbidsIsNotAgreedTo() {
        var id = topics.post(post(Tlp.RED, MIKA.person()), NOOR);
        var request = forwarding.ask(id, Optional.of(LOBBY), "", "知らせたい", MIKA);

        assertThatThrownBy(() -> forwarding.answer(id, request, Onward.Answer.YES, NOOR))
                .isInstanceOf(RuleBroken.class);
        assertThat(forwarding.of(id, MIKA))
                .singleElement()
                .satisfies(line -> assertThat(line.answer()).isEmpty());
    }

    @Test
    void onlyReadersAskAndOnlyTheSourceAnswers() {
        var id = topics.post(post(Tlp.AMBER, RAIL), NOOR);
        var request = forwarding.ask(id, Optional.empty(), "相手", "目的", MIKA);

        assertThatThrownBy(() -> forwarding.ask(id, Optional.empty(), "相手", "目的", OTTO))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> forwarding.ask(id, Optional.empty(), "相手", "目的", NOOR))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> forwarding.ask(id, Optional.empty(), "相手", "目的", MIKA))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> forwarding.ask(id, Optional.of(RAIL), "", "目的", SORA))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> forwarding.ask(id, Optional.of(UUID.randomUUID()), "", "目的", MIKA))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> forwarding.answer(id, request, Onward.Answer.YES, KEI))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> forwarding.answer(id, UUID.randomUUID(), Onward.Answer.YES, NOOR))
                .isInstanceOf(NotFound.class);
        Acting.as(
                KEI,
                () -> transactions.executeWithoutResult(_ -> assertThat(
                                jdbc.sql("update topic.onward set answer = 'yes', answered_at = now() where id = :id")
                                        .param("id", request)
                                        .update())
                        .isZero()));
        assertThatThrownBy(() -> Acting.as(
                        OTTO,
                        () -> transactions.executeWithoutResult(
                                _ -> jdbc.sql("""
                                insert into topic.onward (topic, version, audience, purpose, asked_at)
                                values (:id, 1, 'a', 'p', now())
                                """).param("id", id).update())))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void nothingTypedIsLost() {
        var id = topics.post(post(Tlp.AMBER, RAIL), NOOR);
        assertThat(mvc.post()
                        .uri("/topics/" + id + "/onward")
                        .param("audience", "監視の委託先")
                        .param("purpose", " ")
                        .with(as(MIKA)))
                .hasStatus(422)
                .bodyText()
                .contains("監視の委託先");
    }
}
