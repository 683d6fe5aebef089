package noroshi.topic;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.KEI;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.Cast.SORA;
import static noroshi.testing.SignedIn.as;
import static noroshi.topic.Samples.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Seen;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse
class TalkingTests {
    @Autowired
    Topics topics;

    @Autowired
    Conversation conversation;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MockMvcTester mvc;

    @Test
    void peersAnswerAndTheAskerMarksWhatHelped() {
        var id = topics.post(question(false, RAIL), MIKA);
        var answer = conversation.comment(id, "うちでは止めました", false, Optional.empty(), NOOR);

        assertThatThrownBy(() -> conversation.accept(id, Optional.of(answer), NOOR))
                .isInstanceOf(NotAllowed.class);
        conversation.accept(id, Optional.of(answer), MIKA);

        assertThat(topics.show(id, KEI).accepted()).contains(answer);
        assertThatThrownBy(() -> conversation.thread(id, OTTO)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> conversation.comment(id, "横から", false, Optional.empty(), SORA))
                .isInstanceOf(NotFound.class);
    }

    /** One click would tell everybody who asked, so that going on hidden is what happens without one. */
    @Test
    void whoeverAskedHiddenAnswersHiddenUnlessTheySayOtherwise() {
        var id = topics.post(question(true, RAIL), MIKA);
        var open = topics.post(question(false, RAIL), MIKA);
        var ticked = "name=\"hidden\" value=\"true\" checked";
        assertThat(page(id, MIKA)).contains(ticked, "外すと、あなたが書いたことが読む人にわかります");
        assertThat(page(id, NOOR)).contains("name=\"hidden\"").doesNotContain(ticked, "外すと、あなたが");
        assertThat(page(open, MIKA)).contains("name=\"hidden\"").doesNotContain(ticked);
        var refused = mvc.post()
                .uri("/topics/" + id + "/comments")
                .param("body", "")
                .with(as(MIKA))
                .exchange();
        assertThat(refused).hasStatus(422);
        assertThat(refused).bodyText().as("unticked on purpose").doesNotContain(ticked);
    }

    private String page(UUID id, Actor actor) {
        var answer = mvc.get().uri("/topics/" + id).with(as(actor)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void aHiddenAskerStaysHiddenFromEverybodyButTheCustodians() {
        var id = topics.post(question(true, RAIL), MIKA);
        var comment = conversation.comment(id, "補足です", true, Optional.empty(), MIKA);

        assertThat(topics.show(id, NOOR).author()).isEqualTo(new Author.Hidden());
        assertThat(conversation.thread(id, NOOR))
                .allSatisfy(line -> assertThat(line.author()).isEqualTo(new Author.Hidden()))
                .noneMatch(Comment::mine);
        assertThat(conversation.thread(id, MIKA)).allMatch(Comment::mine);
        assertThatThrownBy(() -> topics.reveal(id, id, NOOR)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> topics.reveal(id, comment, ADA)).isInstanceOf(NotFound.class);
        conversation.accept(id, Optional.empty(), MIKA);
        assertThat(sealedFor(id)).isZero();
    }

    /** What the audit trail shows of a hidden posting to its colleagues and to ordinary readers: nothing. */
    private int sealedFor(UUID subject) {
        var count = new AtomicInteger();
        Acting.as(
                NOOR,
                () -> transactions.executeWithoutResult(
                        _ -> count.set(jdbc.sql("select count(*) from audit.entry where subject = :subject")
                                .param("subject", subject)
                                .query(Integer.class)
                                .single())));
        return count.get();
    }

    @Test
    void usTooAndNotUsAreCountedWithoutNames() {
        var id = topics.post(question(false, RAIL), MIKA);

        conversation.react(id, id, Reaction.ME_TOO, NOOR);
        conversation.react(id, id, Reaction.ME_TOO, NOOR);
        conversation.react(id, id, Reaction.NOT_US, KEI);

        var tally = conversation.tallies(id, MIKA).getOrDefault(id, Tally.NONE);
        assertThat(tally.count(Reaction.ME_TOO)).isEqualTo(1);
        assertThat(tally.count(Reaction.NOT_US)).isEqualTo(1);
        assertThat(tally.mine()).isEmpty();
        conversation.react(id, id, Reaction.NOT_US, NOOR);
        assertThat(conversation.tallies(id, MIKA).getOrDefault(id, Tally.NONE).count(Reaction.ME_TOO))
                .isZero();
        assertThatThrownBy(() -> conversation.react(id, id, Reaction.ME_TOO, OTTO))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> conversation.tallies(id, OTTO)).isInstanceOf(NotFound.class);
    }

    @Test
    void onesOwnCommentCanBeCorrectedAndItsHistoryStays() {
        var id = topics.post(question(false, RAIL), MIKA);
        var comment = conversation.comment(id, "三件です", false, Optional.empty(), NOOR);

        assertThatThrownBy(() -> conversation.edit(id, comment, "偽の文", Seen.UNSAID, MIKA))
                .isInstanceOf(NotAllowed.class);
        conversation.edit(id, comment, "四件です", Seen.UNSAID, NOOR);

        assertThat(conversation.thread(id, KEI)).extracting(Comment::body).containsExactly("四件です");
        assertThat(conversation.history(id, comment, KEI))
                .extracting(CommentEdit::body)
                .containsExactly("三件です");
        assertThatThrownBy(() -> conversation.remove(id, comment, MIKA)).isInstanceOf(NotAllowed.class);
        conversation.remove(id, comment, NOOR);
        conversation.remove(id, comment, NOOR);
        assertThat(conversation.thread(id, KEI)).singleElement().satisfies(line -> {
            assertThat(line.removed()).isTrue();
            assertThat(line.body()).isEmpty();
        });
    }

    @Test
    void aCommentOfAnotherTopicIsNotHere() {
        var one = topics.post(question(false, RAIL), MIKA);
        var other = topics.post(question(false, RAIL), MIKA);
        var comment = conversation.comment(one, "答え", false, Optional.empty(), NOOR);

        assertThatThrownBy(() -> conversation.accept(other, Optional.of(comment), MIKA))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> conversation.edit(other, comment, "ここではない", Seen.UNSAID, NOOR))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> conversation.comment(other, "引用", false, Optional.of(comment), NOOR))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void anEmptyOrUnreadableCommentIsRefusedInWords() {
        var id = topics.post(question(false, RAIL), MIKA);

        assertThatThrownBy(() -> conversation.comment(id, "  ", false, Optional.empty(), NOOR))
                .isInstanceOf(RuleBroken.class)
                .hasMessage("topic.comment-missing");
        assertThatThrownBy(() -> conversation.comment(id, "a\0b", false, Optional.empty(), NOOR))
                .hasMessage("topic.unreadable-character");
    }
}
