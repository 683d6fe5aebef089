package noroshi.topic;

import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.KEI;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.SignedIn.as;
import static noroshi.topic.Samples.EVERYONE;
import static noroshi.topic.Samples.post;
import static noroshi.topic.Samples.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import noroshi.shared.Acting;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Seen;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Above a thread stands what it came to. */
@WholeHouse
class SummingUpTests {
    @Autowired
    Topics topics;

    @Autowired
    Summaries summaries;

    @Autowired
    Conversation conversation;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void theAskerSumsUpAndItsReadersFindItOnTop() {
        var id = topics.post(question(false, RAIL), MIKA);

        summaries.write(id, "夜間の走査は三社で確認", Seen.UNSAID, MIKA);
        summaries.write(id, "夜間の走査は**四社**で確認", Seen.UNSAID, MIKA);

        assertThat(mvc.get().uri("/topics/" + id).with(as(NOOR)))
                .hasStatusOk()
                .bodyText()
                .contains("<strong>四社</strong>")
                .doesNotContain("三社");
        assertThat(summaries.history(id, KEI)).extracting(Summary::number).containsExactly(2, 1);
        assertThatThrownBy(() -> summaries.of(id, OTTO)).isInstanceOf(NotFound.class);
    }

    @Test
    void otherReadersMayNotAndTheCentreMayWhereItReads() {
        var closed = topics.post(question(false, RAIL), MIKA);
        var open = topics.post(post(Tlp.GREEN, EVERYONE), MIKA);

        assertThatThrownBy(() -> summaries.write(closed, "勝手なまとめ", Seen.UNSAID, NOOR))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> summaries.write(closed, "読めない", Seen.UNSAID, DANA))
                .isInstanceOf(NotFound.class);
        summaries.write(open, "センターのまとめ", Seen.UNSAID, DANA);
        assertThatThrownBy(() -> summaries.write(open, "センターのまとめ", Seen.UNSAID, NOOR))
                .as("not even what stands there")
                .isInstanceOf(NotAllowed.class);

        assertThat(summaries.of(open, NOOR))
                .map(Summary::author)
                .contains(new Author.Known(DANA.person(), DANA.organisation()));
    }

    @Test
    void aHiddenAskerStaysHidden() {
        var id = topics.post(question(true, RAIL), MIKA);
        summaries.write(id, "解決しました", Seen.UNSAID, MIKA);

        assertThat(summaries.of(id, NOOR)).map(Summary::author).contains(new Author.Hidden());
        assertThat(mvc.get().uri("/topics/" + id).with(as(NOOR)))
                .bodyText()
                .contains("解決しました")
                .doesNotContain("Mika");
    }

    @Test
    void theWallRefusesWhatTheFrontDoorWouldRefuse() {
        var id = topics.post(question(true, RAIL), MIKA);

        assertThatThrownBy(() -> Acting.as(
                        NOOR,
                        () -> transactions.executeWithoutResult(_ -> jdbc.sql("""
                                insert into topic.summary (topic, number, author, organisation, body, at)
                                values (:id, 1, :person, :organisation, 'x', now())
                                """)
                                .param("id", id)
                                .param("person", NOOR.person())
                                .param("organisation", NOOR.organisation())
                                .update())))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void nothingTypedIsLostAndItCanBeTakenAway() {
        var id = topics.post(question(false, RAIL), MIKA);

        assertThatThrownBy(() -> summaries.write(id, "  ", Seen.UNSAID, MIKA)).isInstanceOf(RuleBroken.class);
        assertThat(mvc.put()
                        .uri("/topics/" + id + "/summary")
                        .param("body", "a".repeat(20_001))
                        .with(as(MIKA)))
                .hasStatus(422)
                .bodyText()
                .contains("a".repeat(20_001));
        summaries.write(id, "まとめ", Seen.UNSAID, MIKA);
        summaries.remove(id, MIKA);
        summaries.remove(id, MIKA);

        assertThat(summaries.of(id, MIKA)).isEmpty();
        assertThat(summaries.history(id, MIKA)).hasSize(2);
    }

    @Test
    void aWithdrawnTopicHasNone() {
        var id = topics.post(question(false, RAIL), MIKA);
        summaries.write(id, "取り下げ前のまとめ", Seen.UNSAID, MIKA);
        topics.withdraw(id, "誤り", MIKA);

        assertThat(summaries.history(id, NOOR)).isEmpty();
        assertThatThrownBy(() -> conversation.comment(id, "x", false, Optional.empty(), NOOR))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> summaries.write(id, "x", Seen.UNSAID, MIKA)).isInstanceOf(NotAllowed.class);
    }
}
