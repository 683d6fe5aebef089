package noroshi.topic;

import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.KEI;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.SignedIn.as;
import static noroshi.topic.Samples.post;
import static noroshi.topic.Samples.question;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Every contribution gets an answer, and everybody sees what they gave and got. */
@WholeHouse
class WaitingForAnswersTests {
    @Autowired
    Topics topics;

    @Autowired
    Conversation conversation;

    @Autowired
    Unanswered unanswered;

    @Autowired
    Contributions contributions;

    @Autowired
    Environment environment;

    @Autowired
    MockMvcTester mvc;

    @Test
    void whatNobodyAnsweredInTimeIsOnTheListOfThoseWhoLookAfterIt() throws Exception {
        var here = old(topics.post(question(false, RAIL), MIKA));
        var everywhere = old(topics.post(question(false, EVERYONE_GREEN), MIKA));
        var fresh = topics.post(question(false, RAIL), MIKA);

        assertThat(listed(KEI)).contains(here).doesNotContain(everywhere, fresh);
        assertThat(listed(DANA)).contains(everywhere).doesNotContain(here, fresh);
        assertThat(listed(OTTO)).isEmpty();
        assertThat(listed(ED)).isEmpty();
        assertThat(mvc.get().uri("/topics/unanswered").with(as(OTTO))).hasStatus(404);
        assertThat(mvc.get().uri("/").with(as(KEI))).bodyText().contains("/topics/unanswered");
    }

    @Test
    void anAnswerOfSomebodyElseIsAnAnswerOnesOwnIsNot() throws Exception {
        var id = old(topics.post(question(false, RAIL), MIKA));
        conversation.comment(id, "補足です", false, Optional.empty(), MIKA);
        assertThat(listed(KEI)).contains(id);

        var answer = conversation.comment(id, "うちもです", false, Optional.empty(), NOOR);
        assertThat(listed(KEI)).doesNotContain(id);

        conversation.remove(id, answer, NOOR);
        assertThat(listed(KEI)).contains(id);
    }

    /** Nobody is left with an answer that is gone. */
    @Test
    void anAnswerThatIsTakenAwayIsTheAnswerNoLonger() throws Exception {
        var id = old(topics.post(question(false, RAIL), MIKA));
        var answer = conversation.comment(id, "こうしました", false, Optional.empty(), NOOR);
        conversation.accept(id, Optional.of(answer), MIKA);
        assertThat(topics.show(id, MIKA).accepted()).contains(answer);

        conversation.remove(id, answer, NOOR);

        assertThat(topics.show(id, MIKA).accepted()).isEmpty();
        assertThat(listed(KEI)).contains(id);
        assertThat(topics.newest(Newest.in(RAIL, 200, Level.ALL), KEI))
                .filteredOn(row -> row.id().equals(id))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.answered()).isFalse();
                    assertThat(row.comments()).isZero();
                });
        assertThat(mvc.get().uri("/topics/" + id).with(as(KEI)))
                .bodyText()
                .contains("0件・")
                .doesNotContain("解決済み");
    }

    @Test
    void thanksAnswerAPostAndNotAQuestion() throws Exception {
        var post = old(topics.post(post(Tlp.AMBER, RAIL), MIKA));
        var question = old(topics.post(question(false, RAIL), MIKA));
        conversation.react(post, post, Reaction.USEFUL, MIKA);
        assertThat(listed(KEI)).contains(post, question);

        conversation.react(post, post, Reaction.USEFUL, NOOR);
        conversation.react(question, question, Reaction.USEFUL, NOOR);

        assertThat(listed(KEI)).doesNotContain(post).contains(question);
    }

    @Test
    void whoHidIsNotBetrayedByTheList() throws Exception {
        var id = old(topics.post(question(true, RAIL), MIKA));
        conversation.comment(id, "だれかが伏せて書いた", true, Optional.empty(), MIKA);
        assertThat(listed(KEI)).contains(id);
        conversation.comment(id, "本人が名乗って書いた", false, Optional.empty(), MIKA);
        assertThat(listed(KEI)).doesNotContain(id);
    }

    @Test
    void everybodySeesWhatTheyGaveAndGotThemselves() {
        var since = Instant.now().minus(1, ChronoUnit.HOURS);
        var until = Instant.now().plus(1, ChronoUnit.HOURS);
        var asker = contributions.mine(since, until, NOOR);
        var helper = contributions.mine(since, until, KEI);

        var id = topics.post(question(true, RAIL), NOOR);
        var answer = conversation.comment(id, "こうしました", false, Optional.empty(), KEI);
        conversation.accept(id, Optional.of(answer), NOOR);
        conversation.react(id, answer, Reaction.USEFUL, NOOR);
        conversation.react(id, answer, Reaction.USEFUL, KEI);
        conversation.react(id, id, Reaction.ME_TOO, KEI);

        var asked = contributions.mine(since, until, NOOR);
        var helped = contributions.mine(since, until, KEI);
        assertThat(asked.questions() - asker.questions()).isOne();
        assertThat(asked.answers() - asker.answers()).isOne();
        assertThat(asked.thanksGiven() - asker.thanksGiven()).isOne();
        assertThat(helped.comments() - helper.comments()).isOne();
        assertThat(helped.accepted() - helper.accepted()).isOne();
        assertThat(helped.thanks() - helper.thanks()).isOne();
        assertThat(helped.votes() - helper.votes()).isOne();
        assertThat(mvc.get().uri("/insight/give-and-take").with(as(KEI))).hasStatusOk();
    }

    private static final UUID EVERYONE_GREEN = noroshi.testing.Cast.ALL;

    private List<UUID> listed(Actor actor) {
        return unanswered.topics(Level.PRO, actor).stream().map(TopicRow::id).toList();
    }

    /** Three days ago, as the owner of the tables may say. */
    private UUID old(UUID topic) throws Exception {
        try (var owner = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.flyway.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
                var statement = owner.prepareStatement(
                        "update topic.topic set published_at = now() - interval '3 days' where id = ?")) {
            statement.setObject(1, topic);
            statement.executeUpdate();
        }
        return topic;
    }
}
