package noroshi.notification;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.testing.WholeHouse;
import noroshi.topic.Conversation;
import noroshi.topic.FollowedCommunities;
import noroshi.topic.Following;
import noroshi.topic.InformationKind;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import noroshi.topic.NewTopic;
import noroshi.topic.Text;
import noroshi.topic.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** How much one wants to hear of what comes through a community. */
@WholeHouse
@Import(RightNow.class)
class FollowingCommunitiesTests {
    @Autowired
    Notifications notifications;

    @Autowired
    Topics topics;

    @Autowired
    Conversation conversation;

    @Autowired
    FollowedCommunities followed;

    @Autowired
    RightNow rightNow;

    @Test
    void aCommunityIsFollowedOrMuted() {
        followed.follow(RAIL, Optional.of(Following.MUTED), NOOR);
        followed.follow(RAIL, Optional.of(Following.ALL), MIKA);
        assertThatThrownBy(() -> followed.follow(RAIL, Optional.of(Following.ALL), OTTO))
                .isInstanceOf(NotFound.class);
        assertThat(followed.mode(RAIL, OTTO)).isEmpty();
        try {
            var id = post(Set.of(RAIL), Tlp.GREEN, KEI);
            var addressed = post(Set.of(RAIL, NOOR.person()), Tlp.GREEN, KEI);
            conversation.comment(id, "見ました", false, Optional.empty(), KEI);
            rightNow.spread();
            assertThat(told(id, NOOR)).isZero();
            assertThat(told(addressed, NOOR)).as("it is addressed to them").isOne();
            assertThat(whys(id, MIKA)).contains(Why.COMMUNITY, Why.FOLLOWING);

            conversation.follow(id, Optional.of(Following.ALL), NOOR);
            conversation.follow(id, Optional.of(Following.MUTED), MIKA);
            var before = told(id, MIKA);
            conversation.comment(id, "こちらも見ました", false, Optional.empty(), KEI);
            rightNow.spread();
            assertThat(told(id, NOOR)).as("the topic's own mode goes first").isOne();
            assertThat(told(id, MIKA)).isEqualTo(before);
        } finally {
            followed.follow(RAIL, Optional.empty(), NOOR);
            followed.follow(RAIL, Optional.empty(), MIKA);
        }
        var usual = post(Set.of(RAIL), Tlp.GREEN, KEI);
        rightNow.spread();
        assertThat(told(usual, NOOR)).isOne();
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

    private List<Row> of(UUID topic, Actor actor) {
        var title = titleOf(topic);
        return notifications.list(false, new Window(0, 200), actor).stream()
                .filter(row -> row.shown().title().equals(title))
                .toList();
    }

    private String titleOf(UUID topic) {
        return topics.show(topic, KEI).title();
    }

    private int told(UUID topic, Actor actor) {
        return of(topic, actor).size();
    }

    private List<Why> whys(UUID topic, Actor actor) {
        return of(topic, actor).stream().map(row -> row.shown().outline().why()).toList();
    }
}
