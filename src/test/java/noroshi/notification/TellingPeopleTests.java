package noroshi.notification;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.notice.Answer;
import noroshi.notice.Notices;
import noroshi.notice.Sending;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.testing.Cast;
import noroshi.testing.OnItsWay;
import noroshi.testing.WholeHouse;
import noroshi.topic.Conversation;
import noroshi.topic.Following;
import noroshi.topic.InformationKind;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import noroshi.topic.NewTopic;
import noroshi.topic.Readership;
import noroshi.topic.Revision;
import noroshi.topic.Text;
import noroshi.topic.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@WholeHouse
@Import(RightNow.class)
class TellingPeopleTests {
    private static final UUID EVERYONE = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final List<Actor> CAST =
            List.of(DANA, ED, ADA, TORU, MIKA, RIN, NOOR, SORA, OTTO, JUN, MINA, PAUL, VERA, GEN, KEI);

    @Autowired
    Notifications notifications;

    @Autowired
    Topics topics;

    @Autowired
    Conversation conversation;

    @Autowired
    Readership readership;

    @Autowired
    Sending sending;

    @Autowired
    Notices notices;

    @Autowired
    RightNow rightNow;

    @Autowired
    OnItsWay onItsWay;

    /** The rule for many people at once is the rule of the wall. */
    @Test
    void exactlyThoseAreToldWhoMayRead() {
        for (var audience : List.of(
                Set.of(EVERYONE),
                Set.of(RAIL),
                Set.of(LOBBY),
                Set.of(ALL),
                Set.of(Cast.office("window", RAILWAY)),
                Set.of(Cast.office("window", POWER), SORA.person()),
                Set.of(Cast.office("duty_desk", CENTRE)),
                Set.of(MIKA.person(), JUN.person()),
                Set.of(RAIL, Cast.office("window", AGENCY)))) {
            var id = post(audience, Tlp.GREEN, KEI);
            rightNow.spread();
            for (var each : CAST) {
                assertThat(told(id, each))
                        .as("audience %s, person %s", audience, each)
                        .isEqualTo(!each.equals(KEI) && reads(id, each) ? 1 : 0);
            }
        }
    }

    @Test
    void everybodyLearnsWhy() {
        var window = Cast.office("window", POWER);
        var id = post(Set.of(RAIL, window), Tlp.AMBER, KEI);
        rightNow.spread();
        assertThat(of(id, MIKA).getFirst().shown().outline().why()).isEqualTo(Why.COMMUNITY);
        assertThat(of(id, MIKA).getFirst().circle()).contains(RAIL);
        assertThat(of(id, NOOR).getFirst().shown().outline().why()).isEqualTo(Why.WINDOW);
    }

    @Test
    void anAnswerReachesWhoAskedAndWhoIsCalled() {
        var id = post(Set.of(RAIL), Tlp.GREEN, MIKA);
        rightNow.spread();
        var comment = conversation.comment(id, "@kei さん、見ましたか", false, Optional.empty(), NOOR);
        rightNow.spread();
        assertThat(whys(id, MIKA)).containsExactly(Why.AUTHOR);
        assertThat(whys(id, KEI)).containsExactlyInAnyOrder(Why.MENTION, Why.COMMUNITY);
        assertThat(whys(id, NOOR)).containsExactly(Why.COMMUNITY);
        conversation.comment(id, "はい", false, Optional.of(comment), KEI);
        rightNow.spread();
        assertThat(whys(id, NOOR)).containsExactlyInAnyOrder(Why.QUOTED, Why.COMMUNITY);
        assertThat(whys(id, OTTO)).isEmpty();
    }

    /** Somebody who is called and may not read hears nothing, and nobody hears that they were not told. */
    @Test
    void whoMayNotReadIsNotTold() {
        var id = post(Set.of(RAIL), Tlp.GREEN, MIKA);
        conversation.comment(id, "@otto さんもどうぞ", false, Optional.empty(), NOOR);
        var before = notifications.unread(OTTO);
        rightNow.spread();
        assertThat(whys(id, OTTO)).isEmpty();
        assertThat(notifications.unread(OTTO)).isEqualTo(before);
    }

    @Test
    void whoeverFollowsHearsMoreAndWhoeverMutedNothing() {
        var id = post(Set.of(RAIL), Tlp.GREEN, MIKA);
        rightNow.spread();
        conversation.follow(id, Optional.of(Following.ALL), NOOR);
        conversation.follow(id, Optional.of(Following.MUTED), MIKA);
        conversation.comment(id, "続きです", false, Optional.empty(), KEI);
        rightNow.spread();
        assertThat(whys(id, NOOR)).containsExactlyInAnyOrder(Why.COMMUNITY, Why.FOLLOWING);
        assertThat(whys(id, MIKA)).isEmpty();
        onItsWay.heldBack(() -> {
            revise(id, MIKA);
            conversation.follow(id, Optional.of(Following.MENTIONS), NOOR);
        });
        assertThat(whys(id, NOOR)).hasSize(2);
        assertThat(whys(id, KEI)).hasSize(2);
    }

