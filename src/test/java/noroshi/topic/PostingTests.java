package noroshi.topic;

import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.KEI;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.Cast.RAILWAY;
import static noroshi.testing.Cast.RIN;
import static noroshi.testing.Cast.SORA;
import static noroshi.topic.Samples.EVERYONE;
import static noroshi.topic.Samples.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.testing.Cast;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WholeHouse
class PostingTests {
    @Autowired
    Topics topics;

    @Test
    void aCommunityReadsTheSameWordsAndAStrangerFindsNothing() {
        var id = topics.post(post(Tlp.AMBER, RAIL), MIKA);

        assertThat(topics.show(id, NOOR).title()).isEqualTo("駅の監視カメラへの走査");
        assertThat(topics.show(id, KEI).tlp()).isEqualTo(Tlp.AMBER);
        assertThatThrownBy(() -> topics.show(id, OTTO)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> topics.show(id, SORA)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> topics.texts(id, 1, OTTO)).isInstanceOf(NotFound.class);
        assertThat(listed(id, NOOR)).isTrue();
        assertThat(listed(id, OTTO)).isFalse();
    }

    @Test
    void theCentreReadsNothingByItsRoleAlone() {
        var id = topics.post(post(Tlp.AMBER, RAIL), MIKA);

        assertThatThrownBy(() -> topics.show(id, DANA)).isInstanceOf(NotFound.class);
    }

    @Test
    void anOrganisationIsReachedThroughItsWindow() {
        var id = topics.post(post(Tlp.AMBER_STRICT, Cast.office("window", RAILWAY)), NOOR);

        assertThat(topics.show(id, MIKA).id()).isEqualTo(id);
        assertThat(topics.show(id, RIN).id()).isEqualTo(id);
        assertThatThrownBy(() -> topics.show(id, KEI)).isInstanceOf(NotFound.class);
    }

    @Test
    void redIsForNamedPersons() {
        var id = topics.post(post(Tlp.RED, NOOR.person()), MIKA);

        assertThat(topics.show(id, NOOR).tlp()).isEqualTo(Tlp.RED);
        assertThatThrownBy(() -> topics.show(id, RIN)).isInstanceOf(NotFound.class);
        assertRule("topic.audience-red", () -> topics.post(post(Tlp.RED, RAIL), MIKA));
    }

    @Test
    void amberIsNotForEveryone() {
        assertRule("topic.audience-everyone", () -> topics.post(post(Tlp.AMBER, EVERYONE), DANA));
        assertRule("topic.audience-everyone", () -> topics.post(post(Tlp.AMBER_STRICT, EVERYONE), DANA));
        var id = topics.post(post(Tlp.GREEN, EVERYONE), DANA);
        assertThat(topics.show(id, OTTO).id()).isEqualTo(id);
    }

    @Test
    void onlyTheSourceWidens() {
        var id = topics.post(post(Tlp.GREEN, RAIL), MIKA);

        assertThatThrownBy(() -> topics.address(id, Set.of(EVERYONE), NOOR)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> topics.address(id, Set.of(EVERYONE), OTTO)).isInstanceOf(NotFound.class);
        topics.address(id, Set.of(EVERYONE), MIKA);
        assertThat(listed(id, OTTO)).isTrue();
        topics.address(id, Set.of(RAIL), MIKA);
        assertThat(listed(id, OTTO)).isFalse();
        assertThatThrownBy(() -> topics.show(id, OTTO)).isInstanceOf(NotFound.class);
    }

    @Test
    void aPartHasAnAudienceOfItsOwn() {
        var whole = topics.post(post(Tlp.GREEN, RAIL), MIKA);
        var part = topics.post(Samples.part(whole, Tlp.RED, "止まった機器", KEI.person()), MIKA);

        assertThat(topics.parts(whole, Level.ALL, KEI)).extracting(TopicRow::id).containsExactly(part);
        assertThat(topics.parts(whole, Level.ALL, NOOR)).isEmpty();
        assertThatThrownBy(() -> topics.show(part, NOOR)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> topics.post(Samples.part(whole, Tlp.GREEN, "横から", RAIL), NOOR))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> topics.post(Samples.part(whole, Tlp.GREEN, "外から", EVERYONE), OTTO))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aNewVersionNeverOverwritesANewerOne() {
        var id = topics.post(post(Tlp.AMBER, RAIL), MIKA);
        var second = new Revision(1, Map.of(Level.ALL, new Text("第二報", "送信元は二つです。")), "送信元を追加", "");

        topics.revise(id, second, MIKA);

        assertRule("topic.stale", () -> topics.revise(id, second, MIKA));
        assertThat(topics.show(id, NOOR).version()).isEqualTo(2);
        assertThat(topics.versions(id, NOOR)).extracting(Version::number).containsExactly(2, 1);
        assertThat(topics.texts(id, 1, NOOR))
                .hasEntrySatisfying(Level.ALL, text -> assertThat(text.title()).isEqualTo("駅の監視カメラへの走査"));
        assertThatThrownBy(() -> topics.revise(id, second, NOOR)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> topics.revise(id, second, OTTO)).isInstanceOf(NotFound.class);
    }

    @Test
    void whatIsWithdrawnLeavesListsAtOnceAndKeepsItsReason() {
        var id = topics.post(post(Tlp.AMBER, RAIL), MIKA);
        assertThatThrownBy(() -> topics.withdraw(id, "誤り", NOOR)).isInstanceOf(NotAllowed.class);

        topics.withdraw(id, "別の機器でした", MIKA);
        topics.withdraw(id, "もう一度", MIKA);

        assertThat(listed(id, NOOR)).isFalse();
        assertThat(topics.show(id, NOOR).state()).isEqualTo(new Topic.State.Withdrawn("別の機器でした"));
        assertThat(topics.texts(id, 1, NOOR)).isEmpty();
        assertThatThrownBy(() -> topics.show(id, OTTO)).isInstanceOf(NotFound.class);
    }

    @Test
    void aWindowBringsInAColleagueAndNobodyElse() {
        var id = topics.post(post(Tlp.AMBER, Cast.office("window", Cast.CENTRE)), MIKA);
        assertThatThrownBy(() -> topics.show(id, Cast.TORU)).isInstanceOf(NotFound.class);

        assertThatThrownBy(() -> topics.bringIn(id, OTTO.person(), DANA)).isInstanceOf(NotAllowed.class);
        topics.bringIn(id, Cast.TORU.person(), DANA);

        assertThat(topics.show(id, Cast.TORU).id()).isEqualTo(id);
        assertThat(listed(id, Cast.TORU)).isTrue();
    }

    private boolean listed(UUID id, Actor actor) {
        return topics.newest(Newest.all(200, Level.ALL), actor).stream()
                .anyMatch(row -> row.id().equals(id));
    }

    private static void assertRule(String key, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class, rule -> assertThat(rule.key()).isEqualTo(key));
    }
}