    @Test
    void whoWasHiddenIsNotToldOfTheirOwnWords() {
        var id = topics.post(
                new NewTopic(
                        Kind.QUESTION,
                        InformationKind.OTHER,
                        Optional.empty(),
                        true,
                        Tlp.AMBER,
                        2,
                        Optional.empty(),
                        Map.of(Level.ALL, new Text("隠れて聞きます " + UUID.randomUUID(), "本文")),
                        Set.of(RAIL)),
                MIKA);
        conversation.comment(id, "同じです", true, Optional.empty(), NOOR);
        rightNow.spread();
        assertThat(whys(id, MIKA)).containsExactly(Why.AUTHOR);
        assertThat(whys(id, NOOR)).containsExactly(Why.COMMUNITY);
    }

    @Test
    void whatWasReadThereIsReadHere() {
        var id = post(Set.of(RAIL), Tlp.GREEN, KEI);
        rightNow.spread();
        assertThat(of(id, MIKA)).singleElement().matches(Row::unread);
        readership.open(id, Level.ALL, MIKA);
        assertThat(of(id, MIKA)).singleElement().matches(row -> !row.unread());
        assertThat(unread(id, MIKA)).isZero();
        var noors = of(id, NOOR).getFirst().shown().item();
        assertThat(notifications.open(noors, false, NOOR)).isEqualTo("/topics/" + id);
        assertThat(unread(id, NOOR)).isOne();
        notifications.open(noors, true, NOOR);
        assertThat(unread(id, NOOR)).isZero();
    }

    /** Access is asked when it is shown, not when it was written down. */
    @Test
    void whoeverLostTheTopicLosesTheItem() {
        var id = post(Set.of(RAIL, SORA.person()), Tlp.AMBER, KEI);
        rightNow.spread();
        var item = of(id, SORA).getFirst().shown().item();
        topics.address(id, Set.of(RAIL), KEI);
        assertThat(of(id, SORA)).isEmpty();
        assertThatThrownBy(() -> notifications.open(item, true, SORA)).isInstanceOf(NotFound.class);
        topics.withdraw(id, "誤りでした", KEI);
        assertThat(of(id, MIKA)).isEmpty();
    }

    @Test
    void theItemOfAnotherIsNotThere() {
        var id = post(Set.of(RAIL), Tlp.GREEN, KEI);
        rightNow.spread();
        var item = of(id, MIKA).getFirst().shown().item();
        for (var other : List.of(OTTO, NOOR, ADA)) {
            assertThatThrownBy(() -> notifications.open(item, true, other)).isInstanceOf(NotFound.class);
        }
        notifications.seeAll(Instant.now(), OTTO);
        assertThat(of(id, MIKA)).singleElement().matches(Row::unread);
    }

    @Test
    void toldOnceHoweverOftenItIsSpread() {
        var id = post(Set.of(RAIL), Tlp.GREEN, KEI);
        rightNow.spread();
        rightNow.spread();
        assertThat(told(id, MIKA)).isOne();
    }

    @Test
    void aNoticeReachesItsWindowAndItsAnswerTheCentre() {
        var place = "n" + UUID.randomUUID().toString().substring(0, 13) + ".example";
        var id = sending.send(
                        noroshi.notice.Samples.notice("個別 " + UUID.randomUUID()),
                        place,
                        Optional.of(RAILWAY),
                        Set.of(RAILWAY),
                        DANA)
                .getFirst();
        rightNow.spread();
        assertThat(of(id, MIKA)).singleElement().satisfies(row -> {
            assertThat(row.shown().outline().what()).isEqualTo(What.NOTICE_SENT);
            assertThat(row.shown().outline().due()).isPresent();
        });
        assertThat(of(id, RIN)).hasSize(1);
        assertThat(of(id, DANA)).isEmpty();
        notices.answer(id, new Answer.Done("済みました"), MIKA);
        rightNow.spread();
        assertThat(whys(id, DANA)).containsExactly(Why.DUTY);
        for (var stranger : List.of(OTTO, NOOR, ED, SORA)) {
            assertThat(of(id, stranger)).isEmpty();
        }
    }

    private void revise(UUID id, Actor actor) {
        topics.revise(
                id,
                new Revision(1, Map.of(Level.ALL, new Text("第2版 " + UUID.randomUUID(), "本文2")), "直しました", ""),
                actor);
    }

    private UUID post(Set<UUID> audience, Tlp tlp, Actor actor) {
        return topics.post(
                new NewTopic(
                        Kind.POST,
                        InformationKind.OTHER,
                        Optional.empty(),
                        false,
                        tlp,
                        2,
                        Optional.empty(),
                        Map.of(Level.ALL, new Text("話題 " + UUID.randomUUID(), "本文")),
                        audience),
                actor);
    }

    private boolean reads(UUID id, Actor actor) {
        try {
            topics.show(id, actor);
            return true;
        } catch (NotFound e) {
            return false;
        }
    }

    private List<Row> of(UUID topic, Actor actor) {
        var title = titleOf(topic);
        return notifications.list(false, new Window(0, 200), actor).stream()
                .filter(row -> row.shown().title().equals(title))
                .toList();
    }

    private String titleOf(UUID topic) {
        return CAST.stream()
                .filter(each -> reads(topic, each))
                .findFirst()
                .map(each -> topics.show(topic, each).title())
                .orElse("?");
    }

    private int told(UUID topic, Actor actor) {
        return of(topic, actor).size();
    }

    private long unread(UUID topic, Actor actor) {
        return of(topic, actor).stream().filter(Row::unread).count();
    }

    private List<Why> whys(UUID topic, Actor actor) {
        return of(topic, actor).stream().map(row -> row.shown().outline().why()).toList();
    }
}
